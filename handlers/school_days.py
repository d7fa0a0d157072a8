"""«Календарь школы»: holidays proposed, taken, typed; single days off and worked."""

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import calendar_screens, current
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import school_days as words
from mentoring import filling, school_days
from mentoring.access import Actor, Member
from storage.tx import Tx

_FORMS = {Deed.CALENDAR_OFF: "school_day_off", Deed.CALENDAR_WORKS: "school_day_works"}


def router() -> Router:
    days = Router(name="school_days")
    days.callback_query.filter(Coordinates())
    days.callback_query.middleware(put_aside)
    days.callback_query.register(on_calendar, Opens(Spot.CALENDAR))
    days.callback_query.register(on_proposal, Opens(Spot.CALENDAR_PROPOSAL))
    days.callback_query.register(on_take, Does(Deed.CALENDAR_TAKE))
    days.callback_query.register(on_break, Opens(Spot.CALENDAR_BREAK))
    days.callback_query.register(on_type_break, Does(Deed.CALENDAR_BREAK))
    days.callback_query.register(on_drop_break, Does(Deed.CALENDAR_BREAK_DROP))
    days.callback_query.register(on_type_day, Does(Deed.CALENDAR_OFF))
    days.callback_query.register(on_type_day, Does(Deed.CALENDAR_WORKS))
    days.callback_query.register(on_drop_day, Does(Deed.CALENDAR_DAY_DROP))
    return days


async def on_calendar(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await calendar_screens.calendar(tx, member)


async def on_proposal(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await calendar_screens.proposal(tx, member, press.id)


async def on_take(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    if press.id not in range(len(calendar_screens.SCHEMES)):
        return await calendar_screens.calendar(tx, member)
    count = await school_days.take(tx, member, calendar_screens.SCHEMES[press.id], now)
    return with_head(await calendar_screens.calendar(tx, member), words.taken(count))


async def on_break(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await calendar_screens.one_break(tx, member, press.id)


async def on_type_break(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """New holidays, or other days for those of this id."""
    step = await filling.begin(tx, actor, "school_break", now=now, about={"break": press.id})
    return await current.draw(tx, actor, step, now)


async def on_drop_break(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await school_days.drop(tx, member, press.id, now)
    return with_head(await calendar_screens.calendar(tx, member), words.dropped())


async def on_type_day(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, _FORMS[press.deed], now=now), now)


async def on_drop_day(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    day = _day(press.argument)
    if day is not None:
        await school_days.drop_day(tx, member, day, now)
    return with_head(await calendar_screens.calendar(tx, member), words.dropped())


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
