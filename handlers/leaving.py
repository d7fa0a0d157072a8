"""«Больше не работает в школе»: what will happen, one confirmation, and the way back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import cards
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import cards as card_words
from handlers.texts import common
from handlers.texts import leaving as words
from mentoring import cards as people
from mentoring import leaving
from mentoring.access import Member
from mentoring.leaving import Leaving
from storage.tx import Tx


def router() -> Router:
    left = Router(name="leaving")
    left.callback_query.filter(Coordinates())
    left.callback_query.middleware(put_aside)
    left.callback_query.register(on_ask, Opens(Spot.PERSON_LEAVES))
    left.callback_query.register(on_leave, Does(Deed.PERSON_LEAVES))
    left.callback_query.register(on_back, Does(Deed.PERSON_BACK))
    return left


async def on_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Once, with the numbers."""
    return await _ask(tx, member, press.id, now)


async def _ask(tx: Tx, member: Member, person_id: int, now: datetime) -> Effects:
    card = await people.look(tx, member, person_id)
    of = await leaving.look(tx, member, person_id, now)
    if card is None:
        return cards.gone()
    if of is None:
        return with_head(await cards.screen(tx, member, person_id), words.refused(Leaving.NOBODY))
    yes = act(words.YES, Deed.PERSON_LEAVES, person_id, str(of.mark))
    return Screen(words.ask(card_words.name(card), of), column(yes, go(common.BACK, Spot.PERSON, person_id)))


async def on_leave(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the mark of the numbers that were shown: others are shown first."""
    of = await leaving.look(tx, member, press.id, now)
    if of is not None and press.argument != str(of.mark):
        return await _ask(tx, member, press.id, now)
    done = await leaving.leave(tx, member, press.id, words.REASON, now)
    head = words.done() if done is Leaving.DONE else words.refused(done)
    return with_head(await cards.screen(tx, member, press.id), head)


async def on_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await leaving.come_back(tx, member, press.id, now)
    return with_head(await cards.screen(tx, member, press.id), words.back() if done else words.not_left())
