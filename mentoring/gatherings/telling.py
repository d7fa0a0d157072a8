"""Messages about an event: planned once each, superseded by what comes after them, said while they are of use."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring import calendars, notices, sending
from mentoring.notices import Notice, Row
from mentoring.rules import gatherings as rules
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from storage import gatherings
from storage.gatherings import Gathering
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary import Delivery

LEAST = timedelta(hours=1)  # that a message lives


class Change(StrEnum):
    """What a message is about."""

    INVITED = "invite"
    MOVED = "move"
    CANCELLED = "cancel"


def key_of(of: Gathering, change: Change, person_id: int) -> str:
    """The meaning of a message: an edition is told of once."""
    return f"gathering:{of.id}:{of.edition}:{change}:{person_id}"


def change_of(key: str) -> Change:
    return Change(key.split(":")[3])


async def invite(tx: Tx, of: Gathering, people: Iterable[int], now: datetime) -> int:
    """Inside the window; how many it is."""
    calendar = await calendars.of_school(tx, of.school_id, now)
    at = sending.moment(calendar, now)
    begins = rules.begins(of.day, of.starts, calendar.zone)
    if at >= begins:  # the window opens too late for it
        at = rules.at_once(now, begins, calendar.zone)
    return await _tell(tx, of, Change.INVITED, people, at=at, calendar=calendar, now=now)


async def tell_change(
    tx: Tx, of: Gathering, change: Change, *, by: int, earlier: Gathering, now: datetime
) -> tuple[int, int]:
    """How many are told now, and how many know of the event at all.

    Who has not got the message before this one yet never knew what it was: of a cancellation they hear nothing, of a
    move they are simply invited. Who has cancelled it themselves, `by`, need not be told.
    """
    calendar = await calendars.of_school(tx, of.school_id, now)
    invited = await gatherings.told(tx, of.id)
    waiting = {each.person_id for each in invited if each.delivery is Delivery.DUE}
    unknowing = {each.person_id for each in invited if each.person_id in waiting and _is_invitation(each.notice)}
    await gatherings.drop_due(tx, of.id, now)
    silent = {*unknowing, *([by] if change is Change.CANCELLED else [])}
    known = [each.person_id for each in invited if each.person_id not in silent]
    reached = await _reached(tx, of, calendar, now)
    begins = min(rules.begins(each.day, each.starts, calendar.zone) for each in (earlier, of))
    at = _moment(calendar, change, begins, now)
    told = await _tell(tx, of, change, [each for each in known if each in reached], at=at, calendar=calendar, now=now)
    if change is Change.MOVED:
        return told + await invite(tx, of, [each for each in unknowing if each in reached], now), len(invited)
    return told, len(known)


def _is_invitation(key: str) -> bool:
    return change_of(key) is Change.INVITED


def _moment(calendar: SchoolCalendar, change: Change, begins: datetime, now: datetime) -> datetime:
    """A cancellation at once; a move in the window, unless somebody would come for nothing by then."""
    at = sending.moment(calendar, now)
    hurries = change is Change.CANCELLED or at + LEAST > begins
    return rules.at_once(now, begins, calendar.zone) if hurries else at


async def tell_stale(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> int:
    """Whom a message has not reached inside its window: planned anew, as long as the event is to be."""
    today, told = calendar.local_day(now), 0
    for each in await gatherings.stale(tx, school.id, school.school_year, today):
        of = await gatherings.get(tx, each.gathering_id, school.id)
        if of is not None and each.notice == key_of(of, change_of(each.notice), each.person_id):
            change = change_of(each.notice)
            told += await _tell(tx, of, change, [each.person_id], at=now, calendar=calendar, now=now)
    return told


async def reached_now(tx: Tx, of: Gathering, now: datetime) -> set[int]:
    """Of the list, whom a message would reach when it goes."""
    return await _reached(tx, of, await calendars.of_school(tx, of.school_id, now), now)


async def _reached(tx: Tx, of: Gathering, calendar: SchoolCalendar, now: datetime) -> set[int]:
    today, version = calendar.local_day(now), PARTICIPANT_CONSENT.version
    return set(await gatherings.reached(tx, of.id, of.school_id, version=version, today=today))


async def _tell(
    tx: Tx,
    of: Gathering,
    change: Change,
    people: Iterable[int],
    *,
    at: datetime,
    calendar: SchoolCalendar,
    now: datetime,
) -> int:
    about = {"gathering": of.id, "edition": of.edition, "change": change.value}
    rows = [Row(each, key_of(of, change, each), about) for each in people]
    if not rows:
        return 0
    begins = rules.begins(of.day, of.starts, calendar.zone)
    lives = max(min(sending.lives(calendar, at), begins - at), LEAST)
    told = await notices.tell_many(tx, Notice.GATHERING, rows, due_at=at, now=now, lives=lives)
    await gatherings.note_told(tx, of.id, [(each.person_id, each.key) for each in rows if each.person_id in told])
    return len(told)
