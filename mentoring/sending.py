"""When what a coordinator sends reaches teachers, and whom it may reach: inside the window, under all caps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from storage import heard
from storage.bank import Limits
from storage.tx import Tx

ONE_DAY, ONE_WEEK = timedelta(hours=20), timedelta(days=7)
MOST_A_WEEK, MOST_A_MONTH = 3, 4


@dataclass(frozen=True, slots=True)
class When:
    """The moment of sending, at the school's clock."""

    at: datetime
    at_once: bool
    today: bool


def moment(calendar: SchoolCalendar, now: datetime) -> datetime:
    """The next minute when teachers may be written to; never in holidays nor during their leave in summer."""
    found = calendar.next_send_moment(now)
    day = calendar.local_day(found)
    if calendar.speaks_on(day):
        return found
    morning = datetime.combine(calendar.next_speaking_day(day), time(), calendar.zone)
    return calendar.next_send_moment(morning.astimezone(UTC))


def lives(calendar: SchoolCalendar, at: datetime) -> timedelta:
    """Until the window closes: what was not sent by then is planned anew or dropped."""
    window = calendar.send_window(at)
    return window.closes - at if window else timedelta(hours=1)


def when(calendar: SchoolCalendar, now: datetime) -> When:
    at = moment(calendar, now)
    local = at.astimezone(calendar.zone)
    return When(local, at_once=at <= now, today=local.date() == calendar.local_day(now))


def limits(calendar: SchoolCalendar, now: datetime) -> Limits:
    return Limits(
        version=PARTICIPANT_CONSENT.version, today=calendar.local_day(now), day=now - ONE_DAY, week=now - ONE_WEEK
    )


async def heard_enough(tx: Tx, person_id: int, now: datetime) -> bool:
    """One message a day and three a week at most."""
    if await heard.count(tx, person_id, now - ONE_DAY):
        return True
    return await heard.count(tx, person_id, now - ONE_WEEK) >= MOST_A_WEEK


async def free_to_hear(tx: Tx, people_ids: Sequence[int], now: datetime) -> set[int]:
    """Of these, who has not heard enough."""
    today = {each.person_id for each in await heard.of_people(tx, people_ids, now - ONE_DAY)}
    week = await heard.of_people(tx, people_ids, now - ONE_WEEK)
    return set(people_ids) - today - {each.person_id for each in week if each.times >= MOST_A_WEEK}


async def tired(tx: Tx, people_ids: Sequence[int], month: datetime) -> set[int]:
    """Of these, who has heard so much since the month began that nobody begs them for answers before the next one."""
    heard_of = await heard.of_people(tx, people_ids, month) if people_ids else []
    return {each.person_id for each in heard_of if each.times >= MOST_A_MONTH}
