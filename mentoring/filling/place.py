"""Reading a run: its form, its answers, and the step that shows where it stands."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from mentoring import questionnaires
from mentoring.answer_values import by_question, read
from mentoring.filling.steps import Ask, Facts, Intro, Late, Step, Stopped, Summary
from mentoring.rules import nameless, questionnaire
from mentoring.rules.forms import Form, Part, Question
from mentoring.rules.questionnaire import Answers, Refusal, SummaryLine, Value
from storage import people, runs
from storage import questionnaires as said
from storage.runs import Answer, Run
from storage.tx import Tx
from storage.vocabulary import RunState, Source

# Names of places that are no question; a question's key is never in capitals.
INTRO = "INTRO"
FACTS = "FACTS"
SUMMARY = "SUMMARY"

TRIAL = questionnaires.TRIAL

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
        return next((each for each in self.form.questions if each.key == self.run.place), None)

    @property
    def trial(self) -> bool:
        """Does a coordinator try a draft on themselves? Nothing of it counts or stays."""
        return self.run.form_key == TRIAL

    @property
    def nameless(self) -> bool:
        """Do the answers part from their author when they are sent?"""
        return nameless.ROUND in self.run.about

    @property
    def over(self) -> bool:
        """Nothing can be looked at or changed any more."""
        return self.run.state is RunState.SUBMITTED and (self.trial or not self.form.is_questionnaire)

    @property
    def at_facts(self) -> bool:
        """Is it a fact that is changed before the core is done: on the facts' screen, not on the summary?"""
        if not self.form.summary or self.run.place not in FACT_KEYS:
            return False
        return questionnaire.next_question(self.form, self.answers, Part.CORE) is not None

    def with_run(self, **moved: Any) -> "Place":
        """The same answers with a run that a statement has just moved: saves reading it back."""
        return replace(self, run=replace(self.run, **moved))


def silent_for_long(run: Run, now: datetime) -> bool:
    """After such a silence nothing is taken for an answer."""
    return now - run.touched_at > LONG_SILENCE


async def load(tx: Tx, run: Run) -> Place:
    return await place_of(tx, run, await runs.answers(tx, run.id))


async def place_of(tx: Tx, run: Run, stored: list[Answer]) -> Place:
    """A question that the form no longer has is left for the next one: a draft outlives a change of its form."""
    answers = by_question(stored)
    place = Place(run, await questionnaires.of_run(tx, run), answers)
    if place.question is None and run.place not in (INTRO, FACTS, SUMMARY, ""):
        following = questionnaire.next_question(place.form, answers, place.part)
        return place.with_run(place=following.key if following else SUMMARY, ticked=())
    return place


async def reload(tx: Tx, place: Place) -> Place:
    """The same place after its run was moved."""
    run = await runs.get(tx, place.run.id)
    if run is None:
        raise LookupError("a run vanished inside its own transaction")
    return Place(run, place.form, place.answers)


async def show(
    tx: Tx,
    place: Place,
    *,
    refusal: Refusal | None = None,
    page: int | None = None,
    late: Late | None = None,
    after: str = "",
) -> Step:
    """The step that the run stands at; `after` is the question that a change led back from."""
    run, form = place.run, place.form
    lines = await fact_lines(tx, place) if run.place == FACTS else ()
    if lines:
        return Facts(run, form, lines, has_back=before_facts(place) is not None)
    if run.place in (INTRO, FACTS):  # what was known may be known no longer: then all is asked
        return Intro(run, form, questionnaire.remaining(form, place.answers, Part.CORE))
    question = place.question
    if question is None:
        lines = questionnaire.summary(form, place.answers)
        return Summary(run, form, lines, page, after, more=may_specify(place))
    return Ask(
        run,
        form,
        question,
        questionnaire.progress(form, place.answers, question, place.part),
        ticked=run.ticked,
        page=first_page(question, run.ticked) if page is None else page,
        refusal=refusal,
        has_back=run.changing or await before(tx, place, question) is not None,
        late=late,
    )


async def before(tx: Tx, place: Place, question: Question) -> str | None:
    """Where «Назад» leads: what is known was not asked but shown, before the first question of its kind."""
    earlier = questionnaire.previous_question(place.form, place.answers, question.key, place.part)
    if question.key not in FACT_KEYS and (earlier is None or earlier.key not in FACT_KEYS):
        return earlier.key if earlier else None
    facts = await known_facts(tx, place)
    first = _first_fact(place) if facts else None
    if question == first or question.key in facts:
        return FACTS
    while earlier is not None and earlier.key in facts:
        if earlier == first:
            return FACTS
        earlier = questionnaire.previous_question(place.form, place.answers, earlier.key, place.part)
    return earlier.key if earlier else None


def before_facts(place: Place) -> str | None:
    """Where «Назад» leads from the facts' screen."""
    first = _first_fact(place)
    earlier = questionnaire.previous_question(place.form, place.answers, first.key, place.part) if first else None
    return earlier.key if earlier else None


def _first_fact(place: Place) -> Question | None:
    asked = questionnaire.visible(place.form, place.answers, place.part)
    return next((question for question in asked if question.key in FACT_KEYS), None)


def greeting(place: Place) -> Step:
    """For somebody who comes back after long: «вы остановились на 4 из 8»."""
    if place.question is None:
        raise LookupError("only a question can be stopped at")
    progress = questionnaire.progress(place.form, place.answers, place.question, place.part)
    return Stopped(place.run, place.form, progress)


def may_specify(place: Place) -> bool:
    """«Уточнить» is offered after sending, while it has something left to ask; a paper has no such part."""
    if place.run.source is Source.PAPER or place.run.state is not RunState.SUBMITTED or place.over:
        return False
    return questionnaire.has_unanswered(place.form, place.answers, Part.MORE)


async def fact_lines(tx: Tx, place: Place) -> tuple[SummaryLine, ...]:
    """What is known of the person, in the words of the form's own questions; what was changed counts."""
    known = await known_facts(tx, place)
    return tuple(
        SummaryLine(question, questionnaire.labels(question, place.answers.get(question.key, known[question.key])))
        for question in questionnaire.visible(place.form, place.answers, place.part)
        if question.key in known
    )


async def facts_to_show(tx: Tx, place: Place) -> dict[str, Value]:
    """The facts that are still to be shown instead of asked."""
    return {key: value for key, value in (await known_facts(tx, place)).items() if key not in place.answers}


async def known_facts(tx: Tx, place: Place) -> dict[str, Value]:
    """Subjects, levels and experience out of the staff list and of what the person has answered elsewhere.

    Only what this form asks in the same words, while its core has something to ask; the rest is asked.
    """
    asked = questionnaire.visible(place.form, place.answers, place.part)
    wanted = {question.key: question for question in asked if question.key in FACT_KEYS}
    if not wanted or place.part is not Part.CORE or _core_was_sent(place):
        return {}
    known = await _facts_of(tx, place.run)
    fitting = {key: questionnaire.as_answer(question, known[key]) for key, question in wanted.items() if key in known}
    return {key: value for key, value in fitting.items() if value is not None}


def _core_was_sent(place: Place) -> bool:
    """A change may open it again: «Нет» that becomes a yes."""
    sent = place.run.state is not RunState.OPEN
    return sent and questionnaire.is_complete(place.form, place.answers, Part.CORE)


async def _facts_of(tx: Tx, run: Run) -> dict[str, Value]:
    person = await people.get(tx, run.person_id)
    if person is None:
        return {}
    facts: dict[str, Value | None] = {
        "subjects": person.subjects,
        "levels": person.levels,
        "experience": person.experience,
    }
    for answer in await said.facts(tx, run.person_id, but=run.id, questions=FACT_KEYS):
        facts[answer.question] = read(answer.value)
    return {key: value for key, value in facts.items() if value}


def first_page(question: Question, ticked: tuple[str, ...]) -> int:
    """The page of the first tick, so that a change begins where the answer is."""
    if not question.paged:
        return 0
    keys = [option.key for option in question.options]
    return min((keys.index(key) for key in ticked if key in keys), default=0) // PAGE


PAGE = 8
