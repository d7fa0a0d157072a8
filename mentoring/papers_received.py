"""Signed sheets of consent: who has handed one in, marked with ticks. The bot never sees the paper itself."""

from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Member
from storage import journal, papers, people, schools
from storage.papers import PaperCount, PaperLine
from storage.tx import Tx

PAGE = 8


@dataclass(frozen=True, slots=True)
class PapersPage:
    lines: tuple[PaperLine, ...]
    count: PaperCount
    number: int
    pages: int
    address_known: bool  # without it the blank prints a line to fill


async def page(tx: Tx, member: Member, number: int) -> PapersPage:
    found = await papers.count(tx, member.school_id)
    pages = max(1, -(-found.people // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await papers.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    school = await schools.get(tx, member.school_id)
    return PapersPage(tuple(lines), found, number, pages, bool(school and school.address))


async def mark(tx: Tx, member: Member, person_id: int, *, received: bool, now: datetime) -> bool:
    """Set or take back one tick, with the day at the school and who did it. False when it was so already."""
    person = await people.of_school(tx, person_id, member.school_id)
    if person is None or person.erase_by is not None:
        return False
    by, today = member.person_id, now.astimezone(member.zone).date()
    if received:
        changed = await papers.mark_received(tx, person_id, on=today, by=by, now=now)
    else:
        changed = await papers.unmark_received(tx, person_id, by=by, now=now)
    if changed:
        act = "paper.received" if received else "paper.taken_back"
        await journal.note(tx, act, school_id=member.school_id, actor_id=by, person_id=person_id, now=now)
    return bool(changed)
