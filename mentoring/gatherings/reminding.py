"""What is said of events on a day of speaking: before them, of tasks, of minutes that are missing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring import calendars, schools
from mentoring.digests import Candidate, Kind, key_of
from mentoring.gatherings import feedback, telling
from mentoring.rules import gatherings as rules
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap import reminder_days
from storage import gatherings, people
from storage.gatherings import Awaited, Task
from storage.schools import School
from storage.tx import Tx

MARKED_FOR = timedelta(days=rules.MARKED_FOR)


@dataclass(frozen=True, slots=True)
class GatheringCounts:
    """What a coordinator has to look at."""

    talks: int  # to be accepted
    unmarked: int  # events that are over, nobody is marked
    minutes: int  # missing
    tasks: int  # late


NONE = GatheringCounts(0, 0, 0, 0)


async def pass_day(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> int:
    """Messages that did not fit into their window; questionnaires that were left to the bot."""
    leads = await people.coordinators(tx, school.id)
    if leads:
        await feedback.ask_due(tx, school, leads[0], now)
    return await telling.tell_stale(tx, school, calendar, now)


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    awaited = await gatherings.awaited(tx, school.id, school.school_year, today)
    tasks = await gatherings.open_of_school(tx, school.id)
    return [
        *(_of_event(calendar, each) for each in awaited),
        *(_of_task(calendar, each) for each in tasks),
        *(await _of_minutes(tx, school, calendar, today)),
    ]


def _of_event(calendar: SchoolCalendar, of: Awaited) -> Candidate:
    """A moved event is another thing to be reminded of."""
    invited_on = calendar.local_day(of.invited_at)
    days = rules.reminder_days(calendar, of.day, of.starts, invited_on)
    return Candidate(of.person_id, key_of(Kind.GATHERING, of.gathering_id, of.edition), days)


def _of_task(calendar: SchoolCalendar, of: Task) -> Candidate:
    return Candidate(of.person_id, key_of(Kind.TASK, of.id), reminder_days(calendar, of.due_on, rules.TASK_STEPS))


async def _of_minutes(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    """To those who lead, once of an event."""
    late = [
        each
        for each in await gatherings.of_year(tx, school.id, school.school_year)
        if each.held and not each.number and minutes_on(calendar, each.day) <= today
    ]
    leads = await people.coordinators(tx, school.id) if late else []
    return [
        Candidate(each, key_of(Kind.MINUTES, of.id), (minutes_on(calendar, of.day),)) for of in late for each in leads
    ]


def minutes_on(calendar: SchoolCalendar, day: date) -> date:
    """The day on which minutes that are not there are missed."""
    return calendar.add_working_days(day, rules.MINUTES_AFTER)


async def counts(tx: Tx, school_id: int, now: datetime) -> GatheringCounts:
    calendar, school_year = await calendars.of_school(tx, school_id, now), await schools.year_of(tx, school_id)
    today = calendar.local_day(now)
    found = await gatherings.counts(
        tx,
        school_id,
        school_year,
        today=today,
        marked_from=today - MARKED_FOR,
        minutes_before=calendar.add_working_days(today, -rules.MINUTES_AFTER),
    )
    late = [each for each in await gatherings.open_of_school(tx, school_id) if each.due_on < today]
    return GatheringCounts(found.talks, found.unmarked, found.minutes, len(late))
