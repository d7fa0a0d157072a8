"""The coordinator's own reminder to those who have not answered: counted first, sent inside the window."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import calendars, notices, sending
from mentoring.access import Member
from mentoring.notices import Notice
from mentoring.requests import FORM as REQUEST
from mentoring.rules.readiness import FORM as MENTORING
from mentoring.sending import When
from storage import bank, form_asks, journal
from storage.bank import Limits, Reach
from storage.tx import Tx

_ACTS = {REQUEST: "request.remind", MENTORING: f"{MENTORING}.remind"}


@dataclass(frozen=True, slots=True)
class Preview:
    """How many a reminder would reach, how many had one lately, how many cannot be written to."""

    people: int  # who is asked at all
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


async def preview(tx: Tx, member: Member, form_key: str, now: datetime) -> Preview:
    calendar = await calendars.of_school(tx, member.school_id, now)
    limits = sending.limits(calendar, now)
    found = await _reach(tx, member.school_id, form_key, limits)
    asked = await _asked(tx, member.school_id, form_key)
    return Preview(asked, found.silent, found.reachable, found.told, sending.when(calendar, now))


async def send(tx: Tx, member: Member, form_key: str, now: datetime) -> Sent:
    """Everybody who can be reached; pressed again the same day it finds nobody left."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    moment = sending.moment(calendar, now)
    told = 0
    for person_id in await _reachable(tx, member.school_id, form_key, sending.limits(calendar, now)):
        told += await notices.tell(
            tx,
            Notice.NUDGE,
            person_id,
            key=f"nudge:{person_id}:{calendar.local_day(moment):%Y%m%d}",
            due_at=moment,
            now=now,
            about={"form": form_key},
            lives=sending.lives(calendar, moment),
        )
    if told:
        act = _ACTS.get(form_key, "form.remind")
        await journal.note(tx, act, school_id=member.school_id, actor_id=member.person_id, count=told, now=now)
    return Sent(told, sending.when(calendar, now))


async def _asked(tx: Tx, school_id: int, form_key: str) -> int:
    """A request is everybody's; another questionnaire is for those whom a coordinator has asked."""
    if form_key == REQUEST:
        return (await bank.count(tx, school_id)).people
    return (await form_asks.count(tx, school_id, form_key)).asked


async def _reach(tx: Tx, school_id: int, form_key: str, limits: Limits) -> Reach:
    if form_key == REQUEST:
        return await bank.reach(tx, school_id, limits)
    return await form_asks.reach(tx, school_id, form_key, limits)


async def _reachable(tx: Tx, school_id: int, form_key: str, limits: Limits) -> list[int]:
    if form_key == REQUEST:
        return await bank.reachable(tx, school_id, limits)
    return await form_asks.reachable(tx, school_id, form_key, limits)
