"""«Как прошла встреча?»: the nameless questionnaire, asked of those who were there, by a press or by the bot."""

from datetime import datetime, timedelta
from enum import StrEnum

from mentoring import calendars, schools, surveys
from mentoring.access import Member
from mentoring.gatherings.looking import look
from mentoring.rules import nameless
from storage import form_asks, gatherings
from storage.gatherings import Gathering
from storage.schools import School
from storage.tx import Tx

FORM = "event_feedback"
DAYS = 5  # working days to answer
ASKED_FOR = timedelta(days=7)  # after an event: later nobody remembers


class Asking(StrEnum):
    """What became of it."""

    DONE = "done"
    NOT_HELD = "not_held"
    ALREADY = "already"
    BUSY = "busy"  # another event's round is open: answers of the two would be one
    FEW = "few"  # fewer than there must be answers
    EXAMS = "exams"


async def may_answer(tx: Tx, of: Gathering) -> list[int]:
    """Who was there and has the bot."""
    every = await gatherings.on_list(tx, of.id)
    return [each.id for each in every if each.attended and each.account_id is not None]


async def ask(tx: Tx, member: Member, gathering_id: int, threshold: int, now: datetime) -> Asking:
    """The coordinator's press: everybody is asked at once, once."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.held:
        return Asking.NOT_HELD
    school = await schools.get(tx, member.school_id)
    return await _ask(tx, school, seen.gathering, threshold, member.person_id, now)


async def leave_to_bot(tx: Tx, member: Member, gathering_id: int, threshold: int | None, now: datetime) -> bool:
    """The bot asks on the first day of speaking after the event; None takes that back."""
    seen = await look(tx, member, gathering_id, now)
    known = threshold is None or threshold in nameless.THRESHOLDS
    if seen is None or seen.is_cancelled or not known:
        return False
    return bool(await gatherings.set_feedback(tx, gathering_id, threshold))


async def ask_due(tx: Tx, school: School, by: int, now: datetime) -> int:
    """Of events that are over and were left to the bot; how many it was."""
    calendar, asked = await calendars.of_school(tx, school.id, now), 0
    today = calendar.local_day(now)
    for of in await gatherings.of_school(tx, school.id, school.school_year):
        if of.feedback and of.survey_id is None and today - ASKED_FOR <= of.day < today:
            asked += await _ask(tx, school, of, of.feedback, by, now) is Asking.DONE
    return asked


async def _ask(tx: Tx, school: School, of: Gathering, threshold: int, by: int, now: datetime) -> Asking:
    calendar = await calendars.of_school(tx, school.id, now)
    today = calendar.local_day(now)
    refused = await _refusal(tx, of, threshold)
    if refused or calendar.exams(today):
        return refused or Asking.EXAMS
    whom = await may_answer(tx, of)
    answer_by = calendar.add_working_days(today, DAYS)
    survey = await surveys.join(
        tx, school, FORM, threshold=threshold, answer_by=answer_by, people=len(whom), by=by, now=now
    )
    if survey is None or not await gatherings.note_survey(tx, of.id, survey.id):
        return Asking.FEW
    for person_id in whom:
        await form_asks.add(
            tx,
            school_id=school.id,
            person_id=person_id,
            form_key=FORM,
            school_year=school.school_year,
            by=by,
            answer_by=survey.answer_by,
            survey_id=survey.id,
            now=now,
        )
    return Asking.DONE


async def _refusal(tx: Tx, of: Gathering, threshold: int) -> Asking | None:
    if of.survey_id is not None:
        return Asking.ALREADY
    if await surveys.is_open(tx, of.school_id, FORM):
        return Asking.BUSY
    few = threshold not in nameless.THRESHOLDS or len(await may_answer(tx, of)) < threshold
    return Asking.FEW if few else None


EVERY = nameless.THRESHOLDS


def thresholds(people: int) -> tuple[int, ...]:
    """From how many answers on they may be shown, of so many people."""
    return tuple(each for each in nameless.THRESHOLDS if each <= people)
