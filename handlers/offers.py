"""An offer as the person who is asked sees it: accept, decline, ask. Nobody else's can be opened."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, second_looks
from handlers.access import Does, Opens, Says
from handlers.effects import Button, Effects, Screen, column
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import offers as words
from mentoring import offers, readiness
from mentoring.access import Actor, Member
from mentoring.offers import REASONS, Answer, OfferSeen
from storage.tx import Tx


def router() -> Router:
    asked = Router(name="offers")
    asked.message.register(on_typed, Says(words.TITLE))
    asked.callback_query.register(on_offer, Opens(Spot.OFFER))
    asked.callback_query.register(on_accept, Does(Deed.OFFER_ACCEPT, Deed.OFFER_BEYOND))
    asked.callback_query.register(on_decline, Does(Deed.OFFER_DECLINE))
    asked.callback_query.register(on_reason, Does(Deed.OFFER_REASON))
    return asked


async def on_typed(_: Message, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    waiting = await offers.mine(tx, member)
    return await _screen(tx, actor, member, waiting[0].id if waiting else 0, now)


async def on_offer(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Without an id the first of those that wait."""
    if press.id:
        return await _screen(tx, actor, member, press.id, now)
    waiting = await offers.mine(tx, member)
    return await _screen(tx, actor, member, waiting[0].id if waiting else 0, now)


async def _screen(tx: Tx, actor: Actor, member: Member, offer_id: int, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    found = await offers.look(tx, member, offer_id)
    if found is None:
        return _gone()
    return Screen(words.offer(found), column(*_answers(found), go(common.MENU, Spot.MENU)))


def _answers(of: OfferSeen) -> tuple[Button, ...]:
    return (
        act(words.ACCEPT, Deed.OFFER_ACCEPT, of.offer.id),
        act(words.DECLINE, Deed.OFFER_DECLINE, of.offer.id),
        go(common.ASK_COORDINATOR, Spot.ASK),
    )


def _gone() -> Screen:
    return Screen(words.gone(), column(go(common.MENU, Spot.MENU)))


async def on_accept(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    found = await offers.look(tx, member, press.id)
    if found is None:
        return _gone()
    done = await offers.accept(tx, member, press.id, now, beyond=press.deed is Deed.OFFER_BEYOND)
    match done:
        case Answer.TOGETHER:
            return Screen(words.together(), column(go(words.MY_PAIR, Spot.MY_PAIRS), go(common.MENU, Spot.MENU)))
        case Answer.NOTED:
            return Screen(words.noted(found.offer.side), column(go(common.MENU, Spot.MENU)))
        case Answer.NO_PLACE:
            return await _beyond(tx, member, press.id)
    return _gone()


async def _beyond(tx: Tx, member: Member, offer_id: int) -> Screen:
    mine = await readiness.own(tx, member)
    return Screen(
        words.no_place(mine.capacity or 1 if mine else 1),
        column(
            act(words.YES_BEYOND, Deed.OFFER_BEYOND, offer_id),
            act(words.DECLINE, Deed.OFFER_DECLINE, offer_id),
            go(common.BACK, Spot.OFFER, offer_id),
        ),
    )


async def on_decline(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Nobody has to give reasons, a reason may follow; asked once, for it cannot be taken back."""
    found = await offers.look(tx, member, press.id)
    if found is not None and not second_looks.is_sure(press):
        back = go(common.BACK, Spot.OFFER, press.id)
        return second_looks.ask(words.decline_ask(found.offer.side), words.DECLINE_YES, press, back)
    if found is None or await offers.decline(tx, member, press.id, now) is Answer.GONE:
        return _gone()
    reasons = (act(words.reason_label(each), Deed.OFFER_REASON, press.id, each) for each in REASONS[found.offer.side])
    return Screen(words.declined(), column(*reasons, go(words.NO_REASON, Spot.MENU)))


async def on_reason(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    reason = next((each for each in offers.Declined if each == press.argument), None)
    done = reason is not None and await offers.give_reason(tx, member, press.id, reason)
    return Screen(words.thanks() if done else words.gone(), column(go(common.MENU, Spot.MENU)))
