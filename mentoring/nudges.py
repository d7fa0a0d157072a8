"""The coordinator's own reminder to those who have not handed in a request: counted first, sent inside the window."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from mentoring import calendars, notices
from mentoring.access import Member
from mentoring.notices import Notice
from mentoring.reminders import ONE_DAY, ONE_WEEK
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import MENTEE_CONSENT
from storage import bank, journal
from storage.bank import Limits
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class When:
    """The moment of sending, at the school's clock."""

    at: datetime
    at_once: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """How many a reminder would reach, how many had one lately, how many cannot be written to."""

    people: int  # who is asked for a request at all
    silent: int
    reachable: int
    told: int
    when: When

    @property
    def beyond_reach(self) -> int:
        return self.silent - self.reachable - self.told


@dataclass(frozen=True, slots=True)
class Sent:
    count: int
    when: When


async def preview(tx: Tx, member: Member, now: datetime) -> Preview:
    calendar = await calendars.of_school(tx, member.school_id, now)
    found = await bank.reach(tx, member.school_id, _limits(calendar, now))
    asked = await bank.count(tx, member.school_id)
    return Preview(asked.people, found.silent, found.reachable, found.told, _when(calendar, now))


async def send(tx: Tx, member: Member, now: datetime) -> Sent:
    """Everybody who can be reached; pressed again the same day it finds nobody left."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    moment = _moment(calendar, now)
    window = calendar.send_window(moment)
    lives = window.closes - moment if window else timedelta(hours=1)
    told = 0
    for person_id in await bank.reachable(tx, member.school_id, _limits(calendar, now)):
        key = f"nudge:{person_id}:{calendar.local_day(moment):%Y%m%d}"
        told += await notices.tell(tx, Notice.NUDGE, person_id, key=key, due_at=moment, now=now, lives=lives)
    if told:
        await journal.note(
            tx, "request.remind", school_id=member.school_id, actor_id=member.person_id, count=told, now=now
        )
    return Sent(told, _when(calendar, now))


def _moment(calendar: SchoolCalendar, now: datetime) -> datetime:
    """The next minute when teachers may be written to; never during their leave in summer."""
    moment = calendar.next_send_moment(now)
    while calendar.quiet(calendar.local_day(moment)):
        tomorrow = calendar.local_day(moment) + timedelta(days=1)
        moment = calendar.next_send_moment(datetime.combine(tomorrow, time(), calendar.zone).astimezone(UTC))
    return moment


def _when(calendar: SchoolCalendar, now: datetime) -> When:
    moment = _moment(calendar, now)
    local = moment.astimezone(calendar.zone)
    return When(local, at_once=moment <= now, today=local.date() == calendar.local_day(now))


def _limits(calendar: SchoolCalendar, now: datetime) -> Limits:
    return Limits(version=MENTEE_CONSENT.version, today=calendar.local_day(now), day=now - ONE_DAY, week=now - ONE_WEEK)
