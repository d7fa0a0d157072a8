"""Opening a run, and coming back to it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mentoring import answer_values, questionnaires, surveys
from mentoring.access import Actor, Member
from mentoring.filling import place as places
from mentoring.filling.place import silent_for_long
from mentoring.filling.steps import Ask, ConsentNeeded, Gone, Step, Stopped
from mentoring.outcomes import needs_consent
from mentoring.questionnaires import Asked
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part
from storage import accounts, consents, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, RunState, Source


async def begin(
    tx: Tx,
    actor: Actor,
    form_key: str,
    *,
    now: datetime,
    person_id: int | None = None,
    about: Mapping[str, int | str] | None = None,
    parent_id: int | None = None,
    known: Mapping[str, str] | None = None,
) -> Step:
    """Open a run of the form, or come back to the open one; typed text is meant for it from now on.

    `known` answers are given already: a new run begins after them, and «Назад» leads to them.
    `person_id` is whose answers they are when the actor enters them from paper.
    """
    member = _member(actor)
    subject = person_id or member.person_id
    run = await runs.open_run(tx, person_id=subject, form_key=form_key)
    if run is not None and about is not None and run.about != about:
        # The same small form for another thing: what was half written was not sent.
        await _drop(tx, run, now)
        run = None
    if run is None:
        asked = await surveys.asked(tx, about or {}) or await questionnaires.current(tx, member.school_id, form_key)
        run = await _open(tx, member, subject, form_key, asked, about or {}, parent_id, now)
        run = await _answer(tx, run, known or {}, now)
    return await resume(tx, actor, run)


async def try_out(tx: Tx, actor: Actor, draft: Asked, *, draft_id: int, now: datetime) -> Step:
    """A draft asked of the coordinator themselves, from its first screen; an earlier trial is over."""
    member = _member(actor)
    earlier = await runs.open_run(tx, person_id=member.person_id, form_key=places.TRIAL)
    if earlier is not None:
        await _drop(tx, earlier, now)
    about = {"draft": draft_id}
    return await resume(tx, actor, await _open(tx, member, member.person_id, places.TRIAL, draft, about, None, now))


async def _drop(tx: Tx, run: Run, now: datetime) -> None:
    await runs.end(tx, run.id, old=RunState.OPEN, new=RunState.ABANDONED, now=now)
    await runs.drop_answers(tx, run.id)


async def resume(tx: Tx, actor: Actor, run: Run) -> Step:
    """Where this run stands; typed text is meant for it from now on. Gone when it is not the actor's to fill."""
    taken = await taken_over(tx, actor, run)
    if taken is None:
        return Gone()
    run = taken
    if actor.account_id is not None and actor.run_id != run.id:
        await accounts.focus(tx, actor.account_id, run.id)
    if not await may_answer(tx, actor, run):
        return ConsentNeeded(run)
    return await places.show(tx, await places.load(tx, run))


async def greet(tx: Tx, actor: Actor, run: Run) -> Step:
    """Coming back to a draft from the menu: «вы остановились на 4 из 8», continue or begin anew."""
    step = await resume(tx, actor, run)
    return Stopped(step.run, step.form, step.progress) if isinstance(step, Ask) else step


async def leave(tx: Tx, actor: Actor) -> None:
    """Typed text is meant for no dialog any more; the draft stays."""
    if actor.account_id is not None and actor.run_id is not None:
        await accounts.focus(tx, actor.account_id, None)


async def taken_over(tx: Tx, actor: Actor, run: Run) -> Run | None:
    """The run as the actor's; None when they may not fill it.

    One's own is always one's own, also when a coordinator had begun it from paper. What is on paper may be gone on
    with by any coordinator of the school.
    """
    member = _member(actor)
    source = Source.TAP if run.person_id == member.person_id else Source.PAPER
    on_paper = run.source is Source.PAPER and member.coordinates and run.school_id == member.school_id
    if source is Source.PAPER and not on_paper:
        return None
    if run.entered_by == member.person_id and run.source is source:
        return run
    await accounts.unfocus_person(tx, run.entered_by, run.id)
    await runs.hand_over(tx, run.id, entered_by=member.person_id, source=source)
    return replace(run, entered_by=member.person_id, source=source)


async def current(tx: Tx, actor: Actor, now: datetime) -> Step:
    """The dialog that the person is in the middle of, greeted after a long silence; Gone when there is none."""
    run = await runs.get(tx, actor.run_id) if actor.run_id else None
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        await leave(tx, actor)
        return Gone()
    step = await resume(tx, actor, run)
    return Stopped(step.run, step.form, step.progress) if isinstance(step, Ask) and silent_for_long(run, now) else step


async def ask_coordinator(tx: Tx, actor: Actor, *, run_id: int | None, now: datetime) -> Step:
    """A question about the one on the screen, or about anything; the dialog it was asked from waits."""
    run = await runs.get(tx, run_id) if run_id else None
    if run is None or await taken_over(tx, actor, run) is None:
        return await begin(tx, actor, "ask", now=now, about={})
    place = await places.load(tx, run)
    title = place.question.text if place.question else place.form.title
    return await begin(tx, actor, "ask", now=now, about={"title": title}, parent_id=run.id)


async def may_answer(tx: Tx, actor: Actor, run: Run) -> bool:
    """Consent to the text as it is now, of the person whose answers these are; a paper's text is its own."""
    if not needs_consent(run.form_key):
        return True
    if actor.member is not None and actor.member.person_id == run.person_id:
        return actor.member.consented
    consent = await consents.latest(tx, run.person_id, ConsentKind.DATA)
    return consent is not None and consent.decision is ConsentDecision.GIVEN


async def _open(
    tx: Tx,
    member: Member,
    subject: int,
    form_key: str,
    asked: Asked,
    about: Mapping[str, int | str],
    parent_id: int | None,
    now: datetime,
) -> Run:
    form = asked.form
    consent = await consents.latest(tx, subject, ConsentKind.DATA)
    run_id = await runs.add(
        tx,
        school_id=member.school_id,
        person_id=subject,
        entered_by=member.person_id,
        form_key=form_key,
        form_version=form.version,
        digest=asked.digest,
        place=places.INTRO if form.summary else form.questions[0].key,
        about=dict(about),
        parent_id=parent_id,
        consent_id=consent.id if consent else None,
        source=Source.TAP if subject == member.person_id else Source.PAPER,
        now=now,
    )
    run = await runs.get(tx, run_id)
    if run is None:
        raise LookupError("a run vanished inside its own transaction")
    return run


async def _answer(tx: Tx, run: Run, known: Mapping[str, str], now: datetime) -> Run:
    for question, value in known.items():
        written = answer_values.written(value)
        await runs.put(tx, run_id=run.id, question=question, value=written, source=Source.TYPED, now=now)
    place = await places.load(tx, run)
    following = questionnaire.next_question(place.form, place.answers, Part.CORE) if known else None
    if following is None:
        return run
    await runs.move(tx, run, place=following.key, part=Part.CORE, ticked=(), changing=False, now=now)
    return (await places.reload(tx, place)).run


def _member(actor: Actor) -> Member:
    if actor.member is None:
        raise PermissionError("only a member fills forms")
    return actor.member
