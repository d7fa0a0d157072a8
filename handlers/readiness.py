"""«Моё наставничество»: the mentor questionnaire by one's own wish, for how many colleagues, a pause."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, year_confirm
from handlers.access import Does, Opens, Says
from handlers.effects import Button, Effects, Screen, column
from handlers.presses import Act, Deed, Spot, act, button, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import own_papers as paper_words
from handlers.texts import readiness as words
from mentoring import filling, own_papers, readiness
from mentoring.access import Actor, Member
from mentoring.filling import Move, Turn
from mentoring.readiness import Own
from mentoring.rules.readiness import CAPACITIES
from mentoring.year_end import confirming
from storage.tx import Tx


def router() -> Router:
    own = Router(name="readiness")
    own.message.register(
        on_mentoring, Says(labels.MENTORING, labels.MENTORING_GO_ON, labels.MENTORING_BEGIN, "анкета наставника")
    )
    own.callback_query.register(on_mentoring, Opens(Spot.MENTORING))
    own.callback_query.register(on_take_on, Does(Deed.TAKE_ON))
    own.callback_query.register(on_pause, Does(Deed.MENTOR_PAUSE))
    own.callback_query.register(on_resume, Does(Deed.MENTOR_RESUME))
    own.callback_query.register(on_withdraw_ask, Opens(Spot.MENTORING_WITHDRAW))
    own.callback_query.register(on_withdraw, Does(Deed.WITHDRAW_MENTORING))
    return own


async def on_mentoring(_: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Not begun, begun, or handed in: each has its own way on."""
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    last_year = await confirming.unsaid(tx, member, readiness.FORM)
    if last_year is not None:
        return year_confirm.screen(readiness.FORM, last_year)
    found = await readiness.questionnaire(tx, member)
    if found is None:
        return await current.draw(tx, actor, await filling.begin(tx, actor, readiness.FORM, now=now), now)
    if not found.sent:
        return await current.draw(tx, actor, await filling.greet(tx, actor, found.run), now)
    await filling.leave(tx, actor)
    return await _screen(tx, actor, member, now)


async def on_take_on(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    done = await readiness.take_on(tx, member, press.argument, now)
    return await _screen(tx, actor, member, now, words.taken_on() if done else words.unchanged())


async def on_pause(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    done = await readiness.pause(tx, member, now)
    return await _screen(tx, actor, member, now, words.paused() if done else words.unchanged())


async def on_resume(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    done = await readiness.resume(tx, member, now)
    return await _screen(tx, actor, member, now, words.resumed() if done else words.unchanged())


async def on_withdraw_ask(_: CallbackQuery) -> Effects:
    return Screen(
        words.withdraw_ask(),
        column(act(labels.WITHDRAW_MENTORING, Deed.WITHDRAW_MENTORING), go(common.BACK, Spot.MY_DATA)),
    )


async def on_withdraw(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    done = await readiness.withdraw(tx, member, now)
    await filling.leave(tx, actor)
    text = words.withdrawn() if done else words.nothing_to_withdraw()
    return Screen(text, column(go(common.MENU, Spot.MENU)))


async def _screen(tx: Tx, actor: Actor, member: Member, now: datetime, toast: str = "") -> Effects:
    mine = await readiness.own(tx, member)
    if mine is None:  # withdrawn meanwhile
        return await current.where_am_i(tx, actor, now)
    own = [act(paper_words.PORTFOLIO, Deed.PORTFOLIO)] if await own_papers.has_portfolio(tx, member) else []
    return Screen(words.own(mine, member.zone), column(*_acts(mine), *own, go(common.MENU, Spot.MENU)), toast=toast)


def _acts(of: Own) -> list[Button]:
    see = Turn(of.run.id, 0, 0, Move.RESUME)
    if not of.offers:
        return [button(words.CHANGE, see)]
    capacities = [
        act(words.capacity(count, now=count == of.capacity), Deed.TAKE_ON, argument=key)
        for key, count in CAPACITIES.items()
        if of.capacity is not None
    ]
    pause = act(words.RESUME, Deed.MENTOR_RESUME) if of.paused_since else act(words.PAUSE, Deed.MENTOR_PAUSE)
    return [*capacities, pause, button(words.SEE, see)]
