"""An answer on its way: understood, kept, and what the person sees next."""

from datetime import datetime

from mentoring import answer_values, surveys
from mentoring.access import Actor
from mentoring.filling import place as places
from mentoring.filling.place import Place
from mentoring.filling.steps import Finished as Done
from mentoring.filling.steps import Gone, Step
from mentoring.outcomes import finish, result_of
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part, Question
from mentoring.rules.questionnaire import Accepted, Refusal, Said, Ticked, Typed, Value
from storage import accounts, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState, Source


async def hear(tx: Tx, actor: Actor, place: Place, question: Question, said: Said, now: datetime) -> Step:
    outcome = questionnaire.accept(question, said, ticked=place.run.ticked, today=actor.today(now))
    match outcome:
        case Refusal():
            return await refuse(tx, place, outcome, now)
        case Ticked(options):
            await runs.tick(tx, place.run.id, options, now)
            return await places.show(tx, place.with_run(ticked=options))
        case Accepted(value):
            source = Source.TYPED if isinstance(said, Typed) else Source.TAP
            return await keep(tx, actor, place, question, value, source, now)


async def refuse(tx: Tx, place: Place, why: Refusal, now: datetime) -> Step:
    await runs.note_failure(tx, place.run.id, now)
    return await places.show(tx, place.with_run(failures=place.run.failures + 1), refusal=why)


async def keep(
    tx: Tx, actor: Actor, place: Place, question: Question, value: Value | None, source: Source, now: datetime
) -> Step:
    """Store the answer and go on: to the next question, the summary, or the end of a form without one."""
    source = Source.PAPER if place.run.source is Source.PAPER else source
    stored = answer_values.written(value)
    await runs.put(tx, run_id=place.run.id, question=question.key, value=stored, source=source, now=now)
    if place.run.state is RunState.SUBMITTED and place.answers.get(question.key) != value:
        await runs.unsee(tx, place.run.id, now)
    answered = Place(place.run, place.form, {**place.answers, question.key: value})
    if place.run.changing and place.at_facts:
        return await go(tx, answered, places.FACTS, now)
    return await go_on(tx, actor, answered, now)


async def go_on(tx: Tx, actor: Actor, place: Place, now: datetime) -> Step:
    # A change comes back to where it was begun, unless it has opened a question that must be asked.
    part = Part.CORE if place.run.changing else place.part
    following = questionnaire.next_question(place.form, place.answers, part)
    if following is not None:
        known = following.key in places.FACT_KEYS and await places.facts_to_show(tx, place)
        return await go(tx, place, places.FACTS if known else following.key, now, part=part)
    if not place.form.summary:
        return await send(tx, actor, place, now)
    return await go(tx, place, places.SUMMARY, now)


async def go(tx: Tx, place: Place, to: str, now: datetime, *, part: Part | None = None, changing: bool = False) -> Step:
    """Move the run; a choice that was made before shows its ticks."""
    before = place.answers.get(to)
    ticked = before if isinstance(before, tuple) else ()
    part = part or place.part
    await runs.move(tx, place.run, place=to, part=part, ticked=ticked, changing=changing, now=now)
    moved = place.with_run(place=to, part=part, ticked=ticked, changing=changing, failures=0, step=place.run.step + 1)
    return await places.show(tx, moved, after=place.run.place if place.run.changing else "")


async def send(tx: Tx, actor: Actor, place: Place, now: datetime) -> Step:
    """The one explicit end; a required question that a change has opened comes first."""
    core = questionnaire.next_question(place.form, place.answers, Part.CORE)
    left = core or questionnaire.next_question(place.form, place.answers, place.part)
    if left is not None:
        return await go(tx, place, left.key, now, part=left.part)
    if place.nameless:
        return await _part_from(tx, actor, place, now)
    await _drop_hidden(tx, place)
    if place.run.state is RunState.SUBMITTED:  # «Готово» under what had been sent
        more = places.may_specify(place)
        now_said = result_of(place.run.form_key, place.answers)
        return Done(place.run, place.form, now_said, changed=True, more=more, sent_at=place.run.submitted_at)
    await runs.end(tx, place.run.id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)
    kept = questionnaire.kept(place.form, place.answers)
    result = await finish(tx, actor, place.run, kept, now)
    if place.trial or not place.form.is_questionnaire:
        await runs.drop_answers(tx, place.run.id)  # it has done what it was for; it may name people
    following = await back_to_parent(tx, actor, place.run)
    after = await places.reload(tx, place)
    return Done(
        after.run,
        place.form,
        result,
        more=places.may_specify(after),
        sent_at=after.run.submitted_at,
        following=following,
    )


async def _part_from(tx: Tx, actor: Actor, place: Place, now: datetime) -> Step:
    """Answers without a name: counted, and nothing of them can be looked at or changed after this."""
    kept = questionnaire.kept(place.form, place.answers)
    if not await surveys.hand_in(tx, place.run, place.form, kept):
        if actor.account_id is not None:
            await accounts.focus(tx, actor.account_id, None)
        return Gone(forgotten=True)
    return Done(place.run, place.form, None, sent_at=now)


async def _drop_hidden(tx: Tx, place: Place) -> None:
    kept = questionnaire.kept(place.form, place.answers)
    for key in place.answers:
        if key not in kept:
            await runs.drop_answer(tx, place.run.id, key)


async def back_to_parent(tx: Tx, actor: Actor, run: Run) -> Step | None:
    """The dialog that a small form was opened from; None when it was opened from a menu."""
    parent = await runs.get(tx, run.parent_id) if run.parent_id else None
    if actor.account_id is not None:
        await accounts.focus(tx, actor.account_id, parent.id if parent else None)
    if parent is None or parent.state not in (RunState.OPEN, RunState.SUBMITTED):
        return None
    return await places.show(tx, await places.load(tx, parent))
