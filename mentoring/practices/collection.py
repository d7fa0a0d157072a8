"""The collection in Word: what goes into the file, what became of it, and which copies are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring import schools
from mentoring.access import Member
from mentoring.jobs import Gather, Task, Work
from mentoring.pair_words import area
from mentoring.papers.practice_values import CardPaper, CollectionPaper, NominationPaper
from mentoring.practices import nominating
from mentoring.rules.names import short_name
from storage import journal, practices
from storage.jobs import Job
from storage.practices import Accepted, CollectionRow
from storage.schools import School
from storage.tx import Tx

MOST_ISSUED = 10  # are listed: older ones are history
BUILDER = "mentoring.papers.practice_collection:practice_collection"


@dataclass(frozen=True, slots=True)
class Issued:
    """A copy that somebody has got. `revoked` of its cards may not be shown any more as they were printed."""

    row: CollectionRow
    revoked: int


@dataclass(frozen=True, slots=True)
class Ready:
    """What the next file would hold, and the copies of before."""

    school_year: int
    named: int
    nameless: int
    nominations: int
    issued: tuple[Issued, ...]

    @property
    def cards(self) -> int:
        return self.named + self.nameless

    @property
    def revoked(self) -> bool:
        return any(each.revoked for each in self.issued)


async def look(tx: Tx, member: Member) -> Ready:
    year = await schools.year_of(tx, member.school_id)
    cards = await practices.accepted(tx, member.school_id, year)
    named = sum(bool(each.author) for each in cards)
    copies = await practices.issued(tx, member.school_id, limit=MOST_ISSUED)
    return Ready(
        year,
        named,
        len(cards) - named,
        len(await nominating.read(tx, member.school_id, year)),
        tuple([Issued(each, each.cards - await practices.still_allowed(tx, each.id)) for each in copies]),
    )


async def gather(tx: Tx, job: Job, now: datetime) -> Task:
    """The cards of the year as their authors allow it now; which they were is noted with the file."""
    school = await schools.get(tx, job.school_id)
    cards = await note(tx, school, job.id, by=job.person_id, now=now)
    if not cards:
        raise LookupError("there is nothing to collect")
    name = f"Копилка практик {school.school_year}-{school.school_year + 1}.docx"
    return Task(BUILDER, (await _paper(tx, school, cards),), name)


async def note(tx: Tx, school: School, job_id: int, *, by: int, now: datetime) -> Sequence[Accepted]:
    """Which cards of the year the file of this job holds: a word that is taken back must find its copies."""
    cards = await practices.accepted(tx, school.id, school.school_year)
    if cards:
        await practices.make(
            tx,
            school_id=school.id,
            school_year=school.school_year,
            job_id=job_id,
            named={each.id: bool(each.author) for each in cards},
            by=by,
            now=now,
        )
    return cards


async def note_with(tx: Tx, member: Member, job_id: int, now: datetime) -> None:
    """Of a file that holds the cards beside much else, when it is ordered; ordered once more it is the same file."""
    if await practices.of_job(tx, job_id) is None:
        await note(tx, await schools.get(tx, member.school_id), job_id, by=member.person_id, now=now)


async def noted(tx: Tx, job: Job) -> CollectionPaper | None:
    """What was noted of the job, as far as it may be told now; None when that is nothing."""
    school = await schools.get(tx, job.school_id)
    kept = set(await practices.printed(tx, job.id))
    cards = [each for each in await practices.accepted(tx, school.id, school.school_year) if each.id in kept]
    return await _paper(tx, school, cards) if cards else None


async def _paper(tx: Tx, school: School, cards: Sequence[Accepted]) -> CollectionPaper:
    nominations = await nominating.read(tx, school.id, school.school_year)
    return CollectionPaper(
        school.name,
        school.school_year,
        tuple(map(_card, cards)),
        tuple(
            NominationPaper(each.title, tuple((title, short_name(author)) for title, author in each.cards))
            for each in nominations
        ),
    )


def _card(of: Accepted) -> CardPaper:
    return CardPaper(
        title=of.title,
        author=short_name(of.author) if of.author else "",
        areas=tuple(area(each) for each in of.areas),
        useful_to=of.useful_to,
        problem=of.problem,
        done=of.done,
        result=of.result,
        links=of.links,
    )


async def hand_over(tx: Tx, member: Member, job_id: int, now: datetime) -> bool:
    """The file may go to whoever ordered it; False when an author has changed their word while it was being made."""
    made = await practices.of_job(tx, job_id)
    if made is None:
        return False
    if await practices.still_allowed(tx, made.id) < made.cards:
        await practices.throw_away(tx, made.id)
        return False
    await practices.issue(tx, made.id, now)
    await journal.note(
        tx,
        "practice.collection",
        school_id=member.school_id,
        actor_id=member.person_id,
        count=made.cards,
        now=now,
    )
    return True


async def hand_over_with(tx: Tx, member: Member, job_id: int, now: datetime) -> bool:
    """The same of a file that holds the cards, if there are any, beside much else."""
    return await practices.of_job(tx, job_id) is None or await hand_over(tx, member, job_id, now)


KINDS: Mapping[str, Gather] = {Work.PRACTICES: gather}
