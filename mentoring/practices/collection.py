"""The collection in Word: what goes into the file, what became of it, and which copies are about."""

from collections.abc import Mapping
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
from storage.tx import Tx

MOST_ISSUED = 10  # are listed: older ones are history


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
    cards = await practices.accepted(tx, job.school_id, school.school_year)
    if not cards:
        raise LookupError("there is nothing to collect")
    await practices.make(
        tx,
        school_id=job.school_id,
        school_year=school.school_year,
        job_id=job.id,
        named={each.id: bool(each.author) for each in cards},
        by=job.person_id,
        now=now,
    )
    nominations = await nominating.read(tx, job.school_id, school.school_year)
    paper = CollectionPaper(
        school.name,
        school.school_year,
        tuple(map(_card, cards)),
        tuple(
            NominationPaper(each.title, tuple((title, short_name(author)) for title, author in each.cards))
            for each in nominations
        ),
    )
    name = f"Копилка практик {school.school_year}-{school.school_year + 1}.docx"
    return Task("mentoring.papers.practice_collection:practice_collection", (paper,), name)


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


KINDS: Mapping[str, Gather] = {Work.PRACTICES: gather}
