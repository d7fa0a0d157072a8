"""What is said of programmes: before their day and after it, of a returned or approved one, of this week's steps."""

from datetime import date, timedelta
from zlib import crc32

from mentoring.digests import Candidate, Kind, key_of
from mentoring.programmes.waiting import due_on
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.reminding import STALE_DAYS
from mentoring.rules.roadmap import reminder_days
from storage import people, programmes
from storage.programmes import Approved, Awaited, Returned, Unsent
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary.pairs import Side

# Working days around the day when the programme should be with the coordinator: those of the roadmap.
MENTOR_STEPS, MENTEE_STEPS, COORDINATOR_STEPS = (-7, -2, 1), (-2,), (1, 5)
DUE, RETURNED, APPROVED, WEEK = "due", "back", "yes", "week"
_WEEK = timedelta(days=7)


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    unsent = await programmes.unsent(tx, school.id, school.school_year)
    returned = await programmes.returned(tx, school.id, school.school_year)
    approved = await programmes.approved(tx, school.id, school.school_year, today - timedelta(days=STALE_DAYS + 1))
    begins_on = monday(today)
    awaited = await programmes.awaited(tx, school.id, school.school_year, begins_on + _WEEK)
    first = calendar.next_speaking_day(begins_on)
    return [
        *(_due(calendar, each) for each in unsent),
        *(_returned(each, today) for each in returned),
        *(_approved(each, calendar.local_day(each.approved_at)) for each in approved),
        *(_week(each, first) for each in awaited if calendar.local_day(each.changed_at) <= first),
        *(await _late(tx, school, calendar, unsent)),
    ]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _due(calendar: SchoolCalendar, of: Unsent) -> Candidate:
    steps = MENTOR_STEPS if of.side is Side.MENTOR else MENTEE_STEPS
    days = reminder_days(calendar, due_on(calendar, of.ordered_on), steps)
    return Candidate(of.person_id, key_of(Kind.PROGRAMME, DUE, of.pairing_id), days)


def _returned(of: Returned, today: date) -> Candidate:
    """Once of each word of the coordinator's; whoever has heard enough today hears it on another day."""
    mark = crc32(of.note.encode())
    return Candidate(of.person_id, key_of(Kind.PROGRAMME, RETURNED, of.pairing_id, mark), (today,))


def _approved(of: Approved, on: date) -> Candidate:
    """Once of each approval; a longer term makes a version too, and is the coordinator's own to tell."""
    mark = int(of.approved_at.timestamp())
    return Candidate(of.person_id, key_of(Kind.PROGRAMME, APPROVED, of.pairing_id, mark), (on,))


def _week(of: Awaited, first: date) -> Candidate:
    """Of what stood in the plan when the week began."""
    return Candidate(of.person_id, key_of(Kind.PROGRAMME, WEEK, of.pairing_id, f"{monday(first)}"), (first,))


async def _late(tx: Tx, school: School, calendar: SchoolCalendar, unsent: list[Unsent]) -> list[Candidate]:
    """To the coordinators, of all pairs of one day's orders at once."""
    ordered = sorted({each.ordered_on for each in unsent})
    return [
        Candidate(
            coordinator,
            key_of(Kind.PROGRAMME_LATE, f"{day}"),
            reminder_days(calendar, due_on(calendar, day), COORDINATOR_STEPS),
        )
        for coordinator in (await people.coordinators(tx, school.id) if ordered else [])
        for day in ordered
    ]
