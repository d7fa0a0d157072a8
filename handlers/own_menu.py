"""Everybody's own menu: what is wanted of them now, each thing with its line and its button."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import asked_forms as asked_words
from handlers.texts import common
from handlers.texts import form_asks as form_words
from handlers.texts import materials as material_words
from handlers.texts import menu as words
from handlers.texts import my_gatherings as gathering_words
from handlers.texts import offers as offer_words
from handlers.texts import own_practices as own_practice_words
from handlers.texts import practices as practice_words
from handlers.texts import referrals as referral_words
from handlers.texts import search as search_words
from handlers.texts import year_turn as turn_words
from mentoring import asked, form_asks, materials, offers, pairs, queue_exits, readiness, requests
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.gatherings import answering, tasks
from mentoring.practices import looking
from mentoring.queue_exits import Search
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part
from mentoring.year_end import confirming
from storage.tx import Tx
from storage.vocabulary import PersonState, RunState
from storage.vocabulary.gatherings import Coming


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of the menu: a line that says what is wanted, and the buttons that lead there.

    A line may also only say how things stand, then nothing `wants` the person.
    """

    buttons: tuple[Button, ...] = ()
    lines: tuple[str, ...] = ()
    wants: bool = True


NOTHING = Piece()


async def whole(tx: Tx, actor: Actor, member: Member, now: datetime) -> Screen:
    """«Что от меня нужно» stands on the menu itself."""
    pieces = [await each(tx, member, now) for each in _PIECES]
    idle = () if any(each.lines and each.wants for each in pieces) else (words.NOTHING_WANTED,)
    wanted = "\n\n".join((*idle, *(line for each in pieces for line in each.lines)))
    paused = member.paused_until if member.paused_until and member.paused_until > actor.today(now) else None
    summary = [go(words.TODAY, Spot.TODAY)] if member.reads_summary and not member.coordinates else []
    return Screen(
        words.teacher(member.school_name, wanted, paused),
        column(
            *summary,
            *referrals(member),
            *(button for each in pieces for button in each.buttons),
            go(words.MY_DATA, Spot.MY_DATA),
            go(common.ASK_COORDINATOR, Spot.ASK),
            act(words.UNPAUSE, Deed.UNPAUSE) if paused else go(words.PAUSE, Spot.PAUSE),
            *([go(common.MENU, Spot.MENU)] if member.coordinates else other_school(actor)),
            *([] if member.coordinates else [go(words.HELP, Spot.HELP)]),
        ),
    )


async def _offers(tx: Tx, member: Member, _now: datetime) -> Piece:
    count = len(await offers.mine(tx, member))
    return Piece((go(offer_words.SEE, Spot.OFFER),), (offer_words.in_menu(count),)) if count else NOTHING


async def _pairs(tx: Tx, member: Member, _now: datetime) -> Piece:
    return Piece((go(offer_words.MY_PAIR, Spot.MY_PAIRS),)) if await pairs.own(tx, member) else NOTHING


async def _events(tx: Tx, member: Member, now: datetime) -> Piece:
    """What the person is invited to or is to do, and a line when an answer is waited for."""
    if not member.consented:
        return NOTHING
    coming, own = await answering.every(tx, member, now), await tasks.own(tx, member)
    if not (coming or own or await answering.been(tx, member)):
        return NOTHING
    silent = sum(each.own.answer is Coming.SILENT and each.may_answer for each in coming)
    button = go(gathering_words.menu_label(len(coming), len(own)), Spot.MY_GATHERINGS)
    return Piece((button,), (gathering_words.in_menu(silent),) if silent else ())


async def _request(tx: Tx, member: Member, _now: datetime) -> Piece:
    own = await requests.own(tx, member)
    line, wants = _wanted(member, own)
    return Piece((go(_request_label(own), Spot.REQUEST),), (line,), wants)


async def _search(tx: Tx, member: Member, now: datetime) -> Piece:
    """Whoever waits for a mentor."""
    of = await queue_exits.of_member(tx, member, now)
    if of is None:
        return NOTHING
    again = act(search_words.AGAIN, Deed.SEARCH_AGAIN)
    button = again if of is Search.LEFT else go(search_words.TITLE, Spot.SEARCH)
    return Piece((button,), (search_words.IN_MENU[of],), wants=False)


async def _shelf(tx: Tx, member: Member, _now: datetime) -> Piece:
    stands = await materials.stands_in_menu(tx, member)
    return Piece((go(material_words.TITLE, Spot.SHELF),)) if stands else NOTHING


async def _mentoring(tx: Tx, member: Member, now: datetime) -> Piece:
    """The mentor questionnaire, with a line while a coordinator's invitation to it is in time."""
    button = go(mentoring_label(await readiness.questionnaire(tx, member)), Spot.MENTORING)
    ask = await form_asks.of_person(tx, member, readiness.FORM) if member.consented else None
    if ask is None or ask.again or ask.answer_by < now.astimezone(member.zone).date():
        return Piece((button,))
    return Piece((button,), (form_words.in_menu(ask.answer_by),))


async def _forms(tx: Tx, member: Member, now: datetime) -> Piece:
    """The school's own questionnaires."""
    waiting = await asked.waiting(tx, member, now.astimezone(member.zone).date())
    return Piece(
        tuple(go(asked_words.label(each), Spot.ASKED_FORM, argument=each.form.key) for each in waiting),
        tuple(asked_words.in_menu(each.form, each.answer_by) for each in waiting if each.answer_by),
    )


async def _practices(tx: Tx, member: Member, _now: datetime) -> Piece:
    if not member.consented:
        return NOTHING
    returned = await looking.count_returned(tx, member)
    lines = (own_practice_words.in_menu_returned(returned),) if returned else ()
    return Piece((go(practice_words.TITLE, Spot.PRACTICES),), lines)


async def _last_year(tx: Tx, member: Member, _now: datetime) -> Piece:
    """Answers of the last school year that wait to be confirmed."""
    if not member.consented:
        return NOTHING
    keys = [key for key in confirming.FORMS if await confirming.unsaid(tx, member, key)]
    return Piece(
        tuple(go(turn_words.confirm_label(each), Spot.YEAR_CONFIRM, argument=each) for each in keys),
        tuple(map(turn_words.in_menu, keys)),
    )


_PIECES: tuple[Callable[[Tx, Member, datetime], Awaitable[Piece]], ...] = (
    _last_year,
    _offers,
    _pairs,
    _events,
    _request,
    _search,
    _shelf,
    _mentoring,
    _forms,
    _practices,
)


def _wanted(member: Member, request: Answered | None) -> tuple[str, bool]:
    """The line, and whether anything is wanted."""
    if member.state is PersonState.WAITING:
        return words.wanted_approval(), False
    if request is None:
        return words.wanted_request(), True
    left = questionnaire.remaining(request.form, request.answers, Part.CORE)
    if request.run.state is RunState.OPEN:
        return words.wanted_rest(left), True
    if left:
        return words.wanted_opened(left), True
    return words.request_sent(seen=request.run.seen_at is not None), False


def _request_label(request: Answered | None) -> str:
    if request is None:
        return words.REQUEST_BEGIN
    return words.REQUEST_GO_ON if request.run.state is RunState.OPEN else words.REQUEST_OWN


def mentoring_label(own: Answered | None) -> str:
    if own is None:
        return words.MENTORING_BEGIN
    return words.MENTORING if own.sent else words.MENTORING_GO_ON


def referrals(member: Member) -> list[Button]:
    """The psychologist's own list."""
    return [go(referral_words.TITLE, Spot.REFERRALS)] if member.counsels else []


def other_school(actor: Actor) -> list[Button]:
    """Also where nothing else can be done: who declined here, or waits, is at work in the other one."""
    return [go(words.SCHOOLS, Spot.SCHOOLS)] if len(actor.members) > 1 else []
