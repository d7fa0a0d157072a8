"""A practice that was promised in the last survey and has not come: reminded of once, then told to the coordinator."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import calendars, schools
from mentoring.digests import Candidate, Kind, key_of
from mentoring.practices.model import SURVEY
from mentoring.rules.calendar import SchoolCalendar
from storage import practices
from storage.practices import Promise
from storage.schools import School
from storage.tx import Tx

WAITS = timedelta(days=7)


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    """Whoever has said so, once."""
    found = await _promises(tx, school, today)
    key = key_of(Kind.PRACTICE, school.school_year)
    return [Candidate(each.person_id, key, (_reminded_on(calendar, each),)) for each in found if each.may_hear]


async def late(tx: Tx, school_id: int, now: datetime) -> tuple[Promise, ...]:
    """For the coordinator: whose reminder has passed and moved nothing, or could not be said; by name."""
    school, calendar = await schools.get(tx, school_id), await calendars.of_school(tx, school_id, now)
    today = calendar.local_day(now)
    return tuple(each for each in await _promises(tx, school, today) if _reminded_on(calendar, each) < today)


async def _promises(tx: Tx, school: School, today: date) -> list[Promise]:
    since = SchoolCalendar.first_moment(school.school_year, ZoneInfo(school.time_zone))
    return await practices.promises(tx, school.id, SURVEY, school.school_year, since=since, today=today)


def _reminded_on(calendar: SchoolCalendar, of: Promise) -> date:
    return calendar.next_speaking_day(calendar.local_day(of.submitted_at) + WAITS)
