"""What was decided and is somebody's to do until a day: chosen, reminded of, done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.access import Member
from mentoring.gatherings.looking import PEOPLE
from storage import gatherings, journal, people
from storage.gatherings import Line, OnList, Task
from storage.tx import Tx
from storage.vocabulary.gatherings import LineKind

UNDO = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may answer for a decision: whoever is on the event's list, those who were there first."""

    line: Line
    people: tuple[OnList, ...]
    number: int
    pages: int


def may_be_assigned(of: Line) -> bool:
    """A decision that nobody has carried out."""
    return of.kind is LineKind.DECIDED and of.done_at is None


async def choice(tx: Tx, member: Member, line_id: int, number: int) -> Choice | None:
    found = await gatherings.line(tx, line_id, member.school_id)
    if found is None or not may_be_assigned(found):
        return None
    every = sorted(await gatherings.on_list(tx, found.gathering_id), key=lambda each: not each.attended)
    pages = max(1, -(-len(every) // PEOPLE))
    number = min(max(number, 0), pages - 1)
    return Choice(found, tuple(every[number * PEOPLE : (number + 1) * PEOPLE]), number, pages)


async def assign(tx: Tx, member: Member, line_id: int, person_id: int, now: datetime) -> bool:
    """To somebody of the school, 0 is nobody. False when it is done, or gone."""
    found = await gatherings.line(tx, line_id, member.school_id)
    if found is None:
        return False
    if person_id:
        person = await people.of_school(tx, person_id, member.school_id)
        if person is None or person.erase_by is not None or not person.full_name:
            return False
    if not await gatherings.assign(tx, line_id, person_id or None):
        return False
    await journal.note(tx, "task.assign", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def own(tx: Tx, member: Member) -> tuple[Task, ...]:
    """What the person is to do, the nearest day first."""
    return tuple(await gatherings.open_of_person(tx, member.person_id))


async def of_school(tx: Tx, member: Member) -> tuple[Task, ...]:
    """What everybody is to do: for whoever leads."""
    return tuple(await gatherings.open_of_school(tx, member.school_id))


async def undone(tx: Tx, member: Member, line_id: int, now: datetime) -> bool:
    """A slip of the finger, for ten minutes. False when it is too late, or is not theirs."""
    if not await _is_theirs(tx, member, line_id) or not await gatherings.mark_undone(tx, line_id, now - UNDO):
        return False
    await journal.note(tx, "task.undone", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def done(tx: Tx, member: Member, line_id: int, now: datetime) -> bool:
    """One's own, or any as a coordinator. False when it was done before, or is not theirs."""
    if not await _is_theirs(tx, member, line_id) or not await gatherings.mark_done(tx, line_id, now):
        return False
    await journal.note(tx, "task.done", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def _is_theirs(tx: Tx, member: Member, line_id: int) -> bool:
    found = await gatherings.line(tx, line_id, member.school_id)
    return found is not None and (found.responsible_id == member.person_id or member.coordinates)
