"""Those without a pair: the list, one person, what to offer meanwhile, out of the queue and back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers import queue_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot, number
from handlers.texts import queue as words
from mentoring import filling, queue_exits, support
from mentoring.access import Actor, Member
from storage.tx import Tx
from storage.vocabulary.pairs import Support


def router() -> Router:
    alone = Router(name="queue")
    alone.callback_query.filter(Coordinates())
    alone.callback_query.middleware(put_aside)
    alone.callback_query.register(on_queue, Opens(Spot.QUEUE))
    alone.callback_query.register(on_person, Opens(Spot.QUEUE_PERSON))
    alone.callback_query.register(on_peers, Opens(Spot.QUEUE_PEERS))
    alone.callback_query.register(on_left, Opens(Spot.QUEUE_LEFT))
    alone.callback_query.register(on_offer, Does(Deed.SUPPORT_OFFER))
    alone.callback_query.register(on_held, Does(Deed.SUPPORT_HELD))
    alone.callback_query.register(on_out, Does(Deed.QUEUE_OUT))
    alone.callback_query.register(on_back, Does(Deed.QUEUE_BACK))
    return alone


async def on_queue(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.page(tx, member, press.page, now)


async def on_person(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.person(tx, member, press.id, now)


async def on_peers(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.peers(tx, member, press.id, now)


async def on_left(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.left(tx, member, press.page)


async def on_offer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    kind = next((each for each in Support if each == press.argument), None)
    done = kind is not None and await support.offer(tx, member, press.id, kind, now)
    said = words.offered(kind) if kind and done else words.not_offered()
    return with_head(await screens.person(tx, member, press.id, now), said)


async def on_held(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The day is asked; the argument is the person on whose card it was pressed."""
    person_id = number(press.argument) or 0
    if not await support.may_mark_held(tx, member, press.id):
        return with_head(await screens.person(tx, member, person_id, now), words.held(done=False))
    about = {"note": press.id, "person": person_id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, support.FORM, now=now, about=about), now)


async def on_out(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A decision, never without a reason."""
    if not await queue_exits.waits(tx, member, press.id):
        return await screens.person(tx, member, press.id, now)
    about = {"person": press.id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, queue_exits.FORM, now=now, about=about), now)


async def on_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await queue_exits.bring_back(tx, member, press.id, now)
    return with_head(await screens.left(tx, member, 0), words.brought_back(done=done))
