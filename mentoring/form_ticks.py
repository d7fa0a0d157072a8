"""Choosing whom to ask to answer a questionnaire: ticks, the day to answer by, a preview, sending."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, form_asks, schools, sending, silence, surveys
from mentoring.access import Member
from mentoring.form_candidates import year_began
from mentoring.rules import asking
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.readiness import FORM
from mentoring.rules.survey_terms import APART
from mentoring.sending import When
from mentoring.silence import Beyond, SilentLine, beyond
from storage import activities, form_ticks, journal
from storage import form_asks as rows
from storage.form_asks import Ask
from storage.surveys import Survey
from storage.tx import Tx

ACTIVITY = "a3_survey"
MORE_DAYS = (7, 14, 21)


@dataclass(frozen=True, slots=True)
class Group:
    why: Beyond
    lines: tuple[SilentLine, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Whom the message reaches when it is sent, who has had one today and gets it later, who gets none and why.

    `rested` are ticked and were asked to another survey lately; in the `exams` nobody is asked.
    """

    people: int
    rested: int
    exams: bool
    reached: int
    later: int
    beyond: tuple[Group, ...]
    answer_by: date
    when: When


@dataclass(frozen=True, slots=True)
class Sent:
    people: int
    told: int
    when: When


async def tick(tx: Tx, member: Member, form_key: str, person_id: int, *, on: bool) -> bool:
    """Set or take back one tick; False when it was so already."""
    by = member.person_id
    if on:
        return bool(await form_ticks.tick(tx, member.school_id, form_key, person_id=person_id, by=by))
    return bool(await form_ticks.untick(tx, form_key, person_id=person_id, by=by))


async def tick_experienced(tx: Tx, member: Member, form_key: str) -> int:
    """Everybody with four years of work and more who was neither asked nor has refused this school year."""
    since = await year_began(tx, member)
    return await form_ticks.tick_experienced(tx, member.school_id, form_key, by=member.person_id, since=since)


async def tick_unanswered(tx: Tx, member: Member, form_key: str) -> int:
    """Everybody of the list: whoever has answered is not on it."""
    return await form_ticks.tick_unanswered(tx, member.school_id, form_key, by=member.person_id)


async def untick_all(tx: Tx, member: Member, form_key: str) -> int:
    return await form_ticks.untick_all(tx, form_key, by=member.person_id)


async def preview(tx: Tx, member: Member, form_key: str, now: datetime) -> Preview:
    calendar = await calendars.of_school(tx, member.school_id, now)
    rested = await _surveyed(tx, member, form_key, now)
    ticked = await form_ticks.ticked(tx, member.school_id, form_key, by=member.person_id)
    listed = [each for each in ticked if each.id not in rested]
    limits = sending.limits(calendar, now)
    found = await form_ticks.reached(tx, member.school_id, form_key, limits, by=member.person_id)
    reached = [each for each in found if each.id not in rested]
    may_be_told = {each.id for each in reached}
    today = calendar.local_day(now)
    out_of_reach = [silence.line(each, today) for each in listed if each.id not in may_be_told]
    told = sum(each.told for each in reached)
    return Preview(
        people=len(listed),
        rested=len(ticked) - len(listed),
        exams=form_key != FORM and calendar.exams(calendar.local_day(sending.moment(calendar, now))),
        reached=len(reached) - told,
        later=told,
        beyond=_grouped(out_of_reach),
        answer_by=await _answer_by(tx, member, form_key, calendar, now),
        when=sending.when(calendar, now),
    )


async def suggestions(tx: Tx, member: Member, form_key: str, now: datetime) -> tuple[date, ...]:
    """Days to answer by: what is proposed, and some weeks from the sending."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    sent_on = calendar.local_day(sending.moment(calendar, now))
    proposed = asking.answer_by(calendar, sent_on, await _roadmap_day(tx, member, form_key))
    weeks = (calendar.next_working_day(date.fromordinal(sent_on.toordinal() + days)) for days in MORE_DAYS)
    return tuple(sorted({proposed, *weeks}))


async def set_answer_by(tx: Tx, member: Member, form_key: str, day: date, now: datetime) -> bool:
    """False for a day that nobody could answer by, and when nobody is ticked any more."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    if day <= calendar.local_day(sending.moment(calendar, now)):
        return False
    return bool(await form_ticks.set_answer_by(tx, form_key, by=member.person_id, answer_by=day))


async def send(tx: Tx, member: Member, form_key: str, now: datetime, *, threshold: int = 0) -> Sent | None:
    """Ask everybody who is ticked; None when nobody is: pressed again, it asks nobody twice.

    While a round without names is open they are asked to it; a `threshold` opens one.
    """
    calendar, by = await calendars.of_school(tx, member.school_id, now), member.person_id
    if form_key != FORM and calendar.exams(calendar.local_day(sending.moment(calendar, now))):
        return None
    rested = await _surveyed(tx, member, form_key, now)
    ticked = await form_ticks.ticked(tx, member.school_id, form_key, by=by)
    listed = [each for each in ticked if each.id not in rested]
    day, school = await _answer_by(tx, member, form_key, calendar, now), await schools.get(tx, member.school_id)
    survey = await surveys.join(
        tx, school, form_key, threshold=threshold, answer_by=day, people=len(listed), by=by, now=now
    )
    if not listed or (survey is None and (threshold or await surveys.always(tx, member.school_id, form_key))):
        return None
    limits = sending.limits(calendar, now)
    reached = await form_ticks.reached(tx, member.school_id, form_key, limits, by=member.person_id)
    at_once = {each.id for each in reached if not each.told}
    moment, told = sending.moment(calendar, now), 0
    for each in listed:
        ask = await _ask(tx, member, form_key, each.id, day, survey, now)
        if each.id in at_once:
            told += await form_asks.invite(tx, ask, at=moment, calendar=calendar, now=now)
        await form_ticks.untick(tx, form_key, person_id=each.id, by=by)
    count = len(listed)
    act = f"{FORM}.ask" if form_key == FORM else "form.ask"
    await journal.note(tx, act, school_id=member.school_id, actor_id=by, count=count, now=now)
    return Sent(count, told, sending.when(calendar, now))


async def _surveyed(tx: Tx, member: Member, form_key: str, now: datetime) -> frozenset[int]:
    """Who of the ticked is left alone: another survey was theirs lately. The mentor questionnaire is none."""
    if form_key == FORM:
        return frozenset()
    since = now - APART
    return frozenset(await form_ticks.surveyed(tx, member.school_id, form_key, by=member.person_id, since=since))


async def _ask(
    tx: Tx, member: Member, form_key: str, person_id: int, answer_by: date, survey: Survey | None, now: datetime
) -> Ask:
    school = await schools.get(tx, member.school_id)
    ask_id = await rows.add(
        tx,
        school_id=member.school_id,
        person_id=person_id,
        form_key=form_key,
        school_year=school.school_year,
        by=member.person_id,
        answer_by=survey.answer_by if survey else answer_by,
        survey_id=survey.id if survey else None,
        now=now,
    )
    return await rows.get(tx, ask_id)


async def _answer_by(tx: Tx, member: Member, form_key: str, calendar: SchoolCalendar, now: datetime) -> date:
    """Of an open round its own; else what the coordinator chose, as long as it is ahead; else what is proposed."""
    sent_on = calendar.local_day(sending.moment(calendar, now))
    found = await surveys.newest(tx, member.school_id, form_key)
    if found and found.is_open:
        return found.survey.answer_by
    chosen = await form_ticks.answer_by(tx, form_key, by=member.person_id)
    if chosen is not None and chosen > sent_on:
        return chosen
    return asking.answer_by(calendar, sent_on, await _roadmap_day(tx, member, form_key))


async def _roadmap_day(tx: Tx, member: Member, form_key: str) -> date | None:
    """Of a date that nobody has confirmed nothing follows; of the school's own questionnaires the roadmap is silent."""
    if form_key != FORM:
        return None
    school = await schools.get(tx, member.school_id)
    confirmed = {each.key: each.due_on for each in await activities.confirmed(tx, school.id, school.school_year)}
    return confirmed.get(ACTIVITY)


def _grouped(lines: list[SilentLine]) -> tuple[Group, ...]:
    found = ((why, tuple(each for each in lines if beyond(each) is why)) for why in Beyond)
    return tuple(Group(why, of) for why, of in found if of)
