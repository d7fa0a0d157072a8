"""«Итоги года»: what is written and what is missing, and the report's files as jobs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring import jobs, schools, stages
from mentoring.access import Actor, Member
from mentoring.jobs import Gather, Task, Work
from mentoring.outcome import Kept, Outcome
from mentoring.papers import year_words
from mentoring.papers.year_values import Reader, YearReport
from mentoring.practices import collection
from mentoring.rules.stage_status import SETTLED
from mentoring.rules.text import clean_text
from mentoring.year_end import gathering, report_paper
from storage import closed_years, journal, year_end
from storage.closed_years import ClosedYear
from storage.jobs import Job
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary.year_end import ReportPart

FORMS: Mapping[str, ReportPart] = {
    "year_conclusions": ReportPart.CONCLUSIONS,
    "year_plan": ReportPart.PLAN,
}


@dataclass(frozen=True, slots=True)
class Overview:
    """One school year as its end is prepared; `closed` is set of one that is over."""

    school_year: int
    done: int
    activities: int
    written: frozenset[ReportPart]
    closed: ClosedYear | None
    earlier: tuple[ClosedYear, ...]


async def look(tx: Tx, member: Member, now: datetime, school_year: int = 0) -> Overview:
    """The present year when none is named, or one that is not this school's."""
    earlier = await closed_years.of_school(tx, member.school_id)
    year = await known_year(tx, member, school_year)
    seen = await stages.look(tx, member.school_id, now, year)
    states = [each.state for stage in seen.stages for each in stage.activities]
    return Overview(
        school_year=year,
        done=sum(each in SETTLED for each in states),
        activities=len(states),
        written=frozenset(each.part for each in await year_end.words(tx, member.school_id, year)),
        closed=next((each for each in earlier if each.school_year == year), None),
        earlier=tuple(each for each in earlier if each.school_year != year),
    )


async def known_year(tx: Tx, member: Member, school_year: int) -> int:
    """This year, or a closed one of this school of which more than numbers is kept."""
    closed = await closed_years.get(tx, member.school_id, school_year) if school_year else None
    return closed.school_year if closed and closed.archived_at is None else await schools.year_of(tx, member.school_id)


async def order(tx: Tx, member: Member, chat_id: int, work: Work, school_year: int, now: datetime) -> None:
    """A file of this year, or of a closed one."""
    year = await known_year(tx, member, school_year)
    job_id = await jobs.order(tx, member, chat_id, work, now, year=year)
    if work is Work.CHECK_FOLDER:
        await collection.note_with(tx, member, job_id, now)


async def write(tx: Tx, member: Member, part: ReportPart, words: str, school_year: int, now: datetime) -> None:
    """Instead of what stood there."""
    year = await known_year(tx, member, school_year)
    await year_end.write(
        tx, part, clean_text(words), school_id=member.school_id, school_year=year, by=member.person_id, now=now
    )
    await journal.note(tx, f"year.{part}", school_id=member.school_id, actor_id=member.person_id, now=now)


async def _written(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    year = int(run.about["year"])
    await write(tx, member, FORMS[run.form_key], str(kept.get("words") or ""), year, now)
    return year


async def _report(tx: Tx, job: Job, now: datetime) -> YearReport:
    return await gathering.gather(tx, job.school_id, now, int(job.task["year"]))


async def _document(tx: Tx, job: Job, now: datetime, reader: Reader) -> Task:
    return await report_paper.paper(tx, job.school_id, await _report(tx, job, now), reader)


async def _book(tx: Tx, job: Job, now: datetime, reader: Reader) -> Task:
    report = await _report(tx, job, now)
    arguments = (report, reader, now.replace(tzinfo=None))
    return Task("mentoring.papers.year_book:year_book", arguments, report_paper.name(report, reader, "xlsx"))


async def internal(tx: Tx, job: Job, now: datetime) -> Task:
    return await _document(tx, job, now, Reader.INTERNAL)


async def public(tx: Tx, job: Job, now: datetime) -> Task:
    return await _document(tx, job, now, Reader.PUBLIC)


async def book(tx: Tx, job: Job, now: datetime) -> Task:
    return await _book(tx, job, now, Reader.INTERNAL)


async def public_book(tx: Tx, job: Job, now: datetime) -> Task:
    return await _book(tx, job, now, Reader.PUBLIC)


async def chart(tx: Tx, job: Job, now: datetime) -> Task:
    """The caption says the same in words."""
    report = await _report(tx, job, now)
    caption = year_words.picture_caption(report)
    return Task("mentoring.papers.year_chart:build", (report.chart,), "Итоги года.png", caption)


OUTCOMES: Mapping[str, Outcome] = dict.fromkeys(FORMS, Outcome(_written, consent=False))
KINDS: Mapping[str, Gather] = {
    Work.YEAR_REPORT: internal,
    Work.YEAR_PUBLIC: public,
    Work.YEAR_BOOK: book,
    Work.YEAR_PUBLIC_BOOK: public_book,
    Work.YEAR_CHART: chart,
}
