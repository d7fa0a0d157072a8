"""«Скачать Excel» and «Схема пар» of the board."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.presses import Act, Deed, Spot, go
from handlers.texts import common
from handlers.texts import pairs as pair_words
from handlers.texts import pairs_out as words
from mentoring import jobs
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from storage.tx import Tx


def router() -> Router:
    out = Router(name="pairs_out")
    out.callback_query.filter(Coordinates())
    out.callback_query.middleware(put_aside)
    out.callback_query.register(on_order, Does(Deed.PAIRS_BOOK, Deed.PAIRS_CHART))
    return out


async def on_order(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    is_book = press.deed is Deed.PAIRS_BOOK
    await jobs.order(tx, member, actor.external_id, Work.PAIRS_BOOK if is_book else Work.PAIRS_CHART, now)
    text = words.book_ordered() if is_book else words.chart_ordered()
    return Screen(text, column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))
