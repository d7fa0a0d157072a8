"""«Новый учебный год» for a coordinator: the preview, which pairs go on, the one press; how long data are kept."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, second_looks, year_turn_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, go, number
from handlers.texts import common
from handlers.texts import pair_orders as order_words
from handlers.texts import year_turn as words
from mentoring import filling
from mentoring.access import Actor, Member
from mentoring.year_end import keeping, turning
from storage.tx import Tx

_FORMS = {Deed.YEAR_EXTEND: keeping.EXTEND_FORM, Deed.YEAR_DISPUTE: keeping.DISPUTE_FORM}


def router() -> Router:
    turn = Router(name="year_turn")
    turn.callback_query.filter(Coordinates())
    turn.callback_query.middleware(put_aside)
    turn.callback_query.register(on_preview, Opens(Spot.YEAR_TURN))
    turn.callback_query.register(on_pairs, Opens(Spot.YEAR_PAIRS))
    turn.callback_query.register(on_choose, Does(Deed.YEAR_GO_ON, Deed.YEAR_STOP))
    turn.callback_query.register(on_turn, Does(Deed.YEAR_TURN))
    turn.callback_query.register(on_bank, Opens(Spot.YEAR_BANK))
    turn.callback_query.register(on_kept, Opens(Spot.YEAR_KEPT))
    turn.callback_query.register(on_archive, Does(Deed.YEAR_ARCHIVE))
    turn.callback_query.register(on_reason, Does(Deed.YEAR_EXTEND, Deed.YEAR_DISPUTE))
    turn.callback_query.register(on_settled, Does(Deed.YEAR_SETTLED))
    return turn


async def on_preview(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await year_turn_screens.preview(tx, member, now)


async def on_pairs(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await year_turn_screens.pairs(tx, member, press.page, now)


async def on_choose(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the page."""
    await turning.choose(tx, member, press.id, goes_on=press.deed is Deed.YEAR_GO_ON, now=now)
    return await year_turn_screens.pairs(tx, member, number(press.argument) or 0, now)


async def on_turn(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The id is the mark of the numbers that were shown."""
    done = await turning.turn(tx, member, press.id, now)
    if done is None:
        return with_head(await year_turn_screens.preview(tx, member, now), words.too_late())
    return Screen(
        words.turned(done),
        column(
            go(order_words.TITLE, Spot.PAIR_ORDERS),
            go(words.DATES, Spot.ROADMAP_DATES),
            go(words.BANK, Spot.YEAR_BANK),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_bank(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The argument is a questionnaire's key; without one the counts."""
    return await year_turn_screens.bank(tx, member, press.argument, press.page)


async def on_kept(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await year_turn_screens.kept(tx, member, press.id, now)


async def on_archive(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    of = await keeping.look(tx, member, press.id)
    if of is not None and await keeping.is_over(tx, of, now) and not second_looks.is_sure(press):
        back = go(common.BACK, Spot.YEAR_KEPT, press.id)
        return second_looks.ask(words.archive_ask(of, keeping.pairs(of)), words.ARCHIVE_YES, press, back)
    done = await keeping.archive(tx, member, press.id, now)
    screen = await year_turn_screens.kept(tx, member, press.id, now)
    return with_head(screen, words.archived() if done else words.not_archived())


async def on_reason(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Why the year's data are kept longer."""
    if await keeping.look(tx, member, press.id) is None:
        return await year_turn_screens.kept(tx, member, press.id, now)
    step = await filling.begin(tx, actor, _FORMS[press.deed], now=now, about={"year": press.id})
    return await current.draw(tx, actor, step, now)


async def on_settled(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await keeping.settle(tx, member, press.id, now)
    screen = await year_turn_screens.kept(tx, member, press.id, now)
    return with_head(screen, words.held() if done else words.not_held())
