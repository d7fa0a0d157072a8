"""A school's calendar: its zone and week, with Russia's public holidays."""

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from mentoring.rules.calendar import SchoolCalendar
from storage import schools
from storage.tx import Tx

AWAKE_FROM, AWAKE_TO = time(8), time(21)


async def of_school(tx: Tx, school_id: int, now: datetime) -> SchoolCalendar:
    school = await schools.get(tx, school_id)
    if school is None:
        raise LookupError("no such school")
    weekdays = frozenset(int(digit) - 1 for digit in school.working_weekdays)
    return calendar(school.time_zone, weekdays, now.year)


@lru_cache(maxsize=64)
def calendar(zone: str, weekdays: frozenset[int], year: int) -> SchoolCalendar:
    """The year with its neighbours, so that counting days never runs off its end."""
    off = holidays.country_holidays("RU", years=range(year - 1, year + 3))
    return SchoolCalendar(ZoneInfo(zone), weekdays, frozenset(off), frozenset())


def waking_hour(of: SchoolCalendar, now: datetime) -> datetime:
    """Now by day, else eight in the morning of the school's zone; on any day of the week."""
    local = now.astimezone(of.zone)
    if AWAKE_FROM <= local.time() < AWAKE_TO:
        return now
    morning = local.date() if local.time() < AWAKE_FROM else local.date() + timedelta(days=1)
    return datetime.combine(morning, AWAKE_FROM, of.zone).astimezone(UTC)
