"""One's own search for a mentor: where it stands, what there is meanwhile, stopping it and coming back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers.access import Does, Opens, Says
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import search as words
from mentoring import queue, queue_exits, support
from mentoring.access import Actor, Member
from mentoring.queue import Own
from mentoring.queue_exits import Search
from storage.tx import Tx
from storage.vocabulary.pairs import SupportState


def router() -> Router:
    waiting = Router(name="search")
    waiting.message.register(on_search, Says(words.TITLE))
    waiting.callback_query.register(on_search, Opens(Spot.SEARCH))
    waiting.callback_query.register(on_go_on, Does(Deed.SEARCH_GO_ON))
    waiting.callback_query.register(on_leave, Does(Deed.SEARCH_LEAVE))
    waiting.callback_query.register(on_again, Does(Deed.SEARCH_AGAIN))
    waiting.callback_query.register(on_answer, Does(Deed.SUPPORT_YES, Deed.SUPPORT_NO))
    waiting.callback_query.register(on_sign_up, Does(Deed.SIGN_UP))
    waiting.callback_query.register(on_sign_off, Does(Deed.SIGN_OFF))
    return waiting


async def on_search(_: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    return await _screen(tx, member, now)


async def _screen(tx: Tx, member: Member, now: datetime) -> Screen:
    found = await queue.own(tx, member, now)
    if found is None:
        return Screen(words.no_search(), column(go(common.MENU, Spot.MENU)))
    return Screen(
        words.screen(found),
        column(*_acts(found), go(common.ASK_COORDINATOR, Spot.ASK), go(common.MENU, Spot.MENU)),
    )


def _acts(of: Own) -> list[Button]:
    """Whoever has signed up may sign off also when nobody is looked for any more."""
    sign_off = [act(words.SIGN_OFF, Deed.SIGN_OFF)] if support.is_signed_up(of.notes) else []
    if not of.goes_on:
        again = [act(words.AGAIN, Deed.SEARCH_AGAIN)] if of.search is Search.LEFT else []
        return [*again, *sign_off]
    offered = [each for each in of.notes if each.state is SupportState.OFFERED and each.kind in words.YES]
    sign_up = [act(words.SIGN_UP, Deed.SIGN_UP)] if of.may_sign_up else []
    goes_on = [act(words.GO_ON, Deed.SEARCH_GO_ON)] if of.search is Search.GOES_ON else []
    return [
        *(act(words.YES[each.kind], Deed.SUPPORT_YES, each.id) for each in offered),
        *(act(words.NO[each.kind], Deed.SUPPORT_NO, each.id) for each in offered),
        *([go(words.MATERIALS, Spot.MY_MATERIALS)] if of.materials else []),
        *(sign_off or sign_up),
        *(goes_on or [act(labels.UNPAUSE, Deed.UNPAUSE)]),
        act(words.LEAVE, Deed.SEARCH_LEAVE),
    ]


async def on_go_on(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    """Nothing has to be changed for it: whoever is in the queue stays there."""
    if await queue_exits.of_member(tx, member, now) is not Search.GOES_ON:
        return await _screen(tx, member, now)
    return Screen(words.goes_on(), column(go(words.TITLE, Spot.SEARCH), go(common.MENU, Spot.MENU)))


async def on_leave(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    if not await queue_exits.leave(tx, member, now):
        return await _screen(tx, member, now)
    return Screen(words.stopped(), column(act(words.AGAIN, Deed.SEARCH_AGAIN), go(common.MENU, Spot.MENU)))


async def on_again(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await queue_exits.search_again(tx, member, now)
    return await _after(tx, member, words.again() if done else "", now)


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    wants = press.deed is Deed.SUPPORT_YES
    done = await support.answer(tx, member, press.id, now, wants=wants)
    return await _after(tx, member, words.answered(wants=wants) if done else "", now)


async def on_sign_up(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await support.sign_up(tx, member, now)
    return await _after(tx, member, words.signed_up() if done else "", now)


async def on_sign_off(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await support.sign_off(tx, member, now)
    return await _after(tx, member, words.signed_off() if done else "", now)


async def _after(tx: Tx, member: Member, said: str, now: datetime) -> Effects:
    """What was done, and where things stand; a second press changes nothing and shows just that."""
    shown = await _screen(tx, member, now)
    return with_head(shown, said) if said else shown
