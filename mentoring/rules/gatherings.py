"""Days of an event: what speaks against its day, when people are reminded, how long attendance may be marked."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.clock import clock_of
from storage.vocabulary.gatherings import GatheringKind

MARKED_FOR = 14  # days after an event, its own day not counted
BEFORE = 3  # days (roadmap, a4_sessions: three days before and on the morning)
LOOKED_BACK = 21  # days: the winter holidays and the quiet days before them; in the summer's leave nobody is reminded
SPOKEN_FROM = time(15)  # an event that begins earlier is over or near when the window of reminders opens
TASK_STEPS = (-3, 0, 1)  # working days around the day of a task
MINUTES_AFTER = 3  # working days (roadmap: minutes missing)
AWAKE_FROM, AWAKE_TO = time(8), time(21)  # what cannot wait is said between these, on any day
SESSIONS, CONFERENCE, ROUND_TABLE = "a4_sessions", "a6_conference", "a6_round_table"

_DAY = timedelta(days=1)
_MINUTES = {
    GatheringKind.SESSION: 60,
    GatheringKind.CONSULTATION: 45,
    GatheringKind.SEMINAR: 90,
    GatheringKind.CONFERENCE: 120,
    GatheringKind.ROUND_TABLE: 90,
}


class Warn(StrEnum):
    """What speaks against a day. Nothing of it forbids: the coordinator knows better."""

    PAST = "past"
    DAY_OFF = "day_off"
    BREAK = "break"
    LEAVE = "leave"  # the teachers' own, in summer
    TAKEN = "taken"  # another event on that day


def warnings(calendar: SchoolCalendar, day: date, today: date, *, taken: bool) -> tuple[Warn, ...]:
    found = (
        (day < today, Warn.PAST),
        (not calendar.is_working(day), Warn.DAY_OFF),
        (calendar.in_break(day), Warn.BREAK),
        (calendar.quiet(day), Warn.LEAVE),
        (taken, Warn.TAKEN),
    )
    return tuple(warn for holds, warn in found if holds)


def begins(day: date, starts: str, zone: ZoneInfo) -> datetime:
    """Aware UTC."""
    return datetime.combine(day, clock_of(starts), zone).astimezone(UTC)


def lasts(kind: GatheringKind) -> timedelta:
    """How long a calendar shows it; nobody is asked when an event ends."""
    return timedelta(minutes=_MINUTES[kind])


def reminder_days(calendar: SchoolCalendar, day: date, starts: str, invited_on: date) -> tuple[date, ...]:
    """Three days before and on the very day; for what begins too early for that, the day before.

    On days when people are spoken to, the one before where it is none. Whoever was invited since has just heard.
    """
    last = day if clock_of(starts) >= SPOKEN_FROM else day - _DAY
    days = {_speaking(calendar, each) for each in (day - BEFORE * _DAY, last)}
    return tuple(sorted(each for each in days if each is not None and each > invited_on))


def _speaking(calendar: SchoolCalendar, day: date) -> date | None:
    """The day itself when teachers may be spoken to, else the last one before it; None when nobody is for so long."""
    days = (day - back * _DAY for back in range(LOOKED_BACK))
    return next((each for each in days if calendar.speaks_on(each)), None)


def may_mark(day: date, today: date) -> bool:
    """Attendance is marked on the day itself and for some days after it."""
    return day <= today <= day + MARKED_FOR * _DAY


def at_once(now: datetime, begin: datetime, zone: ZoneInfo) -> datetime:
    """When what cannot wait is said: now, at night at eight in the morning, unless it would be over by then."""
    local = now.astimezone(zone)
    if AWAKE_FROM <= local.time() < AWAKE_TO:
        return now
    day = local.date() if local.time() < AWAKE_FROM else local.date() + _DAY
    morning = datetime.combine(day, AWAKE_FROM, zone).astimezone(UTC)
    return morning if morning < begin else now


def activity_of(kind: GatheringKind, day: date, completion_from: date | None) -> str:
    """What of the roadmap an event proves: a seminar is the year's last one only when that stage has begun."""
    match kind:
        case GatheringKind.SESSION | GatheringKind.CONSULTATION:
            return SESSIONS
        case GatheringKind.ROUND_TABLE:
            return ROUND_TABLE
        case GatheringKind.SEMINAR if completion_from is None or day < completion_from:
            return SESSIONS
    return CONFERENCE


def by_wish(wishes: Iterable[Iterable[str]], order: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many want each thing, the most wanted first; whoever it was is not kept."""
    every = [each for one in wishes for each in set(one)]
    places = list(order)
    counted = [(each, every.count(each)) for each in places if each in every]
    return tuple(sorted(counted, key=lambda each: (-each[1], places.index(each[0]))))
