"""«Сроки этапов»: the default roadmap's dates, binding when confirmed, each changed apart."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, stage_dates
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import roadmap as words
from mentoring import roadmap
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    dates = Router(name="roadmap")
    dates.callback_query.filter(Coordinates())
    dates.callback_query.middleware(put_aside)
    dates.callback_query.register(on_dates, Opens(Spot.ROADMAP_DATES))
    dates.callback_query.register(on_confirm, Does(Deed.ROADMAP_CONFIRM))
    dates.callback_query.register(on_date, Opens(Spot.ROADMAP_DATE))
    dates.callback_query.register(on_move, Does(Deed.ROADMAP_MOVE))
    return dates


async def on_typed_dates(_: Message, tx: Tx, member: Member, now: datetime) -> Effects:
    return await stage_dates.screen(tx, member, now)


async def on_dates(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """All of them, or those of one stage with the way to change each."""
    return await stage_dates.screen(tx, member, now, number=press.id)


async def on_confirm(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The dates that stood above the button, and no others."""
    count = await roadmap.confirm(tx, member, press.id, now)
    head = (
        stage_dates.not_yet(await roadmap.dates(tx, member.school_id, now)) if count is None else words.confirmed(count)
    )
    return with_head(await stage_dates.screen(tx, member, now), head)


async def on_date(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A date by button, or typed."""
    keys = {each.due.activity.key for each in (await roadmap.dates(tx, member.school_id, now)).lines}
    if press.argument not in keys:
        return await stage_dates.screen(tx, member, now)
    return await current.ask_stage_date(tx, actor, press.argument, now)


async def on_move(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    taken = stage_dates.taken(press.argument)
    moved = await roadmap.move(tx, member, *taken, now) if taken else None
    return await current.after_stage_date(tx, actor, member, moved, now)
