"""«Документы»: what papers there are, what each lacks, made in Word, given the school's number and date."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers import document_screens as screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, with_head
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import documents as words
from mentoring import documents, filling
from mentoring.access import Actor, Member
from mentoring.papers.templates.kinds import OUTLINES
from storage.tx import Tx


def router() -> Router:
    papers = Router(name="documents")
    papers.message.filter(Coordinates())
    papers.callback_query.filter(Coordinates())
    papers.message.middleware(put_aside)
    papers.callback_query.middleware(put_aside)
    papers.message.register(on_documents, Says(words.TITLE))
    papers.callback_query.register(on_documents, Opens(Spot.DOCUMENTS))
    papers.callback_query.register(on_document, Opens(Spot.DOCUMENT))
    papers.callback_query.register(on_data, Opens(Spot.DOCUMENT_DATA))
    papers.callback_query.register(on_fill, Does(Deed.DOCUMENT_FILL))
    papers.callback_query.register(on_change, Does(Deed.DOCUMENT_CHANGE))
    papers.callback_query.register(on_make, Does(Deed.DOCUMENT_MAKE))
    papers.callback_query.register(on_sign, Does(Deed.DOCUMENT_SIGN))
    return papers


async def on_documents(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    return screens.elsewhere() if press and press.argument else await screens.listed(tx, member)


async def on_document(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.argument)
    return await (screens.document(tx, member, kind, now) if kind else screens.listed(tx, member))


async def on_data(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.argument)
    if kind is None or OUTLINES[kind].place:
        return await screens.listed(tx, member)
    return await screens.data(tx, member, kind, now)


async def on_fill(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Only what is not known is asked."""
    kind = screens.kind_of(press.argument)
    seen = await documents.look(tx, member.school_id, kind, now) if kind and not OUTLINES[kind].place else None
    if kind is None or seen is None or not seen.pending:
        return await (screens.document(tx, member, kind, now) if kind else screens.listed(tx, member))
    given = ((each.key, seen.filled.known.get(each.field, "")) for each in documents.asked_of(kind))
    known = {key: value for key, value in given if value}
    step = await filling.begin(tx, actor, documents.FORMS[kind], now=now, about={"kind": kind.value}, known=known)
    return await current.draw(tx, actor, step, now)


async def on_change(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.argument)
    asked = documents.asked_of(kind) if kind else ()
    if kind is None or OUTLINES[kind].place or press.id not in range(len(asked)):
        return await screens.listed(tx, member)
    of = asked[press.id]
    form_key = documents.DAY_FORM if of.is_day else documents.TEXT_FORM
    step = await filling.begin(tx, actor, form_key, now=now, about={"kind": kind.value, "key": of.key})
    seen = await documents.look(tx, member.school_id, kind, now)
    return with_head(await current.draw(tx, actor, step, now), words.asks(seen, of))


async def on_make(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.argument)
    if kind is None:
        return await screens.listed(tx, member)
    made = None if OUTLINES[kind].place else await documents.make(tx, member, actor.external_id, kind, now)
    screen = await screens.document(tx, member, kind, now)
    return with_head(screen, words.made(made)) if made else screen


async def on_sign(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Nobody but the school's register gives a number."""
    kind = screens.kind_of(press.argument)
    if kind is None or OUTLINES[kind].place or not OUTLINES[kind].numbered:
        return await screens.listed(tx, member)
    step = await filling.begin(tx, actor, documents.NUMBER_FORM, now=now, about={"kind": kind.value})
    return await current.draw(tx, actor, step, now)
