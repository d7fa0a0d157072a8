"""«Итоги года»: the report with names and without, its tables and picture, what a coordinator writes for it."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, exports, year_end_screens
from handlers.access import Coordinates, Does, Opens, ReadsSummary, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.presses import Act, Deed, Go, Spot, go, number
from handlers.texts import common
from handlers.texts import exports as export_words
from handlers.texts import year_end as words
from mentoring import filling, people
from mentoring.access import Actor, Member
from mentoring.year_end import reports
from storage.tx import Tx

_FORMS = {part: key for key, part in reports.FORMS.items()}


def router() -> Router:
    year = Router(name="year_end")
    year.message.middleware(put_aside)
    year.callback_query.middleware(put_aside)
    year.message.register(on_year_said, Says("/year", "итоги года", "отчет", "отчеты", "отчет за год"), Coordinates())
    year.callback_query.register(on_year, Opens(Spot.YEAR_END), Coordinates())
    year.callback_query.register(on_file, Does(Deed.YEAR_FILE), Coordinates())
    year.callback_query.register(on_write, Does(Deed.YEAR_WRITE), Coordinates())
    year.callback_query.register(on_public, Opens(Spot.YEAR_END), ReadsSummary())
    year.callback_query.register(on_public_file, Does(Deed.YEAR_FILE), ReadsSummary())
    return year


async def on_year_said(_: Message, tx: Tx, member: Member, now: datetime) -> Effects:
    return await year_end_screens.year(tx, member, now)


async def on_year(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The id is a school year that is over, 0 for the present one."""
    return await year_end_screens.year(tx, member, now, press.id)


async def on_file(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """By its number; the argument is the school year, and how many people the coordinator was told of."""
    if press.id not in range(len(year_end_screens.FILES)):
        return await year_end_screens.year(tx, member, now)
    of_year, _dot, told = press.argument.partition(".")
    work, year = year_end_screens.FILES[press.id], number(of_year) or 0
    named = 0 if work in year_end_screens.PUBLIC else (await people.page(tx, member, 0)).total
    if named and str(named) != told:
        yes, back = Act(Deed.YEAR_FILE, press.id, f"{of_year}.{named}"), go(common.BACK, Spot.YEAR_END, year)
        return exports.ask(member, export_words.YEAR, named, act=yes, back=back)
    await reports.order(tx, member, actor.external_id, work, year, now)
    return Screen(words.ordered(), column(go(words.TO_YEAR, Spot.YEAR_END), go(common.MENU, Spot.MENU)))


async def on_write(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The small form that takes the conclusions or the plan."""
    if press.id not in range(len(year_end_screens.PARTS)):
        return await year_end_screens.year(tx, member, now)
    form, year = _FORMS[year_end_screens.PARTS[press.id]], number(press.argument) or 0
    return await current.draw(tx, actor, await filling.begin(tx, actor, form, now=now, about={"year": year}), now)


async def on_public(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await year_end_screens.public(tx, member, now)


async def on_public_file(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Only what has no names in it."""
    files = year_end_screens.FILES
    if press.id not in range(len(files)) or files[press.id] not in year_end_screens.PUBLIC:
        return await year_end_screens.public(tx, member, now)
    await reports.order(tx, member, actor.external_id, files[press.id], 0, now)
    return Screen(words.ordered(), column(go(words.REPORT, Spot.YEAR_END), go(common.MENU, Spot.MENU)))
