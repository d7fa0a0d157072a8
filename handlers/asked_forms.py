"""A questionnaire of the school's own for whoever was asked to answer it: answered, looked at, taken back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, dialogs
from handlers.access import Does, Opens
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import asked_forms as words
from handlers.texts import common
from mentoring import asked, filling
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.asked import Asked
from storage.tx import Tx


def router() -> Router:
    forms = Router(name="asked_forms")
    forms.callback_query.register(on_form, Opens(Spot.ASKED_FORM))
    forms.callback_query.register(on_withdraw_ask, Opens(Spot.ASKED_FORM_WITHDRAW))
    forms.callback_query.register(on_withdraw, Does(Deed.WITHDRAW_ASKED_FORM))
    return forms


async def on_form(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Only for somebody who was asked: a press that nobody was shown opens nothing."""
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    of = await asked.of_form(tx, member, press.argument)
    if of is None:
        return _took_part() if await asked.took_part(tx, member, press.argument) else _not_asked()
    if of.found is None and not of.open_on(actor.today(now)):
        over = words.closed(of) if of.closed else words.too_late(of)
        return Screen(over, column(go(common.ASK_COORDINATOR, Spot.ASK), go(common.MENU, Spot.MENU)))
    if of.found is None:
        return await current.draw(tx, actor, await asked.begin(tx, actor, of, now), now)
    if not of.found.sent:
        return await current.draw(tx, actor, await filling.greet(tx, actor, of.found.run), now)
    await filling.leave(tx, actor)
    return _sent(of, of.found, press.page, may_change=of.open_on(actor.today(now)))


def _sent(of: Asked, found: Answered, page: int, *, may_change: bool) -> Screen:
    """The answers; the way to change them is open until the day to answer by."""
    texts = words.answers(of, found, may_change=may_change)
    page = min(max(page, 0), len(texts) - 1)
    key = of.form.key
    acts: list[Button] = [
        *([dialogs.see_answers(found.run)] if may_change else []),
        go(words.WITHDRAW, Spot.ASKED_FORM_WITHDRAW, argument=key),
        go(common.MENU, Spot.MENU),
    ]
    return Screen(
        texts[page] + common.pages(page, len(texts)),
        (*turns(Spot.ASKED_FORM, 0, page, len(texts), argument=key), *column(*acts)),
    )


async def on_withdraw_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await asked.of_form(tx, member, press.argument)
    if of is None or of.found is None:
        return _not_asked()
    return Screen(
        words.withdraw_ask(of.form),
        column(
            act(words.WITHDRAW, Deed.WITHDRAW_ASKED_FORM, argument=of.form.key),
            go(common.BACK, Spot.ASKED_FORM, argument=of.form.key),
        ),
    )


async def on_withdraw(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    done = await asked.withdraw(tx, member, press.argument, now)
    await filling.leave(tx, actor)
    return Screen(words.withdrawn(), column(go(common.MENU, Spot.MENU))) if done else _not_asked()


def _took_part() -> Screen:
    return Screen(words.took_part(), column(go(common.MENU, Spot.MENU)))


def _not_asked() -> Screen:
    return Screen(words.not_asked(), column(go(common.MENU, Spot.MENU)))
