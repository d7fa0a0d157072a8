"""Orders on pairs: which stand in one, the draft in Word, the school's number and date."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers import pair_order_screens as screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import pair_orders as words
from handlers.texts import pairs as pair_words
from mentoring import documents, filling, pair_orders
from mentoring.access import Actor, Member
from mentoring.pair_orders import DOCUMENTS, FORM
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


def router() -> Router:
    orders = Router(name="pair_orders")
    orders.message.filter(Coordinates())
    orders.callback_query.filter(Coordinates())
    orders.message.middleware(put_aside)
    orders.callback_query.middleware(put_aside)
    orders.message.register(on_orders, Says(words.TITLE))
    orders.callback_query.register(on_orders, Opens(Spot.PAIR_ORDERS))
    orders.callback_query.register(on_order, Opens(Spot.PAIR_ORDER))
    orders.callback_query.register(on_include, Does(Deed.ORDER_IN, Deed.ORDER_OUT))
    orders.callback_query.register(on_include_ready, Does(Deed.ORDER_IN_READY))
    orders.callback_query.register(on_draft, Does(Deed.ORDER_DRAFT))
    orders.callback_query.register(on_agreements, Does(Deed.ORDER_AGREEMENTS))
    orders.callback_query.register(on_sign, Does(Deed.ORDER_SIGN))
    return orders


async def on_orders(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _kinds(tx, member, now)


async def _kinds(tx: Tx, member: Member, now: datetime) -> Screen:
    found = [await pair_orders.look(tx, member, kind, now) for kind in screens.KINDS]
    signed = (go(words.SIGNED_ONES, Spot.SIGNED_ORDERS), act(words.AGREEMENTS, Deed.ORDER_AGREEMENTS))
    return Screen(
        words.kinds(),
        column(
            *(
                go(words.kind_label(each.kind, len(each.lines)), Spot.PAIR_ORDER, number)
                for number, each in enumerate(found)
            ),
            *(signed if await pair_orders.signed(tx, member) else ()),
            go(words.PAPERS, Spot.PAIR_PAPERS),
            go(pair_words.TO_BOARD, Spot.PAIRS),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_order(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.order(tx, member, screens.kind_of(press.id), now)


async def on_include(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(int(press.argument) if press.argument.isdecimal() else 0)
    await pair_orders.include(tx, member, kind, press.id, included=press.deed is Deed.ORDER_IN, now=now)
    return await screens.order(tx, member, kind, now)


async def on_include_ready(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.id)
    await pair_orders.include_ready(tx, member, kind, now)
    return await screens.order(tx, member, kind, now)


async def on_draft(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.id)
    seen = await pair_orders.begin(tx, member, kind, now)
    about = str(seen.order.id) if seen.order and seen.included else ""
    made = await documents.make(tx, member, actor.external_id, DOCUMENTS[kind], now, about) if about else None
    said = document_words.made(made) if made else words.nothing_included()
    return with_head(await screens.order(tx, member, kind, now), said)


async def on_agreements(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """What HR and the accountant need; the agreements themselves are theirs."""
    made = await documents.make(tx, member, actor.external_id, DocumentKind.AGREEMENTS_LIST, now)
    return with_head(await _kinds(tx, member, now), document_words.made(made) if made else words.no_agreements())


async def on_sign(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The number and the date are typed: nobody but the school's register gives them."""
    kind = screens.kind_of(press.id)
    seen = await pair_orders.begin(tx, member, kind, now)
    if not seen.included:
        return with_head(await screens.order(tx, member, kind, now), words.nothing_included())
    step = await filling.begin(tx, actor, FORM, now=now, about={"kind": kind.value})
    return await current.draw(tx, actor, step, now)
