"""Whose cases papers need, and which of them nobody has looked at yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring import pairs, schools
from mentoring.access import Member
from mentoring.declensions.reading import Subject, director, name_of, post_of
from mentoring.rules.pair_moves import TOGETHER
from storage import declensions, people
from storage.tx import Tx
from storage.vocabulary import Role
from storage.vocabulary.pairs import PairState

PAGE = 8

_LEADING = (Role.COORDINATOR, Role.DEPUTY)
_IN_PAPERS = (*sorted(TOGETHER), PairState.ENDED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list; `id` is the person, 0 for the director, who stands in the settings."""

    subject: Subject
    id: int
    full_name: str
    position: str
    spelling: str
    checked: bool


@dataclass(frozen=True, slots=True)
class EntriesPage:
    lines: tuple[Entry, ...]
    checked: int
    total: int
    number: int
    pages: int


async def page(tx: Tx, member: Member, number: int) -> EntriesPage:
    """What nobody has looked at comes first."""
    found = sorted(await entries(tx, member.school_id), key=lambda each: each.checked)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    checked = sum(each.checked for each in found)
    return EntriesPage(tuple(found[number * PAGE : (number + 1) * PAGE]), checked, len(found), number, pages)


async def following(tx: Tx, member: Member) -> Entry | None:
    """The next one to be looked at; None when all are."""
    return next((each for each in await entries(tx, member.school_id) if not each.checked), None)


async def left(tx: Tx, school_id: int) -> int:
    """How many nobody has looked at."""
    return sum(not each.checked for each in await entries(tx, school_id))


async def entries(tx: Tx, school_id: int) -> Sequence[Entry]:
    """The director, the people of this year's pairs and who leads the programme, then their posts, each post once."""
    school = await schools.get(tx, school_id)
    found = await declensions.of_people(tx, school_id, await _needed(tx, school_id, school.school_year))
    first = [
        Entry(Subject.DIRECTOR, 0, school.director, "", school.director, await director(tx, school_id) is not None)
    ]
    names = [
        Entry(Subject.NAME, each.person_id, each.full_name, each.position, each.full_name, name_of(each) is not None)
        for each in found
    ]
    posts = {
        each.position: Entry(
            Subject.POST, each.person_id, each.full_name, each.position, each.position, post_of(each) is not None
        )
        for each in reversed(found)
        if each.position
    }
    return [*(first if school.director else []), *names, *sorted(posts.values(), key=lambda each: each.spelling)]


async def _needed(tx: Tx, school_id: int, school_year: int) -> list[int]:
    found = await pairs.every(tx, school_id, school_year, _IN_PAPERS)
    members = {each.person_id for pair in found for each in (*pair.members, *pair.gone)}
    leaders = {each.person_id for each in await people.leading(tx, school_id) if each.role in _LEADING}
    return sorted(members | leaders)
