"""Who was asked to answer a questionnaire: the message that asks, two reminders, and what the person's menu says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import notices, questionnaires, sending, silence
from mentoring.access import Member
from mentoring.digests import Candidate, Kind
from mentoring.digests import key_of as key_of_thing
from mentoring.notices import Notice
from mentoring.rules import asking
from mentoring.rules.asking import Asked
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM
from mentoring.silence import SilentPage
from storage import form_asks, runs
from storage.form_asks import Ask, Waiting
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState, Source

PAGE = 8


@dataclass(frozen=True, slots=True)
class Open:
    """An ask that waits for its answer; `again`: the person refused before it."""

    answer_by: date
    again: bool
    without_name: bool = False


def key_of(about: Mapping[str, int | str]) -> str:
    """Which questionnaire it is about; what names none means the mentor questionnaire."""
    return str(about.get("form") or FORM)


async def asked_form(tx: Tx, school_id: int, key: str) -> Form | None:
    """What chosen people may be asked to answer: the mentor questionnaire, or a published one of the school's own.

    None for whatever else.
    """
    if key != FORM and not questionnaires.asks_chosen(key):
        return None
    try:
        return (await questionnaires.newest(tx, school_id, key)).form
    except questionnaires.Unknown:
        return None


async def silent(tx: Tx, member: Member, form_key: str, number: int, now: datetime) -> SilentPage:
    """Who was asked and has not handed in, each with the reason."""
    found = await form_asks.count(tx, member.school_id, form_key)
    pages = max(1, -(-found.silent // PAGE))
    number = min(max(number, 0), pages - 1)
    today = now.astimezone(member.zone).date()
    rows = await form_asks.silent(tx, member.school_id, form_key, offset=number * PAGE, limit=PAGE)
    return SilentPage(tuple(silence.line(each, today) for each in rows), number, pages, found.silent, found.asked)


async def of_person(tx: Tx, member: Member, form_key: str) -> Open | None:
    """None when nobody has asked this school year, or the person has answered or taken it back since."""
    ask = await form_asks.newest(tx, member.person_id, form_key)
    return await _open(tx, ask) if ask else None


async def _open(tx: Tx, ask: Ask) -> Open | None:
    if ask.survey_id is not None:
        return None if ask.taken_part else Open(ask.answer_by, again=False, without_name=True)
    run = await runs.latest(tx, ask.person_id, ask.form_key)
    if run is None or run.state in (RunState.OPEN, RunState.ABANDONED):
        return Open(ask.answer_by, again=False)
    if run.state is RunState.SUBMITTED:
        before = run.submitted_at is not None and run.submitted_at < ask.asked_at
        return Open(ask.answer_by, again=True) if before else None
    return Open(ask.answer_by, again=False) if run.touched_at < ask.asked_at else None


async def closed(tx: Tx, run: Run, today: date) -> bool:
    """Is it too late to change what was sent? What came from paper is a coordinator's to correct."""
    if (
        run.state is not RunState.SUBMITTED
        or run.source is Source.PAPER
        or not questionnaires.asks_chosen(run.form_key)
    ):
        return False
    ask = await form_asks.newest(tx, run.person_id, run.form_key)
    return ask is None or ask.answer_by < today


async def invite(tx: Tx, ask: Ask | Waiting, *, at: datetime, calendar: SchoolCalendar, now: datetime) -> bool:
    """The message that asks; False when it is planned already."""
    return await notices.tell(
        tx,
        Notice.FORM_ASK,
        ask.person_id,
        key=f"form_ask:{ask.id}",
        due_at=at,
        now=now,
        about={"form": ask.form_key, "first": 1},
        lives=sending.lives(calendar, at),
    )


async def invite_due(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> int:
    """Whom no message could reach before is invited now."""
    told = 0
    for each, days in await _waiting(tx, school_id, calendar, now):
        if days is None and not await sending.heard_enough(tx, each.person_id, now):
            told += await invite(tx, each, at=now, calendar=calendar, now=now)
    return told


async def candidates(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> list[Candidate]:
    """The reminders of those who were invited."""
    return [
        Candidate(each.person_id, key_of_thing(Kind.FORM, each.id, each.form_key), days)
        for each, days in await _waiting(tx, school_id, calendar, now)
        if days
    ]


async def _waiting(
    tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime
) -> list[tuple[Waiting, tuple[date, ...] | None]]:
    today, version = calendar.local_day(now), PARTICIPANT_CONSENT.version
    return [
        (each, asking.reminder_days(calendar, _asked(each, calendar)))
        for form_key in await form_asks.forms(tx, school_id)
        if form_key == FORM or not calendar.exams(today)
        for each in await form_asks.waiting(tx, school_id, form_key, version=version, today=today)
    ]


def _asked(of: Waiting, calendar: SchoolCalendar) -> Asked:
    here = of.touched_at if of.run_state is RunState.OPEN else None
    return Asked(
        asked_on=calendar.local_day(of.asked_at),
        invited_on=calendar.local_day(of.invited_at) if of.invited_at else None,
        answer_by=of.answer_by,
        here_on=calendar.local_day(here) if here else None,
        refused_before=of.run_state is RunState.SUBMITTED,
    )
