"""The queue of those who wait for a mentor: how long, why nobody fits, what was offered meanwhile."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring import matching, materials, queue_exits, support
from mentoring.access import Member
from mentoring.matching import Seeking, Waiting
from mentoring.queue_exits import Left, Search
from mentoring.rules.matching import WhyLeft, may_be_suggested
from mentoring.rules.matching.proposal import why_left
from storage import people, queue, schools
from storage import support as notes_of
from storage.support import Note
from storage.tx import Tx

PAGE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """`fits`: how many mentors could be offered now; `why` is set when there is none."""

    id: int  # the person's
    full_name: str
    position: str
    days: int  # school days
    areas: tuple[str, ...]
    fits: int
    why: WhyLeft | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The longest waiting first."""

    lines: tuple[Line, ...]
    total: int
    longest: int
    left: int  # who has left by their own wish or by a decision
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class InQueue:
    """One person as the coordinator sees them. `line` is None while the search rests: they want no messages."""

    id: int
    full_name: str
    line: Line | None
    notes: tuple[Note, ...]
    materials: bool  # is there anything of their areas
    hours: str  # of the psychologist


@dataclass(frozen=True, slots=True)
class Peers:
    """Others who wait in an area of the same person."""

    of: Line
    areas: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody who waits sees of it."""

    search: Search
    days: int
    notes: tuple[Note, ...]
    materials: int
    hours: str
    may_sign_up: bool

    @property
    def goes_on(self) -> bool:
        """Now, or after a pause."""
        return self.search in (Search.GOES_ON, Search.RESTS)


async def page(tx: Tx, member: Member, number: int, now: datetime) -> QueuePage:
    seeking = await matching.seek(tx, member.school_id, now)
    order = _in_order(seeking)
    pages = max(1, -(-len(order) // PAGE))
    number = min(max(number, 0), pages - 1)
    notes = _by_person(await notes_of.open_of_school(tx, member.school_id))
    shown = [_line(seeking, each, notes) for each in order[number * PAGE : (number + 1) * PAGE]]
    left = len(await queue.left(tx, member.school_id))
    return QueuePage(tuple(shown), len(order), order[0].days if order else 0, left, number, pages)


async def one(tx: Tx, member: Member, person_id: int, now: datetime) -> InQueue | None:
    """None of whoever is in no queue: has a pair, has left, or has not asked."""
    if not await queue_exits.waits(tx, member, person_id):
        return None
    seeking = await matching.seek(tx, member.school_id, now)
    notes = await support.of_person(tx, member, person_id)
    found = seeking.waiting.get(person_id)
    name = found.candidate.full_name if found else await _name(tx, member, person_id)
    return InQueue(
        person_id,
        name,
        _line(seeking, found, {person_id: list(notes)}) if found else None,
        notes,
        bool(await materials.for_person(tx, member.school_id, person_id)),
        await schools.psychologist_hours(tx, member.school_id),
    )


async def peers(tx: Tx, member: Member, person_id: int, now: datetime) -> Peers | None:
    """«Предложить группу»: who else waits, by the areas of this person."""
    seeking = await matching.seek(tx, member.school_id, now)
    found = seeking.waiting.get(person_id)
    if found is None:
        return None
    others = [each for each in _in_order(seeking) if each.candidate.id != person_id]
    by_area = {
        area: tuple(_line(seeking, each, {}) for each in others if area in _areas(each)) for area in _areas(found)
    }
    return Peers(_line(seeking, found, {}), {area: lines for area, lines in by_area.items() if lines})


async def left(tx: Tx, member: Member) -> tuple[Left, ...]:
    """Who is not looked for any more, the last first."""
    return tuple(await queue.left(tx, member.school_id))


async def own(tx: Tx, member: Member, now: datetime) -> Own | None:
    """None of whoever has not asked for a mentor, or has a pair."""
    search = await queue_exits.of_member(tx, member, now)
    if search is None:
        return None
    found = None
    if search is Search.GOES_ON:
        found = (await matching.seek(tx, member.school_id, now)).waiting.get(member.person_id)
    mine = await notes_of.of_person(tx, member.person_id)
    return Own(
        search,
        found.days if found else 0,
        tuple(mine),
        len(await materials.for_person(tx, member.school_id, member.person_id)),
        await schools.psychologist_hours(tx, member.school_id),
        await support.may_sign_up(tx, member),
    )


def _in_order(seeking: Seeking) -> list[Waiting]:
    return sorted(seeking.waiting.values(), key=lambda each: (-each.days, each.since, each.candidate.id))


def _line(seeking: Seeking, of: Waiting, notes: Mapping[int, Sequence[Note]]) -> Line:
    person = of.candidate
    fits = len(fitting(seeking, person.id))
    why = None if fits else why_left(seeking.problem, seeking.problem.mentee(person.id))
    said = tuple(notes.get(person.id, ()))
    return Line(person.id, person.full_name, person.position, of.days, _areas(of), fits, why, said)


def fitting(seeking: Seeking, person_id: int) -> tuple[int, ...]:
    """Every mentor who could be offered to this mentee now."""
    problem = seeking.problem
    mentee = problem.mentee(person_id)
    return tuple(
        mentor.id for mentor in problem.mentors if mentor.places > 0 and may_be_suggested(mentee, mentor, problem.ties)
    )


def _areas(of: Waiting) -> tuple[str, ...]:
    said = of.answers.get("areas")
    return said if isinstance(said, tuple) else ()


def _by_person(notes: Sequence[Note]) -> Mapping[int, list[Note]]:
    found: Mapping[int, list[Note]] = defaultdict(list)
    for each in notes:
        found[each.person_id].append(each)
    return found


async def _name(tx: Tx, member: Member, person_id: int) -> str:
    person = await people.of_school(tx, person_id, member.school_id)
    return person.full_name if person else ""
