"""«Написать»: to whom, the text, the preview, whom to tell in person, sending."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import announcement_screens as screens
from handlers import current
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, go
from handlers.texts import announcements as words
from handlers.texts import people as people_words
from mentoring import announced, announcements, filling
from mentoring.access import Actor, Member
from storage.tx import Tx
from storage.vocabulary import Audience


def router() -> Router:
    writing = Router(name="announcements")
    writing.message.filter(Coordinates())
    writing.callback_query.filter(Coordinates())
    writing.message.middleware(put_aside)
    writing.callback_query.middleware(put_aside)
    writing.message.register(on_write, Says("/write"))
    writing.callback_query.register(on_write, Opens(Spot.WRITE))
    writing.callback_query.register(on_audience, Opens(Spot.WRITE_TO))
    writing.callback_query.register(on_draft, Opens(Spot.ANNOUNCEMENT_DRAFT))
    writing.callback_query.register(on_beyond, Opens(Spot.ANNOUNCEMENT_BEYOND))
    writing.callback_query.register(on_text, Opens(Spot.ANNOUNCEMENT_TEXT))
    writing.callback_query.register(on_send, Does(Deed.ANNOUNCEMENT_SEND))
    writing.callback_query.register(on_drop, Does(Deed.ANNOUNCEMENT_DROP))
    return writing


async def on_write(_: Message | CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.write(tx, member)


async def on_audience(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The text is asked for where there is somebody to read it."""
    if press.argument not in set(Audience):
        return await screens.write(tx, member)
    audience = Audience(press.argument)
    if not (await announcements.sizes(tx, member)).size(audience):
        return with_head(await screens.write(tx, member), words.nobody(audience))
    return await _ask(tx, actor, audience, 0, now)


async def on_draft(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.preview(tx, member, press.id, now)


async def on_beyond(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Each with the reason."""
    shown = await announcements.to_be_told(tx, member, press.id, press.page, now)
    if shown is None:
        return screens.gone()
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.beyond(shown, named),
        (
            *column(*(go(people_words.label(named[each.id]), Spot.PERSON, each.id) for each in shown.lines)),
            *turns(Spot.ANNOUNCEMENT_BEYOND, press.id, shown.number, shown.pages),
            *column(go(words.TO_DRAFT, Spot.ANNOUNCEMENT_DRAFT, press.id)),
        ),
    )


async def on_text(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await announcements.draft(tx, member, press.id)
    return await _ask(tx, actor, found.audience, found.id, now) if found else screens.gone()


async def on_send(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Pressed again it shows what became of it; the argument is how many it was said to reach, asked anew of others."""
    shown = await announcements.preview(tx, member, press.id, now)
    if shown is not None and str(shown.reached) != press.argument:
        return await screens.preview(tx, member, press.id, now)
    sent = await announcements.send(tx, member, press.id, now)
    if sent is not None:
        report = go(words.TO_REPORT, Spot.ANNOUNCEMENT, press.id)
        return Screen(words.sent(sent), column(report, *screens.ways_back()))
    if await announced.report(tx, member, press.id, now):
        report = go(words.TO_REPORT, Spot.ANNOUNCEMENT, press.id)
        return Screen(words.sent_already(), column(report, *screens.ways_back()))
    return await screens.preview(tx, member, press.id, now)


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    """Only the draft that the button stands under: it may have been sent meanwhile, or have given way to another."""
    if await announcements.draft(tx, member, press.id) is None:
        return screens.gone()
    await announcements.drop(tx, member)
    return replace(await screens.write(tx, member), toast=words.dropped())


async def _ask(tx: Tx, actor: Actor, audience: Audience, draft_id: int, now: datetime) -> Effects:
    about = {"audience": audience.value, "draft": draft_id}
    step = await filling.begin(tx, actor, announcements.FORM, now=now, about=about)
    return with_head(await current.draw(tx, actor, step, now), words.writing_to(audience))
