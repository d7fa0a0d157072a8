"""What those without a pair hear, and what the coordinator hears of them, in the day's one message."""

from datetime import datetime

from mentoring import waiting
from mentoring.digests import Candidate, Kind, key_of
from mentoring.rules.calendar import SchoolCalendar
from storage import people, support
from storage.schools import School
from storage.tx import Tx


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> list[Candidate]:
    """After ten working days the person, once; what they are offered, once; the coordinators that day and monthly.

    Each is said on the first day when it can be, never given up as stale: after holidays or a pause it is no less true.
    That their pair is over people hear on the working day after, or soon: later it is no news.
    """
    today = calendar.local_day(now)
    waits = await waiting.of_school(tx, school.id, calendar, today)
    mine = [
        Candidate(each.person_id, key_of(Kind.QUEUE, each.since), (max(each.long_from(calendar), today),))
        for each in waits
    ]
    again = [
        Candidate(each.person_id, key_of(Kind.PAIR_OVER, each.since), (calendar.add_working_days(each.since, 1),))
        for each in waits
        if each.after_pair
    ]
    offered = [
        Candidate(each.person_id, key_of(Kind.SUPPORT, each.id), (max(each.offered_on, today),))
        for each in await support.offered(tx, school.id, today)
    ]
    heard = mine + again + offered
    if not any(each.is_long(calendar, today) for each in waits):
        return heard
    key = key_of(Kind.UNPAIRED, f"{today:%Y%m}")
    return heard + [Candidate(each, key, (today,)) for each in await people.coordinators(tx, school.id)]
