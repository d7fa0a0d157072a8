"""Orders on pairs that have their number: each of them once more in Word."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import pair_orders as words
from mentoring import documents, pair_orders
from mentoring.access import Actor, Member
from mentoring.pair_orders import DOCUMENTS
from storage.tx import Tx

PAGE = 8


def router() -> Router:
    signed = Router(name="signed_orders")
    signed.callback_query.filter(Coordinates())
    signed.callback_query.middleware(put_aside)
    signed.callback_query.register(on_orders, Opens(Spot.SIGNED_ORDERS))
    signed.callback_query.register(on_order, Opens(Spot.SIGNED_ORDER))
    signed.callback_query.register(on_again, Does(Deed.ORDER_AGAIN))
    return signed


async def on_orders(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _orders(tx, member, press.page)


async def on_order(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _order(tx, member, press.id, now)


async def on_again(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    order = await pair_orders.signed_one(tx, member, press.id)
    if order is None:
        return await _orders(tx, member, 0)
    made = await documents.make(tx, member, actor.external_id, DOCUMENTS[order.kind], now, str(order.id))
    screen = await _order(tx, member, press.id, now)
    return with_head(screen, document_words.made(made)) if made else screen


async def _orders(tx: Tx, member: Member, number: int) -> Screen:
    found = await pair_orders.signed(tx, member)
    pages = max(1, -(-len(found) // PAGE))
    number = min(number, pages - 1)
    buttons = (
        go(words.signed_label(each), Spot.SIGNED_ORDER, each.id) for each in found[number * PAGE : (number + 1) * PAGE]
    )
    back = column(go(words.TITLE, Spot.PAIR_ORDERS), go(common.MENU, Spot.MENU))
    rows = (*column(*buttons), *turns(Spot.SIGNED_ORDERS, 0, number, pages), *back)
    return Screen(words.signed_ones(len(found), number, pages), rows)


async def _order(tx: Tx, member: Member, order_id: int, now: datetime) -> Screen:
    """Nobody is left in it when all of its people have withdrawn."""
    order = await pair_orders.signed_one(tx, member, order_id)
    if order is None:
        return await _orders(tx, member, 0)
    seen = await documents.look_at(tx, member.school_id, DOCUMENTS[order.kind], str(order.id), now)
    again = [act(document_words.MAKE, Deed.ORDER_AGAIN, order.id)] if seen else []
    text = document_words.document(seen) if seen else words.emptied(order)
    back = (go(words.SIGNED_ONES, Spot.SIGNED_ORDERS), go(words.TITLE, Spot.PAIR_ORDERS), go(common.MENU, Spot.MENU))
    return Screen(text, column(*again, *back))
