"""Programmes for the coordinator: those that wait, approving, returning, giving them longer."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers import programme_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Spot, go, number
from handlers.texts import common
from handlers.texts import pairs as pair_words
from handlers.texts import programme_news as news
from mentoring import filling, programmes
from mentoring.access import Actor, Member
from mentoring.programme_outcomes import EXTEND, RETURN
from mentoring.programmes import Seen
from mentoring.rules.pair_moves import TOGETHER
from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState

MOST = 8  # pairs on one screen; the others follow when these are looked at


def router() -> Router:
    waiting = Router(name="programme_approvals")
    waiting.callback_query.filter(Coordinates())
    waiting.callback_query.middleware(put_aside)
    waiting.callback_query.register(on_waiting, Opens(Spot.PROGRAMMES))
    waiting.callback_query.register(on_approve, Does(Deed.PROGRAMME_APPROVE))
    waiting.callback_query.register(on_type, Does(Deed.PROGRAMME_RETURN, Deed.PROGRAMME_EXTEND))
    return waiting


async def on_waiting(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    """Those that were sent, then those that should have been."""
    sent = await programmes.sent(tx, member.school_id)
    late = await programmes.late(tx, member.school_id, now)
    named = (go(pair_words.label(each), Spot.MY_PROGRAMME, each.pairing.id) for each in (*sent, *late)[:MOST])
    return Screen(news.waiting(sent, late), column(*named, go(common.MENU, Spot.MENU)))


async def on_approve(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """What was on the screen, and nothing that was changed since."""
    done = await programmes.approve(tx, member, press.id, number(press.argument) or 0, now)
    found = await programmes.look(tx, member, press.id, now)
    head = news.approved(found.version) if done and isinstance(found, Seen) else news.not_approved()
    shown = await screens.programme(tx, member, press.id, now)
    waiting = await programmes.sent(tx, member.school_id)
    onward = column(*(go(news.next_one(len(waiting)), Spot.MY_PROGRAMME, each.pairing.id) for each in waiting[:1]))
    return with_head(replace(shown, buttons=(*onward, *shown.buttons)), head)


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    returns = press.deed is Deed.PROGRAMME_RETURN
    found = await programmes.look(tx, member, press.id, now)
    may = isinstance(found, Seen) and found.pair.pairing.state in TOGETHER
    if not isinstance(found, Seen) or not may or (returns and found.state is not ProgrammeState.SENT):
        return with_head(await screens.programme(tx, member, press.id, now), news.not_approved())
    step = await filling.begin(tx, actor, RETURN if returns else EXTEND, now=now, about={"pairing": press.id})
    return await current.draw(tx, actor, step, now)
