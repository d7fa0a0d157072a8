"""Pairs out of Excel: the template, what was read of the file, «Добавить»."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import parts, turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import brought_pairs as words
from handlers.texts import common, uploads
from handlers.texts import pairs as pair_words
from mentoring import brought_pairs, jobs, sent_sheets
from mentoring.access import Actor, Member
from mentoring.brought_pairs import Draft
from mentoring.jobs import Work
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import SheetRead
from storage.tx import Tx
from storage.vocabulary.pairs import SheetKind


def router() -> Router:
    brought = Router(name="brought_pairs")
    brought.message.filter(Coordinates())
    brought.callback_query.filter(Coordinates())
    brought.message.middleware(put_aside)
    brought.callback_query.middleware(put_aside)
    brought.message.register(on_import, Says(words.TITLE))
    brought.callback_query.register(on_import, Opens(Spot.PAIRS_IMPORT))
    brought.callback_query.register(on_template, Does(Deed.PAIRS_TEMPLATE))
    brought.callback_query.register(on_sheet, Opens(Spot.PAIRS_SHEET))
    brought.callback_query.register(on_add, Does(Deed.PAIRS_ADD))
    brought.callback_query.register(on_cancel, Does(Deed.PAIRS_CANCEL))
    return brought


async def on_import(_: Message | CallbackQuery) -> Effects:
    return Screen(words.how_to_send(), column(act(words.TEMPLATE, Deed.PAIRS_TEMPLATE), *_back()))


async def on_template(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.PAIRS_TEMPLATE, now)
    return Screen(words.template_ordered(), column(*_back()))


async def received(tx: Tx, member: Member, sheet: SheetRead, now: datetime) -> Screen:
    return screen(await brought_pairs.keep(tx, member, sheet, now))


def refused(of: FileProblem) -> Screen:
    return Screen(uploads.refused_sheet(of), column(act(words.TEMPLATE, Deed.PAIRS_TEMPLATE), *_back()))


def screen(of: Draft, number: int = 0) -> Screen:
    """What was read, everything that is wrong at once, by pages when it is long."""
    shown = parts(words.remarks(of), words.PAGE_ROOM)
    number = min(max(number, 0), len(shown) - 1)
    text = words.draft(of, shown[number], number, len(shown))
    turned = turns(Spot.PAIRS_SHEET, of.id, number, len(shown))
    if not of.new:
        nothing = f"{text}\n\n{words.nothing_to_add()}"
        return Screen(nothing, (*turned, *column(act(words.TEMPLATE, Deed.PAIRS_TEMPLATE), *_back())))
    add = act(words.add(of), Deed.PAIRS_ADD, of.id)
    return Screen(text, (*turned, *column(add, act(common.CANCEL, Deed.PAIRS_CANCEL, of.id))))


async def on_sheet(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    found = await brought_pairs.find(tx, member, press.id, now)
    return screen(found, press.page) if found else Screen(words.gone(), column(*_back()))


async def on_add(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await brought_pairs.add(tx, member, press.id, now)
    if done is None:
        return Screen(words.gone(), column(*_back()))
    return Screen(words.added(done), column(*_back()), toast=words.added_already() if done.repeated else "")


async def on_cancel(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    done = await sent_sheets.cancel(tx, member, press.id, SheetKind.PAIRS)
    return Screen(words.cancelled() if done else words.gone(), column(*_back()))


def _back() -> list[Button]:
    return [go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)]
