"""One person's questionnaire, begun or handed in, in the words of the form that they were asked."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import questionnaires
from mentoring.access import Member
from mentoring.answer_values import by_question
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Part
from mentoring.rules.questionnaire import Answers, SummaryLine
from storage import bank, journal, people, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState


@dataclass(frozen=True, slots=True)
class Answered:
    run: Run
    form: Form
    full_name: str
    position: str
    lines: tuple[SummaryLine, ...]
    answers: Answers
    left: int = 0  # required questions that a change has opened: the author is in the middle of it

    @property
    def sent(self) -> bool:
        return self.run.state is RunState.SUBMITTED


async def read(tx: Tx, member: Member, form_key: str, run_id: int) -> Answered | None:
    """What somebody of the coordinator's own school has handed in; None when it is gone."""
    run = await runs.get(tx, run_id)
    return await _handed_in(tx, member.school_id, form_key, run)


async def in_school(tx: Tx, school_id: int, form_key: str, person_id: int) -> Answered | None:
    """The same of a person, for a paper that is made without anybody looking."""
    return await _handed_in(tx, school_id, form_key, await runs.latest(tx, person_id, form_key))


async def _handed_in(tx: Tx, school_id: int, form_key: str, run: Run | None) -> Answered | None:
    if run is None or run.school_id != school_id or run.form_key != form_key:
        return None
    person = await people.of_school(tx, run.person_id, school_id)
    if person is None or person.erase_by is not None or run.state is not RunState.SUBMITTED:
        return None
    return await _read(tx, run, person.full_name, person.position)


async def own(tx: Tx, member: Member, form_key: str) -> Answered | None:
    """The person's own, handed in or begun."""
    run = await runs.latest(tx, member.person_id, form_key)
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return None
    return await _read(tx, run, member.full_name, "")


async def of_person(tx: Tx, member: Member, form_key: str, person_id: int) -> Answered | None:
    """What a person of the coordinator's school has handed in."""
    run = await runs.latest(tx, person_id, form_key)
    return await read(tx, member, form_key, run.id) if run else None


async def mark_seen(tx: Tx, member: Member, run_id: int, now: datetime) -> bool:
    """False when it was marked before."""
    return bool(await bank.mark_seen(tx, run_id, school_id=member.school_id, by=member.person_id, now=now))


async def withdraw(tx: Tx, member: Member, form_key: str, now: datetime, *, act: str) -> bool:
    """The author takes it back: it leaves the bank, the journal keeps only the fact."""
    run = await runs.latest(tx, member.person_id, form_key)
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return False
    await runs.end(tx, run.id, old=run.state, new=RunState.WITHDRAWN, now=now)
    await runs.drop_answers(tx, run.id)
    await journal.note(
        tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=member.person_id, now=now
    )
    return True


async def _read(tx: Tx, run: Run, full_name: str, position: str) -> Answered:
    form = await questionnaires.of_run(tx, run)
    answers = by_question(await runs.answers(tx, run.id))
    left = questionnaire.remaining(form, answers, Part.CORE) if run.state is RunState.SUBMITTED else 0
    return Answered(run, form, full_name, position, questionnaire.summary(form, answers), answers, left)
