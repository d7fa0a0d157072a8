"""«Акты об уничтожении»: of one record, or of a closed year of which only numbers are kept."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers import destruction_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import destructions as words
from mentoring import destructions, documents, filling
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    acts = Router(name="destructions")
    acts.callback_query.filter(Coordinates())
    acts.callback_query.middleware(put_aside)
    acts.callback_query.register(on_list, Opens(Spot.DESTRUCTIONS))
    acts.callback_query.register(on_one, Opens(Spot.DESTRUCTION))
    acts.callback_query.register(on_make, Does(Deed.DESTRUCTION_MAKE))
    acts.callback_query.register(on_sign, Does(Deed.DESTRUCTION_SIGN))
    return acts


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.page(tx, member, press.page)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.one(tx, member, press.argument, now)


async def on_make(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    made = await documents.make(tx, member, actor.external_id, screens.KIND, now, press.argument)
    screen = await screens.one(tx, member, press.argument, now)
    return with_head(screen, words.made(made)) if made else screen


async def on_sign(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Nobody but the school's register gives a number."""
    if await destructions.run(tx, member.school_id, press.argument) is None:
        return await screens.one(tx, member, press.argument, now)
    about = {"kind": screens.KIND.value, "about": press.argument}
    return await current.draw(
        tx, actor, await filling.begin(tx, actor, documents.NUMBER_FORM, now=now, about=about), now
    )
