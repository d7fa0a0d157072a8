"""«Копилка практик» for everybody in the programme: read, searched, written for; a card is its author's."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers import current
from handlers import practice_screens as screens
from handlers.access import Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import own_practices as own_words
from handlers.texts import practices as words
from mentoring import filling
from mentoring.access import Actor, Member
from mentoring.practice_outcomes import SEARCH, WORDS
from mentoring.practices import looking, writing
from mentoring.practices.model import FORM, words_in
from storage.tx import Tx
from storage.vocabulary.practices import CardField, Publish


def router() -> Router:
    library = Router(name="practices")
    library.message.middleware(put_aside)
    library.callback_query.middleware(put_aside)
    library.message.middleware(_after_consent)
    library.callback_query.middleware(_after_consent)
    library.message.register(on_home, Says(words.TITLE))
    library.callback_query.register(on_home, Opens(Spot.PRACTICES))
    library.callback_query.register(on_list, Opens(Spot.PRACTICE_LIST))
    library.callback_query.register(on_search, Does(Deed.PRACTICE_SEARCH))
    library.callback_query.register(on_card, Opens(Spot.PRACTICE))
    library.callback_query.register(on_own, Opens(Spot.MY_PRACTICES))
    library.callback_query.register(on_begin, Does(Deed.PRACTICE_BEGIN))
    library.callback_query.register(on_fields, Opens(Spot.PRACTICE_FIELDS))
    library.callback_query.register(on_edit, Does(Deed.PRACTICE_EDIT))
    library.callback_query.register(on_send, Does(Deed.PRACTICE_SEND))
    library.callback_query.register(on_take_back_ask, Opens(Spot.PRACTICE_TAKE_BACK))
    library.callback_query.register(on_take_back, Does(Deed.PRACTICE_TAKE_BACK))
    library.callback_query.register(on_who_sees, Opens(Spot.PRACTICE_PUBLISH))
    library.callback_query.register(on_publish, Does(Deed.PRACTICE_PUBLISH))
    library.callback_query.register(on_stays, Does(Deed.PRACTICE_STAYS))
    return library


async def _after_consent(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """For those in the programme; a coordinator reads by their work."""
    member: Member = data["member"]
    if member.consented or member.at_work:
        return await handler(event, data)
    return await current.ask_consent(data["tx"], data["actor"], data["now"])


async def on_home(_: Message | CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.home(tx, member)


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.page(tx, member, press.argument, press.page)


async def on_search(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, SEARCH, now=now), now)


async def on_card(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.card(tx, member, press.id, press.page)


async def on_own(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.own(tx, member)


async def on_begin(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A card that is begun is gone on with; the words of the survey come in by this very press alone."""
    of = await looking.own(tx, member)
    taken = of.promised if press.argument == "words" and not of.is_begun else None
    known = {CardField.DONE.value: taken} if taken else None
    step = await filling.begin(tx, actor, FORM, now=now, known=known)
    drawn = await current.draw(tx, actor, step, now)
    return with_head(drawn, own_words.started()) if taken else drawn


async def on_fields(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.fields(tx, member, press.id)


async def on_edit(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    field = next((each for each in CardField if each == press.argument), None)
    of = await looking.one(tx, member, press.id)
    if field is None or of is None or not of.may_edit:
        return await screens.fields(tx, member, press.id)
    about = {"card": press.id, "field": field.value}
    step = await filling.begin(tx, actor, WORDS[field], now=now, about=about)
    return with_head(await current.draw(tx, actor, step, now), words.now_is(field, words_in(of.row, field)))


async def on_send(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await writing.send_again(tx, member, press.id, now)
    return await _after(tx, member, press.id, own_words.sent_again(done=done))


async def on_take_back_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.take_back_ask(tx, member, press.id)


async def on_take_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await writing.take_back(tx, member, press.id, now)
    return await _after(tx, member, press.id, own_words.taken_back(done=done))


async def on_who_sees(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.who_sees(tx, member, press.id)


async def on_publish(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    publish = next((each for each in Publish if each == press.argument), None)
    done = publish is not None and await writing.allow(tx, member, press.id, publish, now)
    return await _after_permission(tx, member, press.id, done=done)


async def on_stays(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await writing.let_stay(tx, member, press.id, stays=press.argument == "1", now=now)
    return await _after_permission(tx, member, press.id, done=done)


async def _after_permission(tx: Tx, member: Member, card_id: int, *, done: bool) -> Effects:
    of = await looking.one(tx, member, card_id)
    shown = await screens.who_sees(tx, member, card_id)
    return with_head(shown, own_words.allowed(done=done)) if of is not None and of.is_own else shown


async def _after(tx: Tx, member: Member, card_id: int, said: str) -> Effects:
    """What was done stands above one's own card; of nobody else's card anything is said."""
    of = await looking.one(tx, member, card_id)
    shown = await screens.card(tx, member, card_id)
    return with_head(shown, said) if of is not None and of.is_own else shown
