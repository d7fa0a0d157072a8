"""What people of the bench's school have answered: requests, readiness, six surveys of the monitoring, one round."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from mentoring import forms, questionnaires
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Part
from mentoring.rules.questionnaire import Value
from storage import form_asks, surveys
from storage.tx import Tx
from tests.bench.questionnaires.forms import said

Answers = Mapping[str, Value | None]
WANTS: Answers = {"want_mentor": "year"}
READY: Answers = {"ready": "year", "capacity": "3"}
SURVEYS = {  # which, when, of mentors or of mentees
    "mon_start_mentee": (datetime(2026, 9, 25, 12, tzinfo=UTC), False),
    "mon_start_mentor": (datetime(2026, 9, 25, 12, tzinfo=UTC), True),
    "mon_mid_mentee": (datetime(2027, 1, 20, 12, tzinfo=UTC), False),
    "mon_mid_mentor": (datetime(2027, 1, 20, 12, tzinfo=UTC), True),
    "mon_end_mentee": (datetime(2027, 5, 14, 12, tzinfo=UTC), False),
    "mon_end_mentor": (datetime(2027, 5, 14, 12, tzinfo=UTC), True),
}
SEPTEMBER = datetime(2026, 9, 10, 12, tzinfo=UTC)
ROUND = "event_feedback"


async def fill(tx: Tx, school_id: int, people: Sequence[int], mentors: Sequence[int], mentees: Sequence[int]) -> None:
    await _hand_in(tx, school_id, "needs", [each for each in people if each not in mentees], SEPTEMBER, {})
    await _hand_in(tx, school_id, "needs", mentees, SEPTEMBER, WANTS)
    await _hand_in(tx, school_id, "mentor_profile", mentors, SEPTEMBER, READY)
    for form_key, (at, of_mentors) in SURVEYS.items():
        whose = mentors if of_mentors else mentees
        for each in whose:
            await form_asks.add(
                tx,
                school_id=school_id,
                person_id=each,
                form_key=form_key,
                school_year=2026,
                by=1,
                answer_by=at.date(),
                survey_id=None,
                now=at,
            )
        await _hand_in(tx, school_id, form_key, whose, at, {})
    await _round(tx, school_id, len(people))


async def _hand_in(tx: Tx, school_id: int, form_key: str, people: Sequence[int], at: datetime, fixed: Answers) -> None:
    form = forms.load().get(form_key)
    digest = await questionnaires.keep(tx, form)
    for person in people:
        run_id = await tx.inserted(
            """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, digest, state, part,
                                     place, source, started_at, touched_at, submitted_at)
               VALUES (:school_id, :person, :person, :form_key, 1, :digest, 'submitted', 'core', 'SUMMARY', 'tap', :at,
                       :at, :at) RETURNING id""",
            school_id=school_id,
            person=person,
            form_key=form_key,
            digest=digest,
            at=at,
        )
        await tx.run_many(
            """INSERT INTO answer (run_id, question, value, source, answered_at)
               VALUES (:run_id, :question, :value, 'tap', :at)""",
            [
                {"run_id": run_id, "question": key, "value": value, "at": at}
                for key, value in _written(form, random.Random(run_id), fixed)
            ],
        )


async def _round(tx: Tx, school_id: int, people: int) -> None:
    """Without names, of one event, closed."""
    form = forms.load().get(ROUND)
    at = datetime(2026, 10, 1, 12, tzinfo=UTC)
    survey_id = await surveys.open_round(
        tx,
        school_id=school_id,
        school_year=2026,
        form_key=ROUND,
        digest=await questionnaires.keep(tx, form),
        threshold=5,
        answer_by=date(2026, 10, 5),
        by=1,
        now=at,
    )
    for number in range(people):
        for key, value in _written(form, random.Random(-number), {}):
            await surveys.add_answer(tx, survey_id, key, value or "null")
    await tx.run("UPDATE survey SET asked = :many, answered = :many WHERE id = :id_", many=people, id_=survey_id)
    await surveys.close(tx, survey_id, date(2026, 10, 5), at)


def _written(form: Form, chance: random.Random, fixed: Answers) -> Iterator[tuple[str, str | None]]:
    """As a person goes through it, question after question."""
    answers: dict[str, Value | None] = {}
    for part in Part:
        while question := questionnaire.next_question(form, answers, part):
            answers[question.key] = fixed.get(question.key) or said(question, chance)
    for key, value in answers.items():
        yield key, None if value is None else json.dumps(value, ensure_ascii=False)
