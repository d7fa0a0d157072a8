"""What is due to be said now: looks at what is true, so running it twice or late is harmless."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, form_asks, forms, notices, sending
from mentoring.notices import Notice
from mentoring.rules.calendar import SchoolCalendar, Window
from mentoring.rules.roadmap import reminder_days
from mentoring.watch import PLANNED
from storage import activities, machine, reminding, schools
from storage.reminding import Candidate
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary import RunState

REQUESTS = "a2_requests"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one tick has planned."""

    schools: int
    notices: int


async def plan(tx: Tx, now: datetime) -> Plan:
    """Insert what is due for every school whose window is open; a unique key keeps each from being said twice."""
    open_schools = planned = 0
    for school in await schools.all_schools(tx):
        if school.set_up_at is None:
            continue
        calendar = await calendars.of_school(tx, school.id, now)
        window = calendar.send_window(now)
        if window is None or not window.opens <= now < window.closes or not calendar.speaks_on(calendar.local_day(now)):
            continue
        open_schools += 1
        planned += await _remind_of_requests(tx, school, calendar, window, now)
        planned += await form_asks.remind(tx, school.id, calendar, now)
    await machine.note(tx, PLANNED, "", now)
    return Plan(open_schools, planned)


async def _remind_of_requests(tx: Tx, school: School, calendar: SchoolCalendar, window: Window, now: datetime) -> int:
    """Once for each who has not begun («Это 3 минуты») or has stopped («Осталось 3 вопроса»)."""
    confirmed = {each.key: each.due_on for each in await activities.confirmed(tx, school.id, school.school_year)}
    due = confirmed.get(REQUESTS)
    if due is None:
        return 0
    today = calendar.local_day(now)
    first_step = min(forms.load().roadmap.activity(REQUESTS).teacher_steps)
    told = 0
    for candidate in await reminding.for_request(tx, school.id, today):
        if remind_on(calendar, due, first_step, candidate) > today or await sending.heard_enough(
            tx, candidate.person_id, now
        ):
            continue
        kind = Notice.GO_ON if candidate.run_state is RunState.OPEN else Notice.BEGIN
        told += await notices.tell(
            tx,
            kind,
            candidate.person_id,
            key=f"reminder:{candidate.person_id}:{REQUESTS}:{school.school_year}",
            due_at=now,
            now=now,
            lives=window.closes - now,
        )
    return told


def remind_on(calendar: SchoolCalendar, due: date, first_step: int, candidate: Candidate) -> date:
    """Some working days before the due date, but never on the day when the person was here themselves."""
    last_here = calendar.local_day(candidate.touched_at or candidate.consented_at)
    (before_due,) = reminder_days(calendar, due, (first_step,))
    return max(before_due, calendar.add_working_days(last_here, 1))
