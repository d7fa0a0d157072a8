"""What one reminder says of one thing, by today's state; nothing of what was done meanwhile."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.effects import Button
from handlers.presses import Spot, go
from handlers.texts import common
from handlers.texts import digests as words
from handlers.texts import form_asks as form_words
from handlers.texts import menu as labels
from handlers.texts import notices as notice_words
from handlers.texts import survey_plans as plan_words
from mentoring import answered, form_asks, readiness, requests, stages, survey_plans, today
from mentoring.access import Member
from mentoring.digests import Kind
from mentoring.rules import nameless, questionnaire
from mentoring.rules.forms import Part
from mentoring.rules.stage_status import SETTLED
from storage.tx import Tx
from storage.vocabulary import RunState

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with the button that acts: `alone` in a message of its own, `among` others in a longer one.

    `within` is what it says there, when that is something else.
    """

    text: str
    alone: Button
    among: Button
    within: str = ""
    until: date | None = None  # after this day there is nothing left to act on

    def waits_a_week(self, today: date) -> bool:
        """Is there still something to act on in a week, with a day to do it?"""
        return self.until is None or today + A_WEEK < self.until


async def of_thing(tx: Tx, member: Member, kind: Kind, rest: Sequence[str], step: int, now: datetime) -> Piece | None:
    """`step` counts the reminders of this thing from 0: a person does not read the same words three times."""
    if kind is Kind.REQUEST:
        return await request(tx, member, step)
    return await _PIECES[kind](tx, member, rest, now)


async def request(tx: Tx, member: Member, step: int = 0) -> Piece | None:
    found = await requests.own(tx, member)
    if found is not None and found.run.state is RunState.SUBMITTED:
        return None
    if found is None:
        say = notice_words.begin_last if step >= today.last_step() else notice_words.begin_again
        text = say() if step else notice_words.begin()
        return _piece(text, common.START, labels.REQUEST_BEGIN, Spot.REQUEST)
    left = questionnaire.remaining(found.form, found.answers, Part.CORE)
    return _piece(notice_words.go_on(left), common.GO_ON, labels.REQUEST_GO_ON, Spot.REQUEST)


async def form(tx: Tx, member: Member, form_key: str, *, first: bool = False) -> Piece | None:
    """Of a questionnaire that the person was asked to answer; `first` is the invitation itself."""
    asked = await form_asks.asked_form(tx, member.school_id, form_key)
    ask = await form_asks.of_person(tx, member, form_key)
    if asked is None or ask is None or ask.again:
        return None
    asked = nameless.form(asked) if ask.without_name else asked
    spot, argument = (Spot.MENTORING, "") if form_key == readiness.FORM else (Spot.ASKED_FORM, form_key)
    found = await answered.own(tx, member, form_key)
    if found is not None:
        left = questionnaire.remaining(found.form, found.answers, Part.CORE)
        text = form_words.go_on(found.form, left, ask.answer_by)
        return replace(_piece(text, common.GO_ON, words.go_on_label(asked), spot, argument), until=ask.answer_by)
    say = form_words.invitation if first else form_words.reminder
    piece = _piece(say(asked, ask.answer_by), form_words.ANSWER, words.answer_label(asked), spot, argument)
    return replace(piece, until=ask.answer_by)


async def _form(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    return await form(tx, member, rest[1])


async def _activity(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    if not member.coordinates:
        return None
    found = (await stages.look(tx, member.school_id, now)).place(rest[0])
    if found is None or found[1].state in SETTLED or found[1].day is None or not found[1].day.confirmed:
        return None
    label = words.activity_label(found[1])
    return _piece(words.activity(found[1]), label, label, Spot.ROADMAP_ACTIVITY, rest[0])


async def _weekly(tx: Tx, member: Member, _rest: Sequence[str], now: datetime) -> Piece | None:
    if not member.coordinates:
        return None
    behind = await today.whole(tx, member.school_id, now)
    if not behind.is_behind:
        return None
    return replace(
        _piece(words.weekly(behind), labels.TODAY, labels.TODAY, Spot.TODAY), within=words.weekly_within(behind)
    )


async def _survey(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    found = await survey_plans.line(tx, member, rest[0], now) if member.coordinates else None
    if found is None or found.term is None or found.asked or not found.audience:
        return None
    label = plan_words.invite_label(found)
    return _piece(plan_words.due(found), label, label, Spot.FORM_TICKS, rest[0])


def _piece(text: str, alone: str, among: str, to: Spot, argument: str = "") -> Piece:
    return Piece(text, go(alone, to, argument=argument), go(among, to, argument=argument))


_PIECES: Mapping[Kind, Callable[[Tx, Member, Sequence[str], datetime], Awaitable[Piece | None]]] = {
    Kind.FORM: _form,
    Kind.ACTIVITY: _activity,
    Kind.WEEKLY: _weekly,
    Kind.SURVEY: _survey,
}
