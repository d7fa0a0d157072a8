"""A school's calendar: its zone and week, with Russia's public holidays."""

from datetime import datetime, time
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
    """Now on a working day, else eight in the morning of the next one, where the school is."""
    return of.next_send_moment(now, AWAKE_FROM, AWAKE_TO)
