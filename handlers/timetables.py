"""A timetable out of Excel: the template, what was read of the file, «Записать»."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import parts, turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common, uploads
from handlers.texts import menu as labels
from handlers.texts import timetables as words
from mentoring import jobs, sent_sheets, timetables
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import SheetRead
from mentoring.timetables import Draft
from storage.tx import Tx
from storage.vocabulary.pairs import SheetKind


def router() -> Router:
    lessons = Router(name="timetables")
    lessons.message.filter(Coordinates())
    lessons.callback_query.filter(Coordinates())
    lessons.message.middleware(put_aside)
    lessons.callback_query.middleware(put_aside)
    lessons.message.register(on_timetable, Says(words.TITLE))
    lessons.callback_query.register(on_timetable, Opens(Spot.TIMETABLE))
    lessons.callback_query.register(on_template, Does(Deed.TIMETABLE_TEMPLATE))
    lessons.callback_query.register(on_sheet, Opens(Spot.TIMETABLE_SHEET))
    lessons.callback_query.register(on_write, Does(Deed.TIMETABLE_TAKE))
    lessons.callback_query.register(on_cancel, Does(Deed.TIMETABLE_CANCEL))
    return lessons


async def on_timetable(_: Message | CallbackQuery) -> Effects:
    return Screen(words.how_to_send(), column(act(words.TEMPLATE, Deed.TIMETABLE_TEMPLATE), *_back()))


async def on_template(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.TIMETABLE_TEMPLATE, now)
    return Screen(words.template_ordered(), column(*_back()))


async def received(tx: Tx, member: Member, sheet: SheetRead, now: datetime) -> Screen:
    return screen(await timetables.keep(tx, member, sheet, now))


def refused(of: FileProblem) -> Screen:
    return Screen(uploads.refused_sheet(of), column(act(words.TEMPLATE, Deed.TIMETABLE_TEMPLATE), *_back()))


def screen(of: Draft, number: int = 0) -> Screen:
    """What was read, everything that is wrong at once, by pages when it is long."""
    shown = parts(words.remarks(of), words.PAGE_ROOM)
    number = min(max(number, 0), len(shown) - 1)
    text = words.draft(of, shown[number], number, len(shown))
    turned = turns(Spot.TIMETABLE_SHEET, of.id, number, len(shown))
    if not of.new:
        nothing = f"{text}\n\n{words.nothing_to_write()}"
        return Screen(nothing, (*turned, *column(act(words.TEMPLATE, Deed.TIMETABLE_TEMPLATE), *_back())))
    write = act(words.write(of), Deed.TIMETABLE_TAKE, of.id)
    return Screen(text, (*turned, *column(write, act(common.CANCEL, Deed.TIMETABLE_CANCEL, of.id))))


async def on_sheet(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    found = await timetables.find(tx, member, press.id)
    return screen(found, press.page) if found else Screen(words.gone(), column(*_back()))


async def on_write(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await timetables.write(tx, member, press.id, now)
    if done is None:
        return Screen(words.gone(), column(*_back()))
    return Screen(words.written(done), column(*_back()), toast=words.written_already() if done.repeated else "")


async def on_cancel(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    done = await sent_sheets.cancel(tx, member, press.id, SheetKind.TIMETABLE)
    return Screen(words.cancelled() if done else words.gone(), column(*_back()))


def _back() -> list[Button]:
    return [go(labels.SETTINGS, Spot.SETTINGS), go(common.MENU, Spot.MENU)]
