"""What one reminder says of one thing, by today's state; nothing of what was done meanwhile."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from handlers import gathering_pieces, meeting_pieces, programme_pieces
from handlers.pieces import Piece, piece
from handlers.presses import Spot, go
from handlers.texts import common
from handlers.texts import digests as words
from handlers.texts import form_asks as form_words
from handlers.texts import menu as labels
from handlers.texts import notices as notice_words
from handlers.texts import offers as offer_words
from handlers.texts import practices as practice_words
from handlers.texts import queue as queue_words
from handlers.texts import search as search_words
from handlers.texts import survey_plans as plan_words
from handlers.texts import year_turn as turn_words
from mentoring import (
    answered,
    form_asks,
    offers,
    queue_exits,
    readiness,
    requests,
    stages,
    support,
    survey_plans,
    today,
)
from mentoring.access import Member
from mentoring.digests import Kind
from mentoring.practices import looking
from mentoring.queue_exits import Search
from mentoring.rules import nameless, questionnaire
from mentoring.rules.forms import Part
from mentoring.rules.stage_status import SETTLED
from mentoring.year_end import confirming, keeping
from storage.tx import Tx
from storage.vocabulary import RunState


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
        return piece(text, common.START, labels.REQUEST_BEGIN, Spot.REQUEST)
    left = questionnaire.remaining(found.form, found.answers, Part.CORE)
    return piece(notice_words.go_on(left), common.GO_ON, labels.REQUEST_GO_ON, Spot.REQUEST)


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
        return replace(piece(text, common.GO_ON, words.go_on_label(asked), spot, argument), until=ask.answer_by)
    say = form_words.invitation if first else form_words.reminder
    made = piece(say(asked, ask.answer_by), form_words.ANSWER, words.answer_label(asked), spot, argument)
    return replace(made, until=ask.answer_by)


async def _form(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    return await form(tx, member, rest[1])


async def _activity(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    if not member.coordinates:
        return None
    found = (await stages.look(tx, member.school_id, now)).place(rest[0])
    if found is None or found[1].state in SETTLED or found[1].day is None or not found[1].day.confirmed:
        return None
    label = words.activity_label(found[1])
    return piece(words.activity(found[1]), label, label, Spot.ROADMAP_ACTIVITY, rest[0])


async def _weekly(tx: Tx, member: Member, _rest: Sequence[str], now: datetime) -> Piece | None:
    if not member.coordinates:
        return None
    behind = await today.whole(tx, member.school_id, now)
    if not behind.is_behind:
        return None
    return replace(
        piece(words.weekly(behind), labels.TODAY, labels.TODAY, Spot.TODAY), within=words.weekly_within(behind)
    )


async def _survey(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    found = await survey_plans.line(tx, member, rest[0], now) if member.coordinates else None
    if found is None or found.term is None or found.asked or not found.audience:
        return None
    label = plan_words.invite_label(found)
    return piece(plan_words.due(found), label, label, Spot.FORM_TICKS, rest[0])


async def _offer(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    offer_id = int(rest[0])
    found = await offers.look(tx, member, offer_id)
    if found is None:
        return None
    open_ = go(offer_words.SEE, Spot.OFFER, offer_id)
    return Piece(offer_words.reminder(found.offer.side), open_, open_, until=found.offer.answer_by)


async def _queue(tx: Tx, member: Member, _rest: Sequence[str], now: datetime) -> Piece | None:
    if await queue_exits.of_member(tx, member, now) is not Search.GOES_ON:
        return None
    return piece(search_words.long_wait(), search_words.TITLE, search_words.TITLE, Spot.SEARCH)


async def _pair_over(tx: Tx, member: Member, _rest: Sequence[str], now: datetime) -> Piece | None:
    if await queue_exits.of_member(tx, member, now) is not Search.GOES_ON:
        return None
    return piece(search_words.pair_over(), search_words.TITLE, search_words.TITLE, Spot.SEARCH)


async def _support(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    offered = await support.offered_to(tx, member, int(rest[0]))
    if offered is None or await queue_exits.of_member(tx, member, now) is not Search.GOES_ON:
        return None
    return piece(search_words.offered(offered.kind), search_words.TITLE, search_words.TITLE, Spot.SEARCH)


async def _unpaired(tx: Tx, member: Member, _rest: Sequence[str], now: datetime) -> Piece | None:
    behind = await today.whole(tx, member.school_id, now)
    if not member.coordinates or not behind.long_without_pair:
        return None
    text = queue_words.unpaired(behind.long_without_pair, behind.longest_wait)
    return piece(text, queue_words.TITLE, queue_words.TITLE, Spot.QUEUE)


async def _confirm(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    if not member.consented or await confirming.unsaid(tx, member, rest[0]) is None:
        return None
    label = turn_words.confirm_label(rest[0])
    return piece(turn_words.reminder(rest[0]), label, label, Spot.YEAR_CONFIRM, rest[0])


async def _practice(tx: Tx, member: Member, _rest: Sequence[str], _now: datetime) -> Piece | None:
    if not member.consented or await looking.promised(tx, member) is None:
        return None
    return piece(practice_words.promised(), practice_words.TELL, practice_words.TELL, Spot.MY_PRACTICES)


async def _keep(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    of = await keeping.look(tx, member, int(rest[0])) if member.coordinates else None
    if of is None or not await keeping.is_over(tx, of, now):
        return None
    button = go(turn_words.kept_label(of), Spot.YEAR_KEPT, of.school_year)
    return Piece(turn_words.keep_reminder(of), button, button)


_PIECES: Mapping[Kind, Callable[[Tx, Member, Sequence[str], datetime], Awaitable[Piece | None]]] = {
    Kind.FORM: _form,
    Kind.ACTIVITY: _activity,
    Kind.WEEKLY: _weekly,
    Kind.SURVEY: _survey,
    Kind.OFFER: _offer,
    Kind.FIRST_MEETING: meeting_pieces.first,
    Kind.MEET_AGAIN: meeting_pieces.again,
    Kind.MEETING: meeting_pieces.meeting,
    Kind.MEETING_ASKED: meeting_pieces.asked,
    Kind.FIT: meeting_pieces.fit,
    Kind.QUEUE: _queue,
    Kind.PAIR_OVER: _pair_over,
    Kind.SUPPORT: _support,
    Kind.UNPAIRED: _unpaired,
    Kind.PROGRAMME: programme_pieces.of_pair,
    Kind.PROGRAMME_LATE: programme_pieces.late,
    Kind.GATHERING: gathering_pieces.event,
    Kind.TASK: gathering_pieces.task,
    Kind.MINUTES: gathering_pieces.minutes,
    Kind.CONFIRM: _confirm,
    Kind.KEEP: _keep,
    Kind.PRACTICE: _practice,
}
