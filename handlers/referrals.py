"""The psychologist's list: who has signed up themselves; a meeting is marked with its day alone."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers import referral_screens as screens
from handlers.access import Counsels, Does, Opens, Says
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import referrals as words
from mentoring import filling, support
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    counsel = Router(name="referrals")
    counsel.message.filter(Counsels())
    counsel.callback_query.filter(Counsels())
    counsel.message.register(on_typed, Says(words.TITLE))
    counsel.callback_query.register(on_list, Opens(Spot.REFERRALS))
    counsel.callback_query.register(on_one, Opens(Spot.REFERRAL))
    counsel.callback_query.register(on_held, Does(Deed.REFERRAL_HELD))
    return counsel


async def on_typed(_: Message, tx: Tx, member: Member) -> Effects:
    return await screens.page(tx, member)


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.page(tx, member, press.page)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    shown = await screens.one(tx, member, press.id)
    return shown or with_head(await screens.page(tx, member), words.gone())


async def on_held(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The day is asked."""
    if not await support.may_mark_held(tx, member, press.id):
        return with_head(await screens.page(tx, member), words.gone())
    about = {"note": press.id, "person": 0}
    return await current.draw(tx, actor, await filling.begin(tx, actor, support.FORM, now=now, about=about), now)
