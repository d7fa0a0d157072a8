"""«Проверить падежи»: names and posts are looked at once, and papers may decline them from then on."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current
from handlers import declension_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import declensions as words
from mentoring import declensions, filling
from mentoring.access import Actor, Member
from mentoring.declensions import FORM, Answer, Look, Subject
from storage.tx import Tx


def router() -> Router:
    names = Router(name="declensions")
    names.callback_query.filter(Coordinates())
    names.callback_query.middleware(put_aside)
    names.callback_query.register(on_list, Opens(Spot.DECLENSIONS))
    names.callback_query.register(on_one, Opens(Spot.DECLENSION))
    names.callback_query.register(on_answer, Does(Deed.DECLENSION_YES, Deed.DECLENSION_SAME))
    names.callback_query.register(on_fix, Does(Deed.DECLENSION_FIX))
    return names


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.page(tx, member, press.page)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.one(tx, member, await _look(tx, member, press.id, press.argument))


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    of, mark = await _look(tx, member, press.id, press.argument), press.argument[2:]
    if of is None:
        return await screens.one(tx, member, None)
    answer = declensions.confirm if press.deed is Deed.DECLENSION_YES else declensions.keep_unchanged
    if await answer(tx, member, of, mark, now) is Answer.KEPT:
        return await screens.next_one(tx, member)
    return with_head(await screens.one(tx, member, of), words.changed())


async def on_fix(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = await _look(tx, member, press.id, press.argument)
    if of is None:
        return await screens.one(tx, member, None)
    step = await filling.begin(tx, actor, FORM, now=now, about=declensions.about(of))
    return await current.draw(tx, actor, step, now)


async def _look(tx: Tx, member: Member, person_id: int, argument: str) -> Look | None:
    """The first letter of the argument says what is meant, the second whose gender was chosen."""
    subject = next((each for each in Subject if each == argument[:1]), None)
    return await declensions.look(tx, member, subject, person_id, screens.gender_of(argument[1:2])) if subject else None
