"""Choosing whom to invite to answer a questionnaire: ticks, a preview, sending."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, TelegramObject

from handlers import current, form_preview
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import form_ticks as words
from handlers.texts import menu as menu_words
from handlers.texts import people as people_words
from mentoring import filling, form_asks, form_candidates, form_ticks
from mentoring.access import Actor, Member
from mentoring.form_candidates import CandidatesPage
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM
from mentoring.rules.survey_terms import COORDINATORS
from storage.tx import Tx


def router() -> Router:
    ticks = Router(name="form_ticks")
    ticks.callback_query.filter(Coordinates())
    ticks.callback_query.middleware(put_aside)
    ticks.callback_query.middleware(find_form)
    ticks.callback_query.register(on_ticks, Opens(Spot.FORM_TICKS))
    ticks.callback_query.register(on_tick, Does(Deed.FORM_TICK, Deed.FORM_UNTICK))
    ticks.callback_query.register(on_experienced, Does(Deed.FORM_TICK_EXPERIENCED))
    ticks.callback_query.register(on_unanswered, Does(Deed.FORM_TICK_UNANSWERED))
    ticks.callback_query.register(on_untick_all, Does(Deed.FORM_UNTICK_ALL))
    ticks.callback_query.register(on_preview, Opens(Spot.FORM_PREVIEW))
    ticks.callback_query.register(on_until_ask, Opens(Spot.FORM_UNTIL))
    ticks.callback_query.register(on_until, Does(Deed.FORM_UNTIL))
    ticks.callback_query.register(on_send, Does(Deed.FORM_SEND))
    return ticks


async def find_form(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """An inner middleware: `form` is the questionnaire that the press names; `said` is what else it carries."""
    press: Go | Act = data["press"]
    said, _, key = press.argument.partition(".") if isinstance(press, Act) else ("", "", press.argument)
    form = await form_asks.asked_form(data["tx"], data["member"].school_id, key or FORM)
    if form is None:
        return form_preview.gone()
    return await handler(event, {**data, "form": form, "said": said})


async def on_ticks(_: CallbackQuery, press: Go, tx: Tx, member: Member, form: Form) -> Effects:
    return await _screen(tx, member, form, press.page)


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member, form: Form, said: str) -> Effects:
    """A tick is set or taken back, never toggled: pressed twice it stays. It says the page of the list."""
    on = press.deed is Deed.FORM_TICK
    changed = await form_ticks.tick(tx, member, form.key, press.id, on=on)
    done = words.ticked() if on else words.unticked()
    return replace(await _screen(tx, member, form, number(said) or 0), toast=done if changed else words.already())


async def on_experienced(_: CallbackQuery, tx: Tx, member: Member, form: Form, said: str) -> Effects:
    """Of the mentor questionnaire's own list."""
    if form.key == FORM:
        await form_ticks.tick_experienced(tx, member, form.key)
    return await _screen(tx, member, form, number(said) or 0)


async def on_unanswered(_: CallbackQuery, tx: Tx, member: Member, form: Form, said: str) -> Effects:
    """Of whatever is asked of everybody: nobody becomes a mentor by being on the list."""
    if form.key != FORM:
        await form_ticks.tick_unanswered(tx, member, form.key)
    return await _screen(tx, member, form, number(said) or 0)


async def on_untick_all(_: CallbackQuery, tx: Tx, member: Member, form: Form, said: str) -> Effects:
    await form_ticks.untick_all(tx, member, form.key)
    return await _screen(tx, member, form, number(said) or 0)


async def on_preview(_: CallbackQuery, tx: Tx, member: Member, form: Form, now: datetime) -> Effects:
    return await form_preview.of_form(tx, member, form, now)


async def on_until_ask(_: CallbackQuery, tx: Tx, actor: Actor, form: Form, now: datetime) -> Effects:
    """A day by button, or typed."""
    step = await filling.begin(tx, actor, "answer_by", now=now, about={"form": form.key})
    return await current.draw(tx, actor, step, now)


async def on_until(_: CallbackQuery, tx: Tx, member: Member, form: Form, said: str, now: datetime) -> Effects:
    try:
        day = date.fromisoformat(said)
    except ValueError:  # forged
        return await form_preview.of_form(tx, member, form, now)
    kept = await form_ticks.set_answer_by(tx, member, form.key, day, now)
    head = words.until_kept(day) if kept else words.until_refused()
    return with_head(await form_preview.of_form(tx, member, form, now), head)


async def on_send(_: CallbackQuery, tx: Tx, member: Member, form: Form, said: str, now: datetime) -> Effects:
    """It may say from how many answers on they are shown: then they are given without names."""
    sent = await form_ticks.send(tx, member, form.key, now, threshold=number(said) or 0)
    if sent is None:
        return await form_preview.of_form(tx, member, form, now)
    return Screen(words.sent(sent), column(*form_preview.ways_back(form.key)))


async def _screen(tx: Tx, member: Member, form: Form, page: int) -> Screen:
    shown = await form_candidates.page(tx, member, form.key, page)
    named = people_words.told_apart(shown.lines)
    ticks = (
        act(
            words.line(named[each.id], each),
            Deed.FORM_UNTICK if each.ticked else Deed.FORM_TICK,
            each.id,
            form_preview.argument(form.key, str(shown.number)),
        )
        for each in shown.lines
    )
    further = turns(Spot.FORM_TICKS, 0, shown.number, shown.pages, argument=form_preview.named(form.key))
    return Screen(
        words.page(shown, form),
        (
            *column(*ticks),
            *further,
            *column(*_acts(shown, form.key), *_own(member, form), *form_preview.ways_back(form.key)),
        ),
    )


def _own(member: Member, form: Form) -> list[Button]:
    """Whoever leads the programme is asked too, and has not consented to it yet."""
    asked = form.audience == COORDINATORS and not member.consented
    return [go(menu_words.OWN, Spot.OWN_MENU)] if asked else []


def _acts(of: CandidatesPage, form_key: str) -> list[Button]:
    here, count = form_preview.argument(form_key, str(of.number)), of.count
    everybody = count.people - count.ticked if form_key != FORM else 0
    experienced = count.experienced if form_key == FORM else 0
    to_preview = form_preview.named(form_key)
    offered = (
        (count.ticked, go(words.go_on(count.ticked), Spot.FORM_PREVIEW, argument=to_preview)),
        (experienced, act(words.experienced(experienced), Deed.FORM_TICK_EXPERIENCED, argument=here)),
        (everybody, act(words.unanswered(everybody), Deed.FORM_TICK_UNANSWERED, argument=here)),
        (count.ticked, act(words.UNTICK_ALL, Deed.FORM_UNTICK_ALL, argument=here)),
    )
    return [each for holds, each in offered if holds]
