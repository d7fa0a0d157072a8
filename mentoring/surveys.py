"""Questionnaires that are answered without names, round by round.

Anonymous by construction: a register of who was asked and took part, and how many gave each answer to each question.
Nothing joins the two: no shared key, no time, no order. A draft is the person's own until it is sent, then it is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring import answer_values, calendars, forms, questionnaires
from mentoring.access import Member
from mentoring.notices import Notice, tell
from mentoring.questionnaires import Asked
from mentoring.rules import nameless
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.forms import Form
from mentoring.rules.questionnaire import Answers
from storage import inbox, journal, people, run_ends
from storage import surveys as rows
from storage.runs import Run
from storage.schools import School
from storage.surveys import Part, Survey
from storage.tx import Tx

CLOSED = "survey.close"  # in the journal; what stands in the write-ahead log then goes with it


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a questionnaire as the coordinator sees it."""

    survey: Survey
    form: Form

    @property
    def is_open(self) -> bool:
        return self.survey.closed_at is None

    @property
    def is_enough(self) -> bool:
        """Are there as many answers as whoever opened it said there must be?"""
        return nameless.is_enough(self.survey.answered, self.survey.threshold)


async def join(
    tx: Tx, school: School, form_key: str, *, threshold: int, answer_by: date, people: int, by: int, now: datetime
) -> Survey | None:
    """The round that so many more people are asked to: the open one, as it was opened, else a new one.

    None for what keeps its names, and for fewer people than there must be answers.
    """
    found = await rows.open_of(tx, school.id, form_key) if people else None
    if found is None and threshold in nameless.THRESHOLDS and people >= threshold:
        found = await _open(tx, school, form_key, threshold, answer_by, by, now)
    if found is not None:
        await rows.count_asked(tx, found.id, people)
    return found


async def _open(
    tx: Tx, school: School, form_key: str, threshold: int, answer_by: date, by: int, now: datetime
) -> Survey | None:
    asked = await questionnaires.current(tx, school.id, form_key)
    if not may_be(asked.form) or asked.digest is None:
        return None
    survey_id = await rows.open_round(
        tx,
        school_id=school.id,
        school_year=school.school_year,
        form_key=form_key,
        digest=asked.digest,
        threshold=threshold,
        answer_by=answer_by,
        by=by,
        now=now,
    )
    await journal.note(tx, "survey.open", school_id=school.id, actor_id=by, now=now)
    return await rows.get(tx, survey_id)


def may_be(form: Form) -> bool:
    """Without names, if the coordinator decides so: the end of the year, and whatever the school has made itself."""
    return nameless.may_be(form) or (form.key not in forms.load().forms and questionnaires.asks_chosen(form.key))


async def always(tx: Tx, school_id: int, form_key: str) -> bool:
    """Is it asked without names, whoever opens it?"""
    return (await questionnaires.newest(tx, school_id, form_key)).form.anonymous


async def get(tx: Tx, member: Member, survey_id: int) -> Round | None:
    """A round of the person's own school."""
    return await of_school(tx, member.school_id, survey_id)


async def of_school(tx: Tx, school_id: int, survey_id: int) -> Round | None:
    found = await rows.get(tx, survey_id)
    return await _round(tx, found) if found is not None and found.school_id == school_id else None


async def of_survey(tx: Tx, survey: Survey) -> Round:
    """With the wording that it was opened with."""
    return await _round(tx, survey)


async def asked(tx: Tx, about: Mapping[str, int | str]) -> Asked | None:
    """What a run for a round is asked: the wording that the round was opened with. None of any other run."""
    found = await rows.get(tx, int(about[nameless.ROUND])) if nameless.ROUND in about else None
    return Asked((await _round(tx, found)).form, found.digest) if found else None


async def newest(tx: Tx, school_id: int, form_key: str) -> Round | None:
    found = await rounds(tx, school_id, form_key)
    return found[0] if found else None


async def is_open(tx: Tx, school_id: int, form_key: str) -> bool:
    return await rows.open_of(tx, school_id, form_key) is not None


async def rounds(tx: Tx, school_id: int, form_key: str) -> list[Round]:
    """The newest first."""
    return [await _round(tx, each) for each in await rows.rounds(tx, school_id, form_key)]


async def _round(tx: Tx, survey: Survey) -> Round:
    return Round(survey, nameless.form(await questionnaires.by_digest(tx, survey.digest)))


async def hand_in(tx: Tx, run: Run, form: Form, kept: Answers) -> bool:
    """The answers part from their author here. False when the round is closed, or they have taken part before."""
    survey_id = int(run.about[nameless.ROUND])
    if not await rows.take_part(tx, survey_id, run.person_id):
        return False
    for question in nameless.answerable(form):
        if question.key in kept:
            value = answer_values.written(kept[question.key])
            await rows.add_answer(tx, survey_id, question.key, value or nameless.SKIPPED)
    await run_ends.forget(tx, [run.id])
    return True


async def last_part(tx: Tx, member: Member) -> Part | None:
    """What became of the round that the person was asked to last: of a draft that is gone nothing else is known."""
    return await rows.last_part(tx, member.person_id)


async def close(tx: Tx, member: Member, form_key: str, now: datetime) -> Round | None:
    """The coordinator's press. None when no round is open any more."""
    found = await rows.open_of(tx, member.school_id, form_key)
    if found is None:
        return None
    await _close(tx, found, min(found.answer_by, now.astimezone(member.zone).date() - timedelta(days=1)), now)
    await journal.note(tx, CLOSED, school_id=member.school_id, actor_id=member.person_id, now=now)
    return await newest(tx, member.school_id, form_key)


async def close_over(tx: Tx, now: datetime) -> int:
    """The last day has passed in the school's own time; how many rounds it was."""
    closed = 0
    for survey in await rows.over(tx, now.date() + timedelta(days=1)):
        calendar = await calendars.of_school(tx, survey.school_id, now)
        if survey.answer_by < calendar.local_day(now):
            await _close(tx, survey, survey.answer_by, now)
            await journal.note(tx, CLOSED, school_id=survey.school_id, actor_id=None, now=now)
            await _tell_closed(tx, survey, calendar, now)
            closed += 1
    return closed


async def _tell_closed(tx: Tx, survey: Survey, calendar: SchoolCalendar, now: datetime) -> None:
    for coordinator in await people.coordinators(tx, survey.school_id):
        await tell(
            tx,
            Notice.SURVEY_CLOSED,
            coordinator,
            key=f"survey_closed:{survey.id}:{coordinator}",
            due_at=calendars.waking_hour(calendar, now),
            now=now,
            about={"survey": survey.id},
            lives=timedelta(days=7),
        )


async def _close(tx: Tx, survey: Survey, last_day: date, now: datetime) -> None:
    """What was begun and not sent is gone, and nothing keeps the order in which the answers came."""
    await run_ends.forget(tx, await rows.drafts(tx, survey.id))
    await rows.close(tx, survey.id, last_day, now)
    await rows.rewrite(tx, survey.id)
    await inbox.empty_dead(tx)  # a press that could not be handled names an option
