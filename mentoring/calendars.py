"""A school's calendar: its zone and week, with Russia's public holidays."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.forms import Tense
from storage import school_days, schools
from storage.school_days import OwnDay
from storage.tx import Tx

EXAMPLE_DAYS = 15  # three weeks of work: far enough to be nobody's real answer
LOOKING_BACK = timedelta(days=400)  # further back no working day is counted
AWAKE_FROM, AWAKE_TO = time(8), time(21)


async def of_school(tx: Tx, school_id: int, now: datetime) -> SchoolCalendar:
    school = await schools.get(tx, school_id)
    if school is None:
        raise LookupError("no such school")
    weekdays = frozenset(int(digit) - 1 for digit in school.working_weekdays)
    since = now.date() - LOOKING_BACK
    return _with_own(
        calendar(school.time_zone, weekdays, now.year),
        await school_days.days(tx, school_id, since),
        await school_days.all_breaks(tx, school_id, since),
    )


def _with_own(russia: SchoolCalendar, days: list[OwnDay], breaks: list[school_days.Break]) -> SchoolCalendar:
    """What the school says of a day beats what Russia does."""
    if not days and not breaks:
        return russia
    return replace(
        russia,
        days_off=russia.days_off | {each.day for each in days if not each.works},
        working_days_moved=frozenset(each.day for each in days if each.works),
        breaks=tuple(Break(each.starts_on, each.ends_on) for each in breaks),
    )


async def example_day(tx: Tx, school_id: int, tense: Tense, now: datetime) -> date:
    """A working day that would be taken for an answer: ahead, or gone by where the question wants that."""
    of = await of_school(tx, school_id, now)
    return of.add_working_days(of.local_day(now), -EXAMPLE_DAYS if tense is Tense.PAST else EXAMPLE_DAYS)


@lru_cache(maxsize=64)
def calendar(zone: str, weekdays: frozenset[int], year: int) -> SchoolCalendar:
    return SchoolCalendar(ZoneInfo(zone), weekdays, days_off(year), frozenset())


@lru_cache(maxsize=4)
def days_off(year: int) -> frozenset[date]:
    """Of the year and its neighbours, so that counting days never runs off its end.

    The first call of a process takes a third of a second: the bot makes it at its start, outside of any transaction.
    """
    return frozenset(holidays.country_holidays("RU", years=range(year - 1, year + 3)))


def waking_hour(of: SchoolCalendar, now: datetime) -> datetime:
    """Now on a working day, else eight in the morning of the next one, where the school is."""
    return of.next_send_moment(now, AWAKE_FROM, AWAKE_TO)
