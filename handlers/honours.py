"""«Благодарности и свидетельства»: of the year, of a pair, of one person; one paper, or all of a kind at once."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers import honour_screens as screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, with_head
from handlers.presses import Act, Deed, Go, Spot, number
from handlers.texts import honours as words
from mentoring import documents, filling, honours
from mentoring.access import Actor, Member
from mentoring.honours import EVERYBODY, SIDES
from mentoring.papers.templates.kinds import OUTLINES
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


def router() -> Router:
    given = Router(name="honours")
    given.message.filter(Coordinates())
    given.callback_query.filter(Coordinates())
    given.message.middleware(put_aside)
    given.callback_query.middleware(put_aside)
    given.message.register(on_list_said, Says(words.TITLE))
    given.callback_query.register(on_list, Opens(Spot.HONOURS))
    given.callback_query.register(on_one, Opens(Spot.HONOUR))
    given.callback_query.register(on_make, Does(Deed.HONOUR_MAKE))
    given.callback_query.register(on_sign, Does(Deed.HONOUR_SIGN))
    given.callback_query.register(on_order, Does(Deed.HONOUR_ORDER))
    return given


async def on_list_said(_: Message, tx: Tx, member: Member) -> Effects:
    return await screens.listed(tx, member, 0, 0)


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The id is a pair, 0 for everybody; the argument is the school year."""
    return await screens.listed(tx, member, number(press.argument) or 0, press.page, press.id)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.one(tx, member, press.id, number(press.argument) or 0, now)


async def on_make(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind, year = _read(press.argument)
    if kind is None:
        return await screens.listed(tx, member, 0, 0)
    about = honours.about(press.id, year)
    made = await documents.make(tx, member, actor.external_id, kind, now, about)
    return with_head(await _screen(tx, member, press.id, year, now), words.made(made) if made else words.not_made())


async def on_sign(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Nobody but the school's register gives a number; all of a kind at once have none."""
    kind, year = _read(press.argument)
    about = honours.about(press.id, year)
    numbered = kind is not None and press.id != EVERYBODY and OUTLINES[kind].numbered
    if kind is None or not numbered or await documents.look_at(tx, member.school_id, kind, about, now) is None:
        return await _screen(tx, member, press.id, year, now)
    of = {"kind": kind.value, "about": about}
    return await current.draw(tx, actor, await filling.begin(tx, actor, documents.NUMBER_FORM, now=now, about=of), now)


async def on_order(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A pair that worked before the bot did: its order is in the school, only the bot has not heard of it."""
    person_id, year = honours.read_about(press.argument) or (0, 0)
    if not await honours.may_order(tx, member, press.id):
        return await _screen(tx, member, person_id, year, now)
    of = {"kind": honours.MENTOR.value, "about": press.argument, "pairing": press.id}
    step = await filling.begin(tx, actor, documents.NUMBER_FORM, now=now, about=of)
    return with_head(await current.draw(tx, actor, step, now), words.order_asked())


async def _screen(tx: Tx, member: Member, person_id: int, school_year: int, now: datetime) -> Screen:
    if person_id == EVERYBODY:
        return await screens.listed(tx, member, school_year, 0)
    return await screens.one(tx, member, person_id, school_year, now)


def _read(argument: str) -> tuple[DocumentKind | None, int]:
    """None for what is forged, or is no thanks and no certificate."""
    kind, _, year = argument.partition(".")
    found = next((each for each in SIDES if each == kind), None)
    return found, number(year) or 0
