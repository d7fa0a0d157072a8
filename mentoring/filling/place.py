"""Reading a run: its form, its answers, and the step that shows where it stands."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from mentoring import forms
from mentoring.filling.steps import Ask, Facts, Intro, Step, Summary
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.questionnaire import Answers, Refusal, SummaryLine, Value
from storage import people, runs
from storage.runs import Run
from storage.tx import Tx

# Names of places that are no question; a question's key is never in capitals.
INTRO = "INTRO"
FACTS = "FACTS"
SUMMARY = "SUMMARY"

LONG_SILENCE = timedelta(hours=12)
FACT_KEYS = ("subjects", "levels", "experience")


@dataclass(frozen=True, slots=True)
class Place:
    """A run with everything that its next step is decided by."""

    run: Run
    form: Form
    answers: Answers

    @property
    def part(self) -> Part:
        return Part(self.run.part)

    @property
    def question(self) -> Question | None:
        """The question on the screen, None on the other screens."""
        if self.run.place in (INTRO, FACTS, SUMMARY, ""):
            return None
        return self.form.question(self.run.place)

    def with_run(self, **moved: Any) -> "Place":
        """The same answers with a run that a statement has just moved: saves reading it back."""
        return replace(self, run=replace(self.run, **moved))

    def silent_for_long(self, now: datetime) -> bool:
        return now - self.run.touched_at > LONG_SILENCE


async def load(tx: Tx, run: Run) -> Place:
    stored = await runs.answers(tx, run.id)
    return Place(run, forms.load().get(run.form_key), {answer.question: read(answer.value) for answer in stored})


async def reload(tx: Tx, place: Place) -> Place:
    """The same place after its run was moved."""
    run = await runs.get(tx, place.run.id)
    if run is None:
        raise LookupError("a run vanished inside its own transaction")
    return Place(run, place.form, place.answers)


def read(stored: str | None) -> Value | None:
    value = None if stored is None else json.loads(stored)
    return tuple(value) if isinstance(value, list) else value


def written(value: Value | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


async def show(
    tx: Tx, place: Place, *, refusal: Refusal | None = None, page: int | None = None, repeated: bool = False
) -> Step:
    """The step that the run stands at."""
    run, form = place.run, place.form
    if run.place == INTRO:
        return Intro(run, form, questionnaire.remaining(form, place.answers, Part.CORE))
    if run.place == FACTS:
        return Facts(run, form, await fact_lines(tx, place))
    question = place.question
    if question is None:
        return Summary(run, form, questionnaire.summary(form, place.answers))
    return Ask(
        run,
        form,
        question,
        questionnaire.progress(form, place.answers, question, place.part),
        ticked=run.ticked,
        page=first_page(question, run.ticked) if page is None else page,
        refusal=refusal,
        has_back=run.changing
        or questionnaire.previous_question(form, place.answers, question.key, place.part) is not None,
        repeated=repeated,
    )


async def fact_lines(tx: Tx, place: Place) -> tuple[SummaryLine, ...]:
    """What the staff list says of the person, in the words of the form's own questions."""
    facts = await known_facts(tx, place.run.person_id)
    return tuple(
        SummaryLine(question, questionnaire.labels(question, facts[question.key]))
        for question in place.form.questions
        if question.key in facts
    )


async def known_facts(tx: Tx, person_id: int) -> dict[str, Value]:
    """Subjects, levels and experience; empty unless all that the request wants is known."""
    person = await people.get(tx, person_id)
    if person is None or not (person.subjects and person.levels and person.experience):
        return {}
    return {"subjects": person.subjects, "levels": person.levels, "experience": person.experience}


def first_page(question: Question, ticked: tuple[str, ...]) -> int:
    """The page of the first tick, so that a change begins where the answer is."""
    if question.kind is not QuestionKind.DICT_MULTI or not ticked:
        return 0
    keys = [option.key for option in question.options]
    return min(keys.index(key) for key in ticked if key in keys) // PAGE


PAGE = 8
