"""Of the roadmap: what its responsible people are reminded of, and once a week what is behind."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from mentoring import stages, today
from mentoring.digests import Candidate, Kind, key_of
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap import reminder_days
from mentoring.rules.stage_status import SETTLED
from mentoring.rules.text import words_of
from mentoring.stages import ActivitySeen, StageSeen
from storage import people
from storage.people import Leader
from storage.schools import School
from storage.tx import Tx

ABSENT_DAYS = 2  # working days after which the other one is told


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> list[Candidate]:
    """For those who lead: the activities they answer for, and on the week's first working day what is behind."""
    here = calendar.local_day(now)
    leaders = await people.leaders(tx, school.id)
    if not any(_can_hear(each, here) for each in leaders):
        return []
    found = [*await _weekly(tx, school, calendar, leaders, now)]
    seen = await stages.look(tx, school.id, now)
    for stage in seen.stages:
        for activity in stage.activities:
            found += _of_activity(stage, activity, seen.school_year, calendar, leaders, here)
    return list(dict.fromkeys(found))  # who has both roles is told once


def _of_activity(
    stage: StageSeen,
    of: ActivitySeen,
    school_year: int,
    calendar: SchoolCalendar,
    leaders: Sequence[Leader],
    today_here: date,
) -> list[Candidate]:
    steps = of.activity.coordinator_steps
    if of.state in SETTLED or of.day is None or not of.day.confirmed or stage.responsible is None or not steps:
        return []
    days = reminder_days(calendar, of.day.day, steps)
    key = key_of(Kind.ACTIVITY, of.activity.key, school_year)
    told = [Candidate(each.person_id, key, days) for each in responsible(leaders, stage, today_here)]
    if told:
        return told
    later = tuple(calendar.add_working_days(day, ABSENT_DAYS) for day in days)
    return [Candidate(each.person_id, key, later) for each in leaders if _can_hear(each, today_here)]


def responsible(leaders: Sequence[Leader], of: StageSeen, today_here: date) -> list[Leader]:
    """Whom the school's own roadmap names, else the role's people of today; where nobody has the role, all who lead."""
    words = words_of(of.stage.responsible)
    named = [each for each in leaders if each.search_name.partition(" ")[0] in words]
    own = named or [each for each in leaders if each.role is of.responsible] or list(leaders)
    return [each for each in own if _can_hear(each, today_here)]


def _can_hear(of: Leader, today_here: date) -> bool:
    return of.reachable and not of.mute and (of.paused_until is None or of.paused_until <= today_here)


async def _weekly(
    tx: Tx, school: School, calendar: SchoolCalendar, leaders: Sequence[Leader], now: datetime
) -> list[Candidate]:
    """Only when there is something behind; the same once more is told once a month, not every week."""
    here = calendar.local_day(now)
    monday = here - timedelta(days=here.weekday())
    first = calendar.next_working_day(monday)
    if here != first:
        return []
    behind = await today.whole(tx, school.id, now)
    if not behind.is_behind:
        return []
    key = key_of(Kind.WEEKLY, f"{here:%Y%m}", behind.mark)
    return [Candidate(each.person_id, key, (first,)) for each in leaders if _can_hear(each, here)]
