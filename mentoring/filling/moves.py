"""The moves of a dialog: what a press or a message changes, and nothing when the press is an old one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.access import Actor
from mentoring.filling import place as places
from mentoring.filling.begin import leave, may_answer
from mentoring.filling.place import Place
from mentoring.filling.steps import (
    AlreadyAnswered,
    Ask,
    Cancelled,
    ConsentNeeded,
    Gone,
    Paused,
    Step,
    Stopped,
)
from mentoring.filling.steps import Finished as Done
from mentoring.outcomes import finish
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part, Question
from mentoring.rules.questionnaire import Accepted, Chosen, Refusal, Said, SummaryLine, Ticked, Typed, Value
from storage import accounts, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState, Source


class Move(StrEnum):
    """What a button of a dialog does; the values travel in callback data."""

    START = "st"
    FACTS_RIGHT = "fr"
    FACTS_WRONG = "fw"
    PICK = "pk"
    TICK = "ti"
    UNTICK = "un"
    DONE = "dn"
    PAGE = "pg"
    SKIP = "sk"
    BACK = "bk"
    CHANGE = "ch"
    SEND = "sn"
    MORE = "mo"
    PAUSE = "pa"
    RESUME = "rs"
    RESTART = "re"
    CANCEL = "cn"


@dataclass(frozen=True, slots=True)
class Turn:
    """One press: which run and step its button was drawn for, and what it means."""

    run_id: int
    step: int
    question: int  # the place of the question in the form, so that old buttons know what they asked
    move: Move
    argument: str = ""


# These mean the same whenever they are pressed.
_TIMELESS = frozenset({Move.RESUME, Move.RESTART, Move.CHANGE, Move.PAUSE, Move.MORE, Move.CANCEL})


async def turn(tx: Tx, actor: Actor, made: Turn, now: datetime) -> Step:
    """A press. Old buttons change nothing: they get a plain sentence and the current screen."""
    run = await runs.get(tx, made.run_id)
    if run is None or actor.member is None or run.entered_by != actor.member.person_id:
        return Gone()
    if run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return Gone()
    if actor.account_id is not None and actor.run_id != run.id:
        await accounts.focus(tx, actor.account_id, run.id)
    if not await may_answer(tx, actor, run):
        return ConsentNeeded(run)
    place = await places.load(tx, run)
    if run.state is RunState.SUBMITTED and not place.form.summary:
        return Gone()
    if made.step != run.step and made.move not in _TIMELESS:
        return await _old_press(tx, actor, place, made, now)
    return await _MOVES[made.move](tx, actor, place, made, now)


async def say(tx: Tx, actor: Actor, text: str, now: datetime) -> Step:
    """A message while a dialog is open."""
    run = await runs.get(tx, actor.run_id) if actor.run_id else None
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        await leave(tx, actor)
        return Gone()
    if not await may_answer(tx, actor, run):
        return ConsentNeeded(run)
    place = await places.load(tx, run)
    question = place.question
    if question is None or place.silent_for_long(now):
        return _greeting(place) if question is not None else await places.show(tx, place)
    return await _hear(tx, actor, place, question, Typed(text), now)


async def _old_press(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    if place.run.state is RunState.SUBMITTED and made.move is Move.SEND:
        return Done(place.run, place.form, None, repeated=True, sent_at=place.run.submitted_at)
    if place.question is not None and place.silent_for_long(now):
        return _greeting(place)
    asked = place.form.questions[made.question] if made.question < len(place.form.questions) else None
    if asked is not None and made.move is Move.PICK and asked.key != place.run.place and asked.key in place.answers:
        outcome = questionnaire.accept(asked, Chosen(made.argument), today=actor.today(now))
        if isinstance(outcome, Accepted) and outcome.value != place.answers[asked.key]:
            labels = questionnaire.labels(asked, place.answers[asked.key])
            return AlreadyAnswered(place.run, place.form, SummaryLine(asked, labels))
    return await places.show(tx, place, repeated=True)


def _greeting(place: Place) -> Step:
    question = place.question
    if question is None:
        raise LookupError("only a question can be stopped at")
    return Stopped(place.run, place.form, questionnaire.progress(place.form, place.answers, question, place.part))


async def _hear(tx: Tx, actor: Actor, place: Place, question: Question, said: Said, now: datetime) -> Step:
    outcome = questionnaire.accept(question, said, ticked=place.run.ticked, today=actor.today(now))
    match outcome:
        case Refusal():
            await runs.note_failure(tx, place.run.id, now)
            return await places.show(tx, place.with_run(failures=place.run.failures + 1), refusal=outcome)
        case Ticked(options):
            await runs.tick(tx, place.run.id, options, now)
            return await places.show(tx, place.with_run(ticked=options))
        case Accepted(value):
            source = Source.TYPED if isinstance(said, Typed) else Source.TAP
            return await _keep(tx, actor, place, question, value, source, now)


async def _keep(
    tx: Tx, actor: Actor, place: Place, question: Question, value: Value | None, source: Source, now: datetime
) -> Step:
    """Store the answer and go on: to the next question, the summary, or the end of a form without one."""
    source = Source.PAPER if place.run.source is Source.PAPER else source
    await runs.put(tx, run_id=place.run.id, question=question.key, value=places.written(value), source=source, now=now)
    if place.run.state is RunState.SUBMITTED and place.answers.get(question.key, ...) != value:
        await runs.unsee(tx, place.run.id)
    place = Place(place.run, place.form, {**place.answers, question.key: value})
    return await _go_on(tx, actor, place, now)


async def _go_on(tx: Tx, actor: Actor, place: Place, now: datetime) -> Step:
    # A change out of the summary comes back to it, unless it has opened a question that must be asked.
    part = Part.CORE if place.run.changing else place.part
    following = questionnaire.next_question(place.form, place.answers, part)
    if following is not None:
        return await _go(tx, place, following.key, now, part=part)
    if not place.form.summary:
        return await _send(tx, actor, place, Turn(place.run.id, place.run.step, 0, Move.SEND), now)
    return await _go(tx, place, places.SUMMARY, now)


async def _go(
    tx: Tx, place: Place, to: str, now: datetime, *, part: Part | None = None, changing: bool = False
) -> Step:
    """Move the run; a choice that was made before shows its ticks."""
    before = place.answers.get(to)
    ticked = before if isinstance(before, tuple) else ()
    part = part or place.part
    await runs.move(tx, place.run, place=to, part=part, ticked=ticked, changing=changing, now=now)
    moved = place.with_run(place=to, part=part, ticked=ticked, changing=changing, failures=0, step=place.run.step + 1)
    return await places.show(tx, moved)


async def _start(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    keys = {question.key for question in place.form.questions}
    if keys >= set(places.FACT_KEYS) and await places.known_facts(tx, place.run.person_id):
        return await _go(tx, place, places.FACTS, now)
    return await _go_on(tx, actor, place, now)


async def _facts_right(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    facts = await places.known_facts(tx, place.run.person_id)
    for key, value in facts.items():
        await runs.put(
            tx,
            run_id=place.run.id,
            question=key,
            value=places.written(value),
            source=Source.STAFF_LIST,
            now=now,
        )
    return await _go_on(tx, actor, Place(place.run, place.form, {**place.answers, **facts}), now)


async def _facts_wrong(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    return await _go_on(tx, actor, place, now)


async def _pick(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    question = _at_question(place)
    ticked = made.argument in place.run.ticked
    if (made.move is Move.TICK and ticked) or (made.move is Move.UNTICK and not ticked):
        return await places.show(tx, place, repeated=True)  # pressed twice: a tick is set, not toggled
    step = await _hear(tx, actor, place, question, Chosen(made.argument), now)
    if isinstance(step, Ask) and step.question.key == question.key and question.paged:
        page = [option.key for option in question.options].index(made.argument) // places.PAGE
        return replace(step, page=page)
    return step


async def _done(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    question = _at_question(place)
    outcome = questionnaire.finish(question, place.run.ticked)
    if isinstance(outcome, Refusal):
        return await places.show(tx, place, refusal=outcome)
    return await _keep(tx, actor, place, question, outcome.value, Source.TAP, now)


async def _page(tx: Tx, _actor: Actor, place: Place, made: Turn, _now: datetime) -> Step:
    last = max(0, (len(_at_question(place).options) - 1) // places.PAGE)
    page = int(made.argument) if made.argument.isdecimal() else 0
    return await places.show(tx, place, page=min(page, last))


async def _skip(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    question = _at_question(place)
    if question.required:
        return await places.show(tx, place)
    return await _keep(tx, actor, place, question, None, Source.TAP, now)


async def _back(tx: Tx, _actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """Changes nothing until a new answer is given, and never sends."""
    question = place.question
    if place.run.changing:
        return await _go(tx, place, places.SUMMARY, now)
    if question is None:
        shown = questionnaire.visible(place.form, place.answers, place.part)
        return await _go(tx, place, shown[-1].key, now)
    before = questionnaire.previous_question(place.form, place.answers, question.key, place.part)
    if before is None:
        return await places.show(tx, place)
    return await _go(tx, place, before.key, now)


async def _change(tx: Tx, _actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    question = place.form.questions[min(made.question, len(place.form.questions) - 1)]
    if question not in questionnaire.visible(place.form, place.answers):
        return await places.show(tx, place)
    return await _go(tx, place, question.key, now, part=question.part, changing=place.run.place == places.SUMMARY)


async def _send(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """The one explicit end; a required question that a change has opened comes first."""
    left = questionnaire.next_question(place.form, place.answers, place.part)
    if left is not None:
        return await _go(tx, place, left.key, now)
    await _drop_hidden(tx, place)
    first_time = await runs.end(tx, place.run.id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)
    kept = questionnaire.kept(place.form, place.answers)
    result = await finish(tx, actor, place.run, kept, now) if first_time else None
    if not place.form.summary:
        await runs.drop_answers(tx, place.run.id)  # a small form has done what it was for; it may name people
    following = await back_to_parent(tx, actor, place.run)
    after = (await places.reload(tx, place)).run
    return Done(after, place.form, result, repeated=not first_time, sent_at=after.submitted_at, following=following)


async def _drop_hidden(tx: Tx, place: Place) -> None:
    kept = questionnaire.kept(place.form, place.answers)
    for key in place.answers:
        if key not in kept:
            await runs.drop_answer(tx, place.run.id, key)


async def _more(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """«Уточнить»: the rest of the questions, after the core was sent."""
    more = Place(place.run, place.form, place.answers)
    following = questionnaire.next_question(more.form, more.answers, Part.MORE)
    to = following.key if following else places.SUMMARY
    return await _go(tx, more, to, now, part=Part.MORE)


async def _pause(tx: Tx, actor: Actor, place: Place, _made: Turn, _now: datetime) -> Step:
    if actor.account_id is not None:
        await accounts.focus(tx, actor.account_id, None)
    left = questionnaire.remaining(place.form, place.answers, place.part)
    return Paused(place.run, place.form, left)


async def _resume(tx: Tx, _actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    await runs.tick(tx, place.run.id, place.run.ticked, now)  # the silence is over
    return await places.show(tx, place)


async def _restart(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    if place.run.state is not RunState.OPEN:
        return await places.show(tx, place)
    await runs.drop_answers(tx, place.run.id)
    return await _start(tx, actor, Place(place.run, place.form, {}), made, now)


async def _cancel(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """A small form is dropped, and the dialog that it was opened from goes on."""
    if place.form.summary:
        return await _pause(tx, actor, place, _made, now)
    await runs.end(tx, place.run.id, old=RunState.OPEN, new=RunState.ABANDONED, now=now)
    await runs.drop_answers(tx, place.run.id)
    return Cancelled(place.run, await back_to_parent(tx, actor, place.run))


async def back_to_parent(tx: Tx, actor: Actor, run: Run) -> Step | None:
    """The dialog that a small form was opened from; None when it was opened from a menu."""
    parent = await runs.get(tx, run.parent_id) if run.parent_id else None
    if actor.account_id is not None:
        await accounts.focus(tx, actor.account_id, parent.id if parent else None)
    if parent is None or parent.state not in (RunState.OPEN, RunState.SUBMITTED):
        return None
    return await places.show(tx, await places.load(tx, parent))


def _at_question(place: Place) -> Question:
    question = place.question
    if question is None:
        raise LookupError("a button of a question on a screen without one")
    return question


_MOVES: Mapping[Move, Callable[[Tx, Actor, Place, Turn, datetime], Awaitable[Step]]] = {
    Move.START: _start,
    Move.FACTS_RIGHT: _facts_right,
    Move.FACTS_WRONG: _facts_wrong,
    Move.PICK: _pick,
    Move.TICK: _pick,
    Move.UNTICK: _pick,
    Move.DONE: _done,
    Move.PAGE: _page,
    Move.SKIP: _skip,
    Move.BACK: _back,
    Move.CHANGE: _change,
    Move.SEND: _send,
    Move.MORE: _more,
    Move.PAUSE: _pause,
    Move.RESUME: _resume,
    Move.RESTART: _restart,
    Move.CANCEL: _cancel,
}
