"""Choosing whom to invite to answer the mentor questionnaire: ticks, a preview, sending."""

from dataclasses import replace
from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, form_preview
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import form_ticks as words
from handlers.texts import mentors as mentor_words
from handlers.texts import people as people_words
from mentoring import filling, form_ticks
from mentoring.access import Actor, Member
from mentoring.form_ticks import CandidatesPage
from storage.tx import Tx


def router() -> Router:
    ticks = Router(name="form_ticks")
    ticks.callback_query.filter(Coordinates())
    ticks.callback_query.middleware(put_aside)
    ticks.callback_query.register(on_ticks, Opens(Spot.FORM_TICKS))
    ticks.callback_query.register(on_tick, Does(Deed.FORM_TICK, Deed.FORM_UNTICK))
    ticks.callback_query.register(on_experienced, Does(Deed.FORM_TICK_EXPERIENCED))
    ticks.callback_query.register(on_untick_all, Does(Deed.FORM_UNTICK_ALL))
    ticks.callback_query.register(on_preview, Opens(Spot.FORM_PREVIEW))
    ticks.callback_query.register(on_until_ask, Opens(Spot.FORM_UNTIL))
    ticks.callback_query.register(on_until, Does(Deed.FORM_UNTIL))
    ticks.callback_query.register(on_send, Does(Deed.FORM_SEND))
    return ticks


async def on_ticks(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _screen(tx, member, press.page)


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    """A tick is set or taken back, never toggled: pressed twice it stays. The argument is the page of the list."""
    on = press.deed is Deed.FORM_TICK
    changed = await form_ticks.tick(tx, member, press.id, on=on)
    done = words.ticked() if on else words.unticked()
    return replace(await _screen(tx, member, number(press.argument) or 0), toast=done if changed else words.already())


async def on_experienced(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    await form_ticks.tick_experienced(tx, member)
    return await _screen(tx, member, number(press.argument) or 0)


async def on_untick_all(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    await form_ticks.untick_all(tx, member)
    return await _screen(tx, member, number(press.argument) or 0)


async def on_preview(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await form_preview.screen(tx, member, now)


async def on_until_ask(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """A day by button, or typed."""
    return await current.draw(tx, actor, await filling.begin(tx, actor, "answer_by", now=now), now)


async def on_until(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    try:
        day = date.fromisoformat(press.argument)
    except ValueError:  # forged
        return await form_preview.screen(tx, member, now)
    kept = await form_ticks.set_answer_by(tx, member, day, now)
    head = words.until_kept(day) if kept else words.until_refused()
    return with_head(await form_preview.screen(tx, member, now), head)


async def on_send(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    sent = await form_ticks.send(tx, member, now)
    if sent is None:
        return await form_preview.screen(tx, member, now)
    return Screen(words.sent(sent), column(go(mentor_words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)))


async def _screen(tx: Tx, member: Member, page: int) -> Screen:
    shown = await form_ticks.page(tx, member, page)
    named = people_words.told_apart(shown.lines)
    ticks = (
        act(
            words.line(named[each.id], each),
            Deed.FORM_UNTICK if each.ticked else Deed.FORM_TICK,
            each.id,
            str(shown.number),
        )
        for each in shown.lines
    )
    return Screen(
        words.page(shown),
        (
            *column(*ticks),
            *turns(Spot.FORM_TICKS, 0, shown.number, shown.pages),
            *column(*_acts(shown), go(mentor_words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)),
        ),
    )


def _acts(of: CandidatesPage) -> list[Button]:
    here, count = str(of.number), of.count
    offered = (
        (count.ticked, go(words.go_on(count.ticked), Spot.FORM_PREVIEW)),
        (
            count.experienced,
            act(words.experienced(count.experienced), Deed.FORM_TICK_EXPERIENCED, argument=here),
        ),
        (count.ticked, act(words.UNTICK_ALL, Deed.FORM_UNTICK_ALL, argument=here)),
    )
    return [each for holds, each in offered if holds]
