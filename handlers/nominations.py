"""Nominations of the round table: made, filled with cards, read aloud. Nobody is ranked."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers import nomination_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import practice_desk as words
from handlers.texts.reading import by_pages
from mentoring import filling, schools
from mentoring.access import Actor, Member
from mentoring.practice_outcomes import NOMINATION
from mentoring.practices import nominating
from mentoring.practices.nominating import READY
from storage.tx import Tx


def router() -> Router:
    round_table = Router(name="nominations")
    round_table.callback_query.filter(Coordinates())
    round_table.callback_query.middleware(put_aside)
    round_table.callback_query.register(on_list, Opens(Spot.NOMINATIONS))
    round_table.callback_query.register(on_one, Opens(Spot.NOMINATION))
    round_table.callback_query.register(on_add, Does(Deed.NOMINATION_ADD))
    round_table.callback_query.register(on_type, Does(Deed.NOMINATION_TYPE))
    round_table.callback_query.register(on_tick, Does(Deed.NOMINATION_IN, Deed.NOMINATION_OUT))
    round_table.callback_query.register(on_drop_ask, Opens(Spot.NOMINATION_DROP))
    round_table.callback_query.register(on_drop, Does(Deed.NOMINATION_DROP))
    round_table.callback_query.register(on_read, Opens(Spot.NOMINATIONS_READ))
    return round_table


async def on_list(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.every(tx, member)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.one(tx, member, press.id, press.page)


async def on_add(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """One of the five ready names, by its place."""
    if press.id not in range(len(READY)):
        return await screens.every(tx, member)
    return await screens.after_adding(tx, member, await nominating.add(tx, member, READY[press.id], now))


async def on_type(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, NOMINATION, now=now), now)


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    card, _colon, page = press.argument.partition(":")
    ticked = press.deed is Deed.NOMINATION_IN
    await nominating.tick(tx, member, press.id, number(card) or 0, now, ticked=ticked)
    return await screens.one(tx, member, press.id, number(page) or 0)


async def on_drop_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await nominating.one(tx, member, press.id, 0)
    if of is None:
        return await screens.every(tx, member)
    return Screen(
        words.drop_ask(of),
        column(act(words.DROP, Deed.NOMINATION_DROP, press.id), go(common.BACK, Spot.NOMINATION, press.id)),
    )


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await nominating.drop(tx, member, press.id, now)
    return with_head(await screens.every(tx, member), words.dropped(done=done))


async def on_read(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await nominating.read(tx, member.school_id, await schools.year_of(tx, member.school_id))
    pages = by_pages(f"<b>{words.NOMINATIONS}</b>", f"<b>{words.NOMINATIONS}</b>", [[each] for each in words.read(of)])
    page = min(max(press.page, 0), len(pages) - 1)
    text = pages[page].text if of else words.nothing_to_read()
    return Screen(
        text + common.pages(page, len(pages)),
        (
            *turns(Spot.NOMINATIONS_READ, 0, page, len(pages)),
            *column(go(words.TO_NOMINATIONS, Spot.NOMINATIONS), go(common.MENU, Spot.MENU)),
        ),
    )
