"""Who was asked to answer a questionnaire of the school's own and is silent: the reasons, one reminder, paper."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import form_preview
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.form_ticks import find_form
from handlers.pages import turns
from handlers.presses import Deed, Go, Spot, act, go
from handlers.texts import mentors as mentor_words
from handlers.texts import people as people_words
from handlers.texts import questionnaires as words
from handlers.texts import sending
from mentoring import form_asks, nudges
from mentoring.access import Member
from mentoring.rules.forms import Form
from mentoring.silence import SilentLine, Why
from storage.tx import Tx


def router() -> Router:
    silent = Router(name="form_silent")
    silent.callback_query.filter(Coordinates())
    silent.callback_query.middleware(put_aside)
    silent.callback_query.middleware(find_form)
    silent.callback_query.register(on_silent, Opens(Spot.FORM_SILENT))
    silent.callback_query.register(on_remind_ask, Opens(Spot.FORM_REMIND))
    silent.callback_query.register(on_remind, Does(Deed.FORM_REMIND))
    return silent


async def on_silent(_: CallbackQuery, press: Go, tx: Tx, member: Member, form: Form, now: datetime) -> Effects:
    """Each with the reason."""
    shown = await form_asks.silent(tx, member, form.key, press.page, now)
    named = people_words.told_apart(shown.lines)
    key = form_preview.named(form.key)
    remind = [go(mentor_words.REMIND, Spot.FORM_REMIND, argument=key)] if shown.total else []
    return Screen(
        f"{words.title(form)}\n\n{mentor_words.silent(shown, named)}",
        (
            *column(*(_silent(each, named[each.id], form.key) for each in shown.lines)),
            *turns(Spot.FORM_SILENT, 0, shown.number, shown.pages, argument=key),
            *column(*remind, *form_preview.ways_back(form.key)),
        ),
    )


def _silent(of: SilentLine, name: str, key: str) -> Button:
    """Who is not in the messenger may answer on paper; everybody else has a card."""
    if of.why in (Why.NOT_IN_BOT, Why.ON_PAPER, Why.DECLINED):
        return go(words.from_paper(name), Spot.PERSON_PAPER, of.id, argument=key)
    return go(people_words.label(name), Spot.PERSON, of.id)


async def on_remind_ask(_: CallbackQuery, tx: Tx, member: Member, form: Form, now: datetime) -> Effects:
    """With the exact count: how many it reaches, how many it cannot."""
    found = await nudges.preview(tx, member, form.key, now)
    silent = go(sending.SILENT, Spot.FORM_SILENT, argument=form_preview.named(form.key))
    back = column(silent, *form_preview.ways_back(form.key))
    if not found.reachable:
        return Screen(sending.remind_nobody(found), back)
    send = act(sending.send_label(found.reachable), Deed.FORM_REMIND, argument=form_preview.argument(form.key))
    return Screen(f"{words.title(form)}\n\n{sending.remind_ask(found)}", (*column(send), *back))


async def on_remind(_: CallbackQuery, tx: Tx, member: Member, form: Form, now: datetime) -> Effects:
    sent = await nudges.send(tx, member, form.key, now)
    back = column(*form_preview.ways_back(form.key))
    if not sent.count:
        return Screen(sending.remind_nobody(await nudges.preview(tx, member, form.key, now)), back)
    return Screen(sending.reminded(sent), back)
