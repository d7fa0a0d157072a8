"""Results of the school's questionnaires as files: a page of them as a picture, all of them as a book."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import schools, tallies
from mentoring.jobs import Gather, Task, Work
from mentoring.papers import tally_words
from mentoring.papers.values import TallyBook, TallyChart
from storage.jobs import Job
from storage.tx import Tx


async def tally_chart(tx: Tx, job: Job, now: datetime) -> Task:
    """One page of results; the caption says the same in words."""
    zone = await _zone(tx, job.school_id)
    key, run_id, number = str(job.task["form"]), int(job.task["run"]), int(job.task["page"])
    of = await tallies.page(tx, job.school_id, key, run_id=run_id, number=number)
    if of is None:
        raise LookupError("a questionnaire is gone")
    chart = TallyChart(
        title=of.form.title,
        head=tally_words.version(of.edition.version, of.edition.handed_in, f"{now.astimezone(zone):%d.%m.%Y}"),
        tallies=of.tallies,
    )
    # Not beside the others: a worker that reads a table need not load a library of pictures.
    return Task("mentoring.papers.tally_chart:build", (chart,), "Результаты.png", tally_words.caption(chart))


async def tally_book(tx: Tx, job: Job, now: datetime) -> Task:
    school = await schools.get(tx, job.school_id)
    zone = ZoneInfo(school.time_zone)
    versions = await tallies.versions(tx, job.school_id, str(job.task["form"]), zone)
    book = TallyBook(
        title=versions[0].form.title,
        school=school.name,
        made_on=f"{now.astimezone(zone):%d.%m.%Y}",
        made_at=now.replace(tzinfo=None),
        versions=versions,
    )
    return Task("mentoring.papers.worker:tally_book", (book,), f"Результаты {book.made_on}.xlsx")


async def _zone(tx: Tx, school_id: int) -> ZoneInfo:
    return ZoneInfo((await schools.get(tx, school_id)).time_zone)


KINDS: Mapping[str, Gather] = {Work.TALLY_CHART: tally_chart, Work.TALLY_BOOK: tally_book}
