"""An event is made, moved, cancelled; whoever is invited is told of a change once."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mentoring import schools
from mentoring.access import Member
from mentoring.gatherings import agenda, telling
from mentoring.gatherings.kinds import CALLS
from mentoring.gatherings.looking import look
from mentoring.gatherings.telling import Change
from mentoring.rules.text import clean_line
from storage import gatherings, journal
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind, GatheringState, Group

FORM, DAY_FORM, PLACE_FORM, PLACES_FORM = "gathering", "gathering_day", "gathering_place", "gathering_places"
MOST_PLACES = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form has brought; of no group the coordinator chooses people one by one."""

    kind: GatheringKind
    day: date
    starts: str
    place: str
    places: int | None
    group: Group | None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a change: how many are told in the chat, how many are to be told in person."""

    told: int
    in_person: int


async def make(tx: Tx, member: Member, wanted: Wanted, now: datetime) -> int:
    """A draft with an agenda; whom it is for stands on its list already."""
    gathering_id = await gatherings.add(
        tx,
        school_id=member.school_id,
        school_year=await schools.year_of(tx, member.school_id),
        kind=wanted.kind,
        day=wanted.day,
        starts=wanted.starts,
        place=clean_line(wanted.place),
        places=_places(wanted.places),
        agenda=await agenda.draft(tx, member.school_id, wanted.kind),
        calls=wanted.kind in CALLS,
        by=member.person_id,
        now=now,
    )
    if wanted.group is not None:
        await gatherings.tick_group(tx, gathering_id, member.school_id, wanted.group)
    await journal.note(tx, "gathering.make", school_id=member.school_id, actor_id=member.person_id, now=now)
    return gathering_id


def _places(typed: int | None) -> int | None:
    return min(typed, MOST_PLACES) if typed and typed > 0 else None


async def move(
    tx: Tx, member: Member, gathering_id: int, now: datetime, *, day: date | None, starts: str, place: str
) -> Told | None:
    """Another day and time, or place; what is empty stays. None when nothing of it may change, or does."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_change:
        return None
    was = seen.gathering
    new = replace(was, day=day or was.day, starts=starts or was.starts, place=clean_line(place) or was.place)
    if new == was or not await gatherings.change(
        tx, was.id, day=new.day, starts=new.starts, place=new.place, edition=was.edition
    ):
        return None
    await journal.note(tx, "gathering.change", school_id=was.school_id, actor_id=member.person_id, now=now)
    if was.state is GatheringState.DRAFT:
        return Told(0, 0)
    if (new.day, new.starts) != (was.day, was.starts):
        await gatherings.ask_again(tx, was.id)
    return await _tell(tx, member, was.id, Change.MOVED, earlier=was, now=now)


async def cancel(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Told | None:
    """None when nobody was invited, it was cancelled before, or somebody was there."""
    was = await gatherings.get(tx, gathering_id, member.school_id)
    if was is None or not await gatherings.cancel(tx, was.id):
        return None
    await journal.note(tx, "gathering.cancel", school_id=was.school_id, actor_id=member.person_id, now=now)
    return await _tell(tx, member, was.id, Change.CANCELLED, earlier=was, now=now)


async def _tell(
    tx: Tx, member: Member, gathering_id: int, change: Change, *, earlier: gatherings.Gathering, now: datetime
) -> Told:
    of = await gatherings.get(tx, gathering_id, member.school_id)
    if of is None:
        raise LookupError("an event vanished inside its own transaction")
    told, known = await telling.tell_change(tx, of, change, by=member.person_id, earlier=earlier, now=now)
    return Told(told, known - told)


async def drop(tx: Tx, member: Member, gathering_id: int) -> bool:
    """A draft goes without a trace; False when it is none any more."""
    of = await gatherings.get(tx, gathering_id, member.school_id)
    return of is not None and bool(await gatherings.drop_draft(tx, of.id))


async def set_places(tx: Tx, member: Member, gathering_id: int, places: int | None, now: datetime) -> bool:
    """None is as many as come. Nobody is told: who has said that they come, comes."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_change:
        return False
    return bool(await gatherings.set_places(tx, gathering_id, _places(places)))


async def set_calls(tx: Tx, member: Member, gathering_id: int, now: datetime, *, calls: bool) -> bool:
    """Talks are called for, or no more."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled or seen.begun:
        return False
    return bool(await gatherings.set_calls(tx, gathering_id, calls=calls))
