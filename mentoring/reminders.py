"""What is due to be said now: looks at what is true, so running it twice or late is harmless."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from mentoring import (
    announcements,
    calendars,
    digests,
    form_asks,
    forms,
    meeting_reminders,
    pair_reminders,
    programme_reminders,
    queue_reminders,
    roadmap_reminders,
    survey_plans,
)
from mentoring.digests import Candidate, Kind, key_of
from mentoring.gatherings import reminding as gathering_reminders
from mentoring.practices import promising
from mentoring.rules.calendar import WINDOW_END, WINDOW_START, SchoolCalendar
from mentoring.rules.roadmap import REQUESTS, reminder_days
from mentoring.watch import PLANNED
from mentoring.year_end import confirming
from storage import activities, machine, reminding, schools
from storage.reminding import Candidate as Silent
from storage.schools import School
from storage.tx import Tx

MANY_SCHOOLS, MOST_TURNS = 100, 4
NEWCOMERS_DAYS = 5  # working days that somebody has who came when the others were done


@dataclass(frozen=True, slots=True)
class Plan:
    """What one tick has planned."""

    schools: int
    notices: int


async def awake(tx: Tx, now: datetime) -> list[School]:
    """The schools where it is the hour of speaking: the others cost nothing more."""
    return [
        school
        for school in await schools.all_schools(tx)
        if school.set_up_at is not None and WINDOW_START <= _clock(school, now) < WINDOW_END
    ]


def turn(schools: Sequence[School], number: int) -> Sequence[School]:
    """Whose turn it is in the tick of this number: all of a few, of many a share, so that others have the writer too.

    Every school within `MOST_TURNS` ticks, one minute.
    """
    turns = min(MOST_TURNS, 1 + len(schools) // MANY_SCHOOLS)
    return schools[number % turns :: turns]


def _clock(school: School, now: datetime) -> time:
    return now.astimezone(ZoneInfo(school.time_zone)).time()


async def plan(tx: Tx, now: datetime, school: School) -> int:
    """Insert what is due in one school; a unique key keeps each from being said twice."""
    calendar = await calendars.of_school(tx, school.id, now)
    window = calendar.send_window(now)
    if window is None or not window.opens <= now < window.closes:
        return 0
    today = calendar.local_day(now)
    told = 0
    candidates = await roadmap_reminders.candidates(tx, school, calendar, now)
    candidates += await survey_plans.candidates(tx, school, calendar, now)
    await pair_reminders.pass_days(tx, school.id, calendar, now)
    if calendar.speaks_on(today):
        told += await announcements.plan_due(tx, school.id, calendar, now)  # first: whatever else is due waits for it
        await survey_plans.open_due(tx, school, calendar, now)
        told += await gathering_reminders.pass_day(tx, school, calendar, now)
        told += await form_asks.invite_due(tx, school.id, calendar, now)
        candidates += await _requests(tx, school, calendar, today)
        candidates += await form_asks.candidates(tx, school.id, calendar, now)
        candidates += await pair_reminders.candidates(tx, school, calendar)
        candidates += await meeting_reminders.candidates(tx, school.id, calendar, now)
        candidates += await queue_reminders.candidates(tx, school, calendar, now)
        candidates += await programme_reminders.candidates(tx, school, calendar, today)
        candidates += await gathering_reminders.candidates(tx, school, calendar, today)
        candidates += await promising.candidates(tx, school, calendar, today)
        candidates += await confirming.candidates(tx, school, calendar, today)
    return told + await digests.tell(tx, await digests.due(tx, candidates, today), today, window, now)


async def note_planned(tx: Tx, now: datetime) -> None:
    """For the watchdog: the planner is alive."""
    await machine.note(tx, PLANNED, "", now)


async def _requests(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    """Who has not begun («Это 3 минуты») or has stopped («Осталось 3 вопроса»)."""
    confirmed = {each.key: each.due_on for each in await activities.confirmed(tx, school.id, school.school_year)}
    due = confirmed.get(REQUESTS)
    if due is None:
        return []
    key = key_of(Kind.REQUEST, school.school_year)
    return [
        Candidate(each.person_id, key, request_days(calendar, due, each))
        for each in await reminding.for_request(tx, school.id, today)
    ]


def request_days(calendar: SchoolCalendar, due: date, of: Silent) -> tuple[date, ...]:
    """Around the due date, a newcomer's own one later, and never on the day when the person was here themselves."""
    joined = calendar.local_day(of.consented_at)
    last_here = calendar.local_day(of.touched_at or of.consented_at)
    due = max(due, calendar.add_working_days(joined, NEWCOMERS_DAYS))
    after_visit = calendar.add_working_days(last_here, 1)
    steps = forms.load().roadmap.activity(REQUESTS).teacher_steps
    return tuple(max(day, after_visit) for day in reminder_days(calendar, due, steps))
