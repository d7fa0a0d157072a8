"""A press or a message of somebody in a dialog: old buttons change nothing and are explained."""

from dataclasses import replace
from datetime import datetime

from mentoring import form_asks
from mentoring.access import Actor
from mentoring.filling import place as places
from mentoring.filling.answering import hear
from mentoring.filling.begin import leave, may_answer, taken_over
from mentoring.filling.moves import MOVES, asked_of
from mentoring.filling.place import Place, silent_for_long
from mentoring.filling.steps import AlreadyAnswered, Closed, ConsentNeeded, Facts, Gone, Intro, Late, Step, Summary
from mentoring.filling.steps import Finished as Done
from mentoring.filling.turns import ANSWERING, TIMELESS, Move, Turn
from mentoring.outcomes import result_of
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part, Question, QuestionKind
from mentoring.rules.questionnaire import Accepted, Chosen, SummaryLine, Typed
from storage import accounts, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState
from storage.vocabulary.year_end import Carried


async def turn(tx: Tx, actor: Actor, made: Turn, now: datetime) -> Step:
    """A press. Old buttons change nothing: they get a plain sentence and the current screen."""
    found, answers = await runs.with_answers(tx, made.run_id)
    run = await _fillable(tx, actor, found)
    if run is None:
        return Gone(forgotten=found is None)
    if actor.account_id is not None and actor.run_id != run.id:
        await accounts.focus(tx, actor.account_id, run.id)
    if not await may_answer(tx, actor, run):
        return ConsentNeeded(run)
    if await form_asks.closed(tx, run, actor.today(now)):
        return Closed(run)
    place = await places.place_of(tx, run, answers)
    if place.over:
        await _look_away(tx, actor, run)
        return Gone(repeated=made.step == run.step - 1)
    if made.step != run.step and made.move not in TIMELESS:
        return await _old_press(tx, actor, place, made, now)
    return await MOVES[made.move](tx, actor, place, made, now)


async def say(tx: Tx, actor: Actor, text: str, now: datetime) -> Step:
    """A message while a dialog is open."""
    run = await _fillable(tx, actor, await runs.get(tx, actor.run_id) if actor.run_id else None)
    if run is None:
        await leave(tx, actor)
        return Gone()
    if not await may_answer(tx, actor, run):
        return ConsentNeeded(run)
    if await form_asks.closed(tx, run, actor.today(now)):
        return Closed(run)
    place = await places.load(tx, run)
    if place.over:
        await leave(tx, actor)
        return Gone()
    question = place.question
    if question is None:
        shown = await places.show(tx, place)
        return replace(shown, unheard=True) if isinstance(shown, Intro | Facts | Summary) else shown
    if silent_for_long(run, now):
        return places.greeting(place)
    return await hear(tx, actor, place, question, Typed(text), now)


async def _look_away(tx: Tx, actor: Actor, run: Run) -> None:
    """What is typed next is meant for what it was meant for before this press on something that is over."""
    if actor.account_id is not None:
        await accounts.focus(tx, actor.account_id, None if actor.run_id == run.id else actor.run_id)


async def _fillable(tx: Tx, actor: Actor, run: Run | None) -> Run | None:
    if run is None or actor.member is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return None
    if run.carried is not Carried.NO:
        return None  # of a year that is over: read, never changed
    return await taken_over(tx, actor, run)


async def _old_press(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    sent = place.run.state is RunState.SUBMITTED and questionnaire.is_complete(place.form, place.answers, Part.CORE)
    if sent and made.move is Move.SEND:
        more = places.may_specify(place)
        result = result_of(place.run.form_key, place.answers)
        return Done(place.run, place.form, result, repeated=True, more=more, sent_at=place.run.submitted_at)
    if place.question is not None and silent_for_long(place.run, now):
        return places.greeting(place)
    asked = asked_of(place, made)
    if asked is None or made.move not in ANSWERING or not _is_answered(place, asked):
        return await places.show(tx, place, late=Late.OLD)
    if _is_repeated(actor, place, made, asked, now):
        return await places.show(tx, place, late=Late.REPEATED)
    if asked.key == place.run.place or asked.kind is QuestionKind.NOTE:
        return await places.show(tx, place, late=Late.OLD)
    labels = questionnaire.labels(asked, place.answers[asked.key])
    return AlreadyAnswered(place.run, place.form, SummaryLine(asked, labels))


def _is_answered(place: Place, asked: Question) -> bool:
    """What another answer has hidden meanwhile is not."""
    return asked.key in place.answers and asked in questionnaire.visible(place.form, place.answers)


def _is_repeated(actor: Actor, place: Place, made: Turn, asked: Question, now: datetime) -> bool:
    """Does the press say what is kept already: the same choice, or the press that has just led here?"""
    if made.move is Move.PICK:
        outcome = questionnaire.accept(asked, Chosen(made.argument), today=actor.today(now))
        return isinstance(outcome, Accepted) and outcome.value == place.answers[asked.key]
    return made.move in (Move.DONE, Move.SKIP) and made.step == place.run.step - 1
