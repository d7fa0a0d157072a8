"""What each move does to a run, once its button is known to be a current one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

from mentoring import answer_values
from mentoring.access import Actor
from mentoring.filling import place as places
from mentoring.filling.answering import back_to_parent, go, go_on, hear, keep, refuse, send
from mentoring.filling.place import FACT_KEYS, Place
from mentoring.filling.steps import Ask, Cancelled, EraseAll, Late, Paused, Step
from mentoring.filling.turns import Move, Turn
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part, Question, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import Chosen, Refusal
from storage import accounts, runs
from storage.tx import Tx
from storage.vocabulary import RunState, Source


def asked_of(place: Place, made: Turn) -> Question | None:
    """The question that a button was drawn under; none for what is forged."""
    return place.form.questions[made.question] if 0 <= made.question < len(place.form.questions) else None


async def _start(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    return await go_on(tx, actor, place, now)


async def _facts_right(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    return await go_on(tx, actor, await _with_facts(tx, place, now), now)


async def _with_facts(tx: Tx, place: Place, now: datetime) -> Place:
    """What is known becomes answers, but for what the person has changed."""
    facts = await places.facts_to_show(tx, place)
    for key, value in facts.items():
        await runs.put(
            tx,
            run_id=place.run.id,
            question=key,
            value=answer_values.written(value),
            source=Source.STAFF_LIST,
            now=now,
        )
    return Place(place.run, place.form, {**place.answers, **facts})


async def _pick(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    question = place.question
    if question is None or question.option(made.argument) is None:
        return await places.show(tx, place, late=Late.OLD)
    ticked = made.argument in place.run.ticked
    if (made.move is Move.TICK and ticked) or (made.move is Move.UNTICK and not ticked):
        return await places.show(tx, place, late=Late.REPEATED)  # pressed twice: a tick is set, not toggled
    step = await hear(tx, actor, place, question, Chosen(made.argument), now)
    if isinstance(step, Ask) and step.question.key == question.key and question.paged:
        page = [option.key for option in question.options].index(made.argument) // places.PAGE
        return replace(step, page=page)
    return step


async def _done(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    question = place.question
    if question is None or question.kind not in MANY:
        return await places.show(tx, place, late=Late.OLD)
    outcome = questionnaire.finish(question, place.run.ticked)
    if isinstance(outcome, Refusal):
        return await refuse(tx, place, outcome, now)
    return await keep(tx, actor, place, question, outcome.value, Source.TAP, now)


async def _page(tx: Tx, _actor: Actor, place: Place, made: Turn, _now: datetime) -> Step:
    """Of a long list or of the summary; what is beyond the last page is the last one."""
    page = int(made.argument) if made.argument.isdecimal() else 0
    if place.question is None:
        return await places.show(tx, place, page=page)
    last = max(0, (len(place.question.options) - 1) // places.PAGE)
    return await places.show(tx, place, page=min(page, last))


async def _skip(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    question = place.question
    if question is None or question.required:
        return await places.show(tx, place)
    return await keep(tx, actor, place, question, None, Source.TAP, now)


async def _back(tx: Tx, _actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """Changes nothing until a new answer is given, and never sends."""
    question = place.question
    if place.run.changing:
        return await go(tx, place, places.FACTS if place.at_facts else places.SUMMARY, now)
    if place.run.place == places.FACTS:
        before = places.before_facts(place)
        return await places.show(tx, place) if before is None else await go(tx, place, before, now)
    if question is None:
        shown = questionnaire.visible(place.form, place.answers, place.part)
        return await go(tx, place, shown[-1].key, now) if shown else await places.show(tx, place)
    before = await places.before(tx, place, question)
    return await places.show(tx, place) if before is None else await go(tx, place, before, now)


async def _change(tx: Tx, _actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    question = asked_of(place, made)
    if place.run.place == places.FACTS and question is not None and question.key in FACT_KEYS:
        place = await _with_facts(tx, place, now)
    part = Part.CORE if place.run.state is RunState.OPEN else None
    if question is None or question not in questionnaire.visible(place.form, place.answers, part):
        return await places.show(tx, place)
    aside = place.run.place in (places.SUMMARY, places.FACTS)
    return await go(tx, place, question.key, now, part=question.part, changing=aside)


async def _send(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    return await send(tx, actor, place, now)


async def _more(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """«Уточнить»: the rest of the questions, after the core was sent."""
    if place.run.state is not RunState.SUBMITTED:
        return await places.show(tx, place)
    more = Place(place.run, place.form, place.answers)
    following = questionnaire.next_question(more.form, more.answers, Part.MORE)
    to = following.key if following else places.SUMMARY
    return await go(tx, more, to, now, part=Part.MORE)


async def _pause(tx: Tx, actor: Actor, place: Place, _made: Turn, _now: datetime) -> Step:
    if actor.account_id is not None:
        await accounts.focus(tx, actor.account_id, None)
    left = questionnaire.remaining(place.form, place.answers, place.part)
    return Paused(place.run, place.form, left)


async def _resume(tx: Tx, _actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    await runs.tick(tx, place.run.id, place.run.ticked, now)  # the silence is over
    return await places.show(tx, place)


async def _restart(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    """Asks first, whenever its button was drawn: it cannot be undone."""
    if place.run.state is not RunState.OPEN:
        return await places.show(tx, place)
    notes = {question.key for question in place.form.questions if question.kind is QuestionKind.NOTE}
    if answers := place.answers.keys() - notes:
        return EraseAll(place.run, place.form, len(answers))
    return await _start(tx, actor, place, made, now)


async def _erase_all(tx: Tx, actor: Actor, place: Place, made: Turn, now: datetime) -> Step:
    if place.run.state is not RunState.OPEN:
        return await places.show(tx, place)
    await runs.drop_answers(tx, place.run.id)
    return await _start(tx, actor, Place(place.run, place.form, {}), made, now)


async def _cancel(tx: Tx, actor: Actor, place: Place, _made: Turn, now: datetime) -> Step:
    """A small form or a trial is dropped, and the dialog that it was opened from goes on."""
    if place.form.summary and not place.trial:
        return await _pause(tx, actor, place, _made, now)
    await runs.end(tx, place.run.id, old=RunState.OPEN, new=RunState.ABANDONED, now=now)
    await runs.drop_answers(tx, place.run.id)
    return Cancelled(place.run, await back_to_parent(tx, actor, place.run))


MOVES: Mapping[Move, Callable[[Tx, Actor, Place, Turn, datetime], Awaitable[Step]]] = {
    Move.START: _start,
    Move.FACTS_RIGHT: _facts_right,
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
    Move.ERASE_ALL: _erase_all,
    Move.CANCEL: _cancel,
}
