"""Last year's request or mentor questionnaire: «Всё по-прежнему», «Изменить», «Не участвую»."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers.access import Does, Opens
from handlers.effects import Effects, Screen, column
from handlers.participants import with_consent
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import year_turn as words
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.year_end import confirming
from storage.tx import Tx


def router() -> Router:
    own = Router(name="year_confirm")
    own.callback_query.middleware(with_consent)
    own.callback_query.register(on_open, Opens(Spot.YEAR_CONFIRM))
    own.callback_query.register(on_same, Does(Deed.YEAR_SAME))
    own.callback_query.register(on_change, Does(Deed.YEAR_CHANGE))
    own.callback_query.register(on_out, Does(Deed.YEAR_OUT))
    return own


async def on_open(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await confirming.unsaid(tx, member, press.argument)
    return screen(press.argument, found) if found else await current.where_am_i(tx, actor, now)


def screen(form_key: str, found: Answered) -> Screen:
    return Screen(
        words.confirm(form_key, found),
        column(
            act(words.SAME, Deed.YEAR_SAME, found.run.id, form_key),
            act(words.CHANGE, Deed.YEAR_CHANGE, found.run.id, form_key),
            act(words.OUT, Deed.YEAR_OUT, found.run.id, form_key),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_same(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The id is the run that was shown."""
    done = await confirming.same(tx, member, press.argument, press.id, now)
    return Screen(words.confirmed() if done else words.said_before(), column(go(common.MENU, Spot.MENU)))


async def on_change(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if press.argument not in confirming.FORMS:
        return await current.where_am_i(tx, actor, now)
    step = await confirming.change(tx, actor, member, press.argument, press.id, now)
    if step is None:
        return Screen(words.said_before(), column(go(common.MENU, Spot.MENU)))
    return await current.draw(tx, actor, step, now)


async def on_out(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await confirming.refuse(tx, member, press.argument, press.id, now)
    text = words.refused(press.argument) if done else words.said_before()
    return Screen(text, column(go(common.MENU, Spot.MENU)))
