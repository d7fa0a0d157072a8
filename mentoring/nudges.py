"""The coordinator's own reminder to those who have not answered: counted first, sent inside the window."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import calendars, notices, sending
from mentoring.access import Member
from mentoring.digests import Kind, key_of
from mentoring.notices import Notice
from mentoring.requests import FORM as REQUEST
from mentoring.rules.readiness import FORM as MENTORING
from mentoring.sending import When
from storage import bank, form_asks, journal, reminded, schools
from storage.bank import Limits, Reach
from storage.tx import Tx

_ACTS = {REQUEST: "request.remind", MENTORING: f"{MENTORING}.remind"}


@dataclass(frozen=True, slots=True)
class Preview:
    """How many a reminder would reach, how many had one lately or need none, how many cannot be written to."""

    people: int  # who is asked at all
    silent: int
    reachable: int
    told: int
    on_paper: int  # could be reached, and have said that their request is on paper
    when: When

    @property
    def beyond_reach(self) -> int:
        return self.silent - self.reachable - self.told - self.on_paper


@dataclass(frozen=True, slots=True)
class Sent:
    count: int
    when: When


async def preview(tx: Tx, member: Member, form_key: str, now: datetime) -> Preview:
    calendar = await calendars.of_school(tx, member.school_id, now)
    limits = sending.limits(calendar, now)
    found = await _reach(tx, member.school_id, form_key, limits)
    asked = await _asked(tx, member.school_id, form_key)
    reached = len(await _reachable(tx, member.school_id, form_key, limits))
    return Preview(
        people=asked,
        silent=found.silent,
        reachable=reached,
        told=found.told,
        on_paper=found.reachable - reached,
        when=sending.when(calendar, now),
    )


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
    """Whoever was promised that the bot reminds no more is left alone by a coordinator's press too."""
    if form_key != REQUEST:
        return await form_asks.reachable(tx, school_id, form_key, limits)
    school = await schools.get(tx, school_id)
    thing = key_of(Kind.REQUEST, school.school_year if school else 0)
    on_paper = set(await reminded.people_on_paper(tx, school_id, thing))
    return [each for each in await bank.reachable(tx, school_id, limits) if each not in on_paper]
