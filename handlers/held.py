"""Who came with rights and waits for a yes: one sentence, whatever they do, for they may be anybody.

What is not of this school stays open: another invitation, and the schools where they are known.
"""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers import current
from handlers.access import Does, Opens
from handlers.effects import Effects
from handlers.presses import Deed, Spot
from mentoring.access import Actor, Member
from mentoring.rules import tokens
from storage.tx import Tx


def router() -> Router:
    held = Router(name="held")
    held.message.register(on_held, Held(), ~Invited())
    held.callback_query.register(on_held, Held(), ~Opens(Spot.SCHOOLS), ~Does(Deed.SWITCH_SCHOOL))
    return held


class Held(Filter):
    """Until the name is known it is asked for, as of everybody who waits."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.waits_with_rights and bool(member.full_name)


class Invited(Filter):
    """A link or a code is in the message."""

    async def __call__(self, event: Message) -> bool:
        text = event.text or ""
        return text.startswith("/start ") or tokens.looks_like_code(text) or tokens.pasted_token(text) is not None


async def on_held(_: Message | CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.where_am_i(tx, actor, now)
