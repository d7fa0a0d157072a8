"""«Сроки этапов»: the default roadmap's dates, binding when the coordinator has confirmed them."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import roadmap as words
from mentoring import roadmap
from mentoring.access import Member
from storage.tx import Tx


def router() -> Router:
    dates = Router(name="roadmap")
    dates.callback_query.filter(Coordinates())
    dates.callback_query.middleware(put_aside)
    dates.callback_query.register(on_roadmap, Opens(Spot.ROADMAP))
    dates.callback_query.register(on_confirm, Does(Deed.ROADMAP_CONFIRM))
    return dates


async def on_roadmap(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _screen(tx, member, now)


async def on_confirm(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The dates that stood above the button, and no others."""
    count = await roadmap.confirm(tx, member, press.id, now)
    head = words.moved() if count is None else words.confirmed(count)
    return with_head(await _screen(tx, member, now), head)


async def _screen(tx: Tx, member: Member, now: datetime) -> Screen:
    shown = await roadmap.dates(tx, member, now)
    confirm = [act(words.CONFIRM, Deed.ROADMAP_CONFIRM, shown.mark)] if shown.to_confirm else []
    return Screen(
        words.dates(shown),
        column(*confirm, go(labels.SETTINGS, Spot.SETTINGS), go(common.MENU, Spot.MENU)),
    )
