"""What was written to many: the list, what became of one, who has not read it, an end of the sending, «Прочитал(а)»."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import announcement_screens as screens
from handlers import current
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import announced as words
from handlers.texts import common, errors
from handlers.texts import people as people_words
from mentoring import announced, announcements
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    sent = Router(name="announced")
    sent.callback_query.filter(Coordinates())
    sent.callback_query.middleware(put_aside)
    sent.callback_query.register(on_list, Opens(Spot.ANNOUNCEMENTS))
    sent.callback_query.register(on_report, Opens(Spot.ANNOUNCEMENT))
    sent.callback_query.register(on_unread, Opens(Spot.ANNOUNCEMENT_UNREAD))
    sent.callback_query.register(on_stop_ask, Opens(Spot.ANNOUNCEMENT_STOP))
    sent.callback_query.register(on_stop, Does(Deed.ANNOUNCEMENT_STOP))
    return sent


def read_router() -> Router:
    """Whoever it was written to; the dialog that is open beside it stays open."""
    read = Router(name="announcement_read")
    read.callback_query.register(on_read, Does(Deed.ANNOUNCEMENT_READ))
    return read


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    shown = await announced.page(tx, member, press.page)
    return Screen(
        words.page(shown),
        (
            *column(*(go(words.line(each, member.zone), Spot.ANNOUNCEMENT, each.id) for each in shown.lines)),
            *turns(Spot.ANNOUNCEMENTS, 0, shown.number, shown.pages),
            *column(*screens.ways_back()),
        ),
    )


async def on_report(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _report(tx, member, press.id, now)


async def on_unread(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    shown = await announced.unread(tx, member, press.id, press.page, now)
    if shown is None:
        return screens.gone()
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.unread(shown, named),
        (
            *column(*(go(people_words.label(named[each.id]), Spot.PERSON, each.id) for each in shown.lines)),
            *turns(Spot.ANNOUNCEMENT_UNREAD, press.id, shown.number, shown.pages),
            *column(go(words.TO_REPORT, Spot.ANNOUNCEMENT, press.id), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_stop_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the numbers: it cannot be undone."""
    found = await announced.report(tx, member, press.id, now)
    if found is None or not found.may_be_stopped:
        return await _report(tx, member, press.id, now)
    stop, back = act(words.STOP, Deed.ANNOUNCEMENT_STOP, press.id), go(common.BACK, Spot.ANNOUNCEMENT, press.id)
    return Screen(words.stop_ask(found.tally), column(stop, back))


async def on_stop(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await announcements.stop(tx, member, press.id, now)
    shown = await _report(tx, member, press.id, now)
    return replace(shown, toast=words.stopped() if done else words.nothing_to_stop())


async def on_read(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Pressed twice, or weeks later, it says the same."""
    said = await announced.read(tx, actor, press.id)
    if said is None:
        return with_head(await current.where_am_i(tx, actor, now), errors.old_button())
    return screens.read(said)


async def _report(tx: Tx, member: Member, announcement_id: int, now: datetime) -> Screen:
    found = await announced.report(tx, member, announcement_id, now)
    if found is None:
        return screens.gone()
    number = found.announcement.id
    unread = [go(words.unread_label(found.unread), Spot.ANNOUNCEMENT_UNREAD, number)] if found.unread else []
    stop = [go(words.STOP, Spot.ANNOUNCEMENT_STOP, number)] if found.may_be_stopped else []
    back = (go(words.TO_LIST, Spot.ANNOUNCEMENTS), go(common.MENU, Spot.MENU))
    return Screen(words.report(found, member.zone), column(*unread, *stop, *back))
