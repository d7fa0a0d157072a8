"""What a finished form does: one entry per form, so that a new form has one place to be added to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import (
    announcements,
    care_forms,
    document_outcomes,
    drafts,
    form_asks,
    form_ticks,
    gathering_outcomes,
    knocks,
    material_outcomes,
    own_roadmaps,
    pair_outcomes,
    people,
    practice_outcomes,
    proofs,
    questions,
    queue_exits,
    roadmap,
    school_days,
    schools,
)
from mentoring.access import Actor, Member
from mentoring.invitations import rename
from mentoring.notices import tell_news
from mentoring.outcome import Kept, Outcome, keys, text
from mentoring.rules import readiness
from mentoring.rules.calendar import Break
from mentoring.rules.readiness import Ready
from mentoring.rules.staff_list import StaffEntry
from mentoring.schools import Field
from mentoring.year_end import keeping, reports
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import Role


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A request as its author left it."""

    may_mentor: bool  # «Да, пришлите анкету наставника», or «Может быть»


@dataclass(frozen=True, slots=True)
class Offered:
    """A mentor questionnaire as its author left it."""

    ready: Ready | None


@dataclass(frozen=True, slots=True)
class UntilDay:
    """The day that a coordinator would have an invitation answered by."""

    form_key: str
    day: date
    kept: bool


def result_of(form_key: str, answers: Kept) -> HandedIn | Offered | None:
    """What the answers of a questionnaire say to its author's next screen."""
    match form_key:
        case "needs":
            return HandedIn(may_mentor=answers.get("can_share") in ("full", "maybe"))
        case readiness.FORM:
            return Offered(readiness.ready_of(answers))
    return None


def needs_consent(form_key: str) -> bool:
    return _of(form_key).consent


async def finish(tx: Tx, actor: Actor, run: Run, kept: Kept, now: datetime) -> object:
    """Carry out what the form was for; the result goes to the screen that says so."""
    if actor.member is None:
        raise PermissionError("only a member fills forms")
    return await _of(run.form_key).act(tx, actor, actor.member, run, kept, now)


def _of(form_key: str) -> Outcome:
    """A questionnaire that a school has made itself is only kept."""
    return _OUTCOMES.get(form_key, Outcome(_named))


async def _named(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    await tell_news(tx, member.school_id, now, by=member.person_id)
    if run.form_key == "needs" and run.person_id == member.person_id:
        await queue_exits.search_again(tx, member, now)  # whoever asks anew wants to be looked for
    return result_of(run.form_key, kept)


async def _nothing(_tx: Tx, _actor: Actor, _member: Member, _run: Run, _kept: Kept, _now: datetime) -> object:
    """A trial, or a typed text where a roadmap is asked for: a table has ended that dialog before."""
    return None


async def _setup(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    return await schools.set_up(
        tx,
        member.school_id,
        name=text(kept, "school_name"),
        city=text(kept, "city"),
        by=member.person_id,
        now=now,
    )


async def _join(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    await rename(tx, member.person_id, text(kept, "full_name"))
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return None


async def _knock(tx: Tx, actor: Actor, _member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    return await knocks.knock_at(tx, actor, text(kept, "school"), now)


async def _own_name(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, _now: datetime) -> object:
    await rename(tx, member.person_id, text(kept, "full_name"))
    return None


async def _ask(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await questions.ask(
        tx,
        member,
        text=text(kept, "question"),
        about=str(run.about.get("title", "")),
        run_id=run.parent_id,
        now=now,
    )


async def _reply(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await questions.reply(tx, member, question_id=int(run.about["question"]), text=text(kept, "reply"), now=now)


async def _person(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    entry = StaffEntry(
        row=0,
        full_name=text(kept, "full_name"),
        position=text(kept, "position"),
        subjects=keys(kept, "subjects"),
        levels=keys(kept, "levels"),
        experience=text(kept, "experience"),
        role=Role(text(kept, "role") or Role.TEACHER),
    )
    return await people.add(tx, member, entry, now)


async def _pause(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, _now: datetime) -> object:
    until = date.fromisoformat(text(kept, "until"))
    await people.pause(tx, member, until)
    return until


async def _school_field(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    field = Field(str(run.about["field"]))
    await schools.change(tx, member, field, text(kept, "value"), now)
    return field


async def _activity_date(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day = date.fromisoformat(text(kept, "day"))
    return await roadmap.move(tx, member, str(run.about["activity"]), day, now)


async def _proof(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    said = {key: str(value) for key, value in kept.items() if value is not None}
    return await proofs.keep(tx, member, str(run.about["activity"]), proofs.Proof(run.form_key), said, now)


async def _school_break(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    starts, ends = (date.fromisoformat(text(kept, edge)) for edge in ("starts", "ends"))
    return await school_days.put(tx, member, Break(starts, ends), now, instead=int(run.about["break"]))


async def _school_day(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day, works = date.fromisoformat(text(kept, "day")), run.form_key == "school_day_works"
    return await school_days.set_day(tx, member, day, works=works, now=now)


async def _answer_by(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day, form_key = date.fromisoformat(text(kept, "day")), form_asks.key_of(run.about)
    return UntilDay(form_key, day, kept=await form_ticks.set_answer_by(tx, member, form_key, day, now))


async def _announcement(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await announcements.write(tx, member, str(run.about["audience"]), text(kept, "text"), now)


async def _own_roadmap_cell(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    mark, number = int(run.about["mark"]), int(run.about["number"])
    said = text(kept, "term") or text(kept, "responsible")
    return await own_roadmaps.answer_typed(tx, member, mark, number, said, now)


async def _privacy_code(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    typed = int(text(kept, "code") or 0)
    return await schools.accept_strict(tx, member, expected=int(run.about["code"]), typed=typed, now=now)


async def _publish_note(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await drafts.publish(tx, member, int(run.about["draft"]), text(kept, "note"), now)


_OUTCOMES: Mapping[str, Outcome] = {
    "needs": Outcome(_named),
    readiness.FORM: Outcome(_named),
    **dict.fromkeys(("trial", own_roadmaps.FORM), Outcome(_nothing, consent=False)),
    "join": Outcome(_join),
    "knock": Outcome(_knock, consent=False),
    "own_name": Outcome(_own_name),
    "ask": Outcome(_ask),
    "reply": Outcome(_reply, consent=False),
    "setup": Outcome(_setup, consent=False),
    "person": Outcome(_person, consent=False),
    "pause": Outcome(_pause),
    **dict.fromkeys(("school_field", "school_grounds"), Outcome(_school_field, consent=False)),
    "activity_date": Outcome(_activity_date, consent=False),
    **{proof.value: Outcome(_proof, consent=False) for proof in proofs.Proof},
    "school_break": Outcome(_school_break, consent=False),
    **dict.fromkeys(("school_day_off", "school_day_works"), Outcome(_school_day, consent=False)),
    "answer_by": Outcome(_answer_by, consent=False),
    announcements.FORM: Outcome(_announcement, consent=False),
    **dict.fromkeys((own_roadmaps.TERM_FORM, own_roadmaps.RESPONSIBLE_FORM), Outcome(_own_roadmap_cell, consent=False)),
    **{key: Outcome(act, consent=False) for key, act in care_forms.ACTS.items()},
    "publish_note": Outcome(_publish_note, consent=False),
    **pair_outcomes.OUTCOMES,
    **gathering_outcomes.OUTCOMES,
    **material_outcomes.OUTCOMES,
    **practice_outcomes.OUTCOMES,
    **reports.OUTCOMES,
    **keeping.OUTCOMES,
    **document_outcomes.OUTCOMES,
    "privacy_code": Outcome(_privacy_code, consent=False),
}
