"""«Материалы» for everybody in the programme: looked through by areas, found by typing, sent on request."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import current, material_screens, strays
from handlers import shelf_screens as screens
from handlers.access import Does, HasText, Opens, Says
from handlers.effects import Effects, Screen, SendMaterial, column
from handlers.presses import Act, Deed, Go, Spot, go
from handlers.texts import common
from handlers.texts import materials as material_words
from handlers.texts import my_gatherings as event_words
from handlers.texts import my_pairs as pair_words
from handlers.texts import search as search_words
from handlers.texts import shelf as words
from mentoring import filling, materials, my_pairs, queue_exits, support
from mentoring.access import Actor, Member
from mentoring.gatherings import answering, reading
from mentoring.materials import Material
from mentoring.rules.privacy import looks_like_document
from mentoring.rules.text import words_of
from storage.tx import Tx
from storage.vocabulary.pairs import MaterialKind

LEAST_LETTERS = 4  # of one word at least, where nobody has asked what to find


def router() -> Router:
    shelf = Router(name="shelf")
    shelf.message.register(on_areas, Says(material_words.TITLE))
    shelf.callback_query.register(on_areas, Opens(Spot.SHELF))
    shelf.callback_query.register(on_area, Opens(Spot.SHELF_AREA))
    shelf.callback_query.register(on_pair, Opens(Spot.SHELF_PAIR))
    shelf.callback_query.register(on_event, Opens(Spot.SHELF_EVENT))
    shelf.callback_query.register(on_own, Opens(Spot.MY_MATERIALS))
    shelf.callback_query.register(on_find, Does(Deed.MATERIAL_FIND))
    shelf.callback_query.register(on_send, Does(Deed.MATERIAL_SEND))
    return shelf


def typed_router() -> Router:
    """After everybody who waits for words: whatever finds nothing goes on as if this were not here."""
    typed = Router(name="shelf_typed")
    typed.message.register(on_typed, HasText(), Reads())
    return typed


class Reads(Filter):
    """Whoever may have materials; a coordinator's words are somebody's name first."""

    async def __call__(self, _event: Message, member: Member | None) -> bool:
        return member is not None and member.consented and not member.at_work


async def found_by_words(tx: Tx, member: Member, typed: str) -> tuple[Material, ...]:
    """Of what nobody waits for: «да» and a telephone are no search."""
    if looks_like_document(typed) or not any(len(each) >= LEAST_LETTERS for each in words_of(typed)):
        return ()
    return await materials.find(tx, member, typed)


async def on_typed(message: Message, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await found_by_words(tx, member, message.text or "")
    if not found:
        return await strays.on_message(message, tx, actor, now)
    return screens.found(shown_words(message.text or ""), found)


def shown_words(typed: str) -> str:
    return common.cut(" ".join(typed.split()), 60)


async def on_areas(event: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented and not member.coordinates:
        return await current.ask_consent(tx, actor, now)
    if isinstance(event, Message) and member.at_work:
        return await material_screens.areas(tx, member)
    return await screens.areas(tx, member)


async def on_area(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.area(tx, member, press.argument, press.page)


async def on_pair(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Of the areas that this pair is about."""
    of = await my_pairs.one(tx, member, press.id, now)
    wanted = await my_pairs.wanted(tx, member, of.pair) if of else frozenset()
    found = materials.in_areas(await materials.visible(tx, member), wanted)
    if not found:
        return await screens.areas(tx, member)
    back = [go(pair_words.TO_PAIR, Spot.MY_PAIR, press.id)]
    return screens.topics(found, press.page, spot=Spot.SHELF_PAIR, id_=press.id, back=back)


async def on_event(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Of the areas that an event is about, to which they are invited."""
    of = await answering.mine(tx, member, press.id, now)
    found = await reading.before(tx, member, of.gathering) if of else ()
    if not found:
        return await screens.areas(tx, member)
    back = [go(event_words.TO_EVENT, Spot.MY_GATHERING, press.id)]
    return screens.topics(found, press.page, spot=Spot.SHELF_EVENT, id_=press.id, back=back)


async def on_own(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Those of one's own request's areas; whoever waits for a mentor has looked at what they were offered."""
    found = materials.in_areas(await materials.visible(tx, member), await materials.areas_of_request(tx, member))
    waits = await queue_exits.of_member(tx, member, now)
    back = [go(search_words.TITLE, Spot.SEARCH)] if waits else []
    if not found:
        asking = go(common.ASK_COORDINATOR, Spot.ASK)
        return Screen(words.nothing_yet(), column(asking, *back, go(common.MENU, Spot.MENU)))
    if waits:
        await support.looked_at_materials(tx, member, now)
    return screens.topics(found, press.page, spot=Spot.MY_MATERIALS, back=back)


async def on_find(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented and not member.coordinates:
        return await current.ask_consent(tx, actor, now)
    return await current.draw(tx, actor, await filling.begin(tx, actor, materials.SEARCH_FORM, now=now), now)


async def on_send(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    """A link as a message of its own, a file as a file: the list stays where it is."""
    found = await materials.on_request(tx, member, press.id)
    if found is None:
        return Screen(material_words.gone(), column(go(words.TO_SHELF, Spot.SHELF), go(common.MENU, Spot.MENU)))
    if found.kind is MaterialKind.LINK:
        return Screen(material_words.link(found), fresh=True, keep=True)
    return SendMaterial(found.id, found.digest, found.file_name, material_words.caption(found), found.address)
