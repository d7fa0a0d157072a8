"""The school's own roadmap: sent as a file or pasted, looked at, asked about, accepted, given up."""

from datetime import datetime
from pathlib import PurePath

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Document, Message

from handlers import current, presses, stage_dates
from handlers import own_roadmap_screens as screens
from handlers.access import Coordinates, Does, HasText, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common, roadmap_files
from handlers.texts import own_roadmap as words
from handlers.texts import stages as stage_words
from mentoring import filling, jobs, own_roadmaps
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.own_roadmaps import RESPONSIBLE_FORM, TERM_FORM
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.own_roadmap import Asks
from mentoring.rules.roadmap_files import RoadmapFile
from storage.tx import Tx

LARGEST = 10 * 1024 * 1024
# What is a document by its name is looked at as a roadmap at any moment: the reader says what to do with each.
DOCUMENTS = frozenset({".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt"})


def router() -> Router:
    own = Router(name="own_roadmap")
    own.message.filter(Coordinates())
    own.callback_query.filter(Coordinates())
    own.callback_query.middleware(put_aside)
    own.message.register(on_file, RoadmapFileSent())
    own.message.register(on_table, HasText(), PastedTable())
    own.message.register(on_photo, PhotoOfRoadmap())
    own.callback_query.register(on_send, Does(Deed.OWN_SEND))
    own.callback_query.register(on_own, Opens(Spot.OWN_ROADMAP))
    own.callback_query.register(on_changes, Opens(Spot.OWN_CHANGES))
    own.callback_query.register(on_question, Opens(Spot.OWN_QUESTION))
    own.callback_query.register(on_answer, Does(Deed.OWN_ANSWER))
    own.callback_query.register(on_type, Does(Deed.OWN_TYPE))
    own.callback_query.register(on_accept, Does(Deed.OWN_ACCEPT))
    own.callback_query.register(on_drop, Does(Deed.OWN_DROP))
    own.callback_query.register(on_give_up_ask, Opens(Spot.OWN_GIVE_UP))
    own.callback_query.register(on_give_up, Does(Deed.OWN_GIVE_UP))
    return own


class RoadmapFileSent(Filter):
    """Any file while a roadmap is asked for; else a document by its name."""

    async def __call__(self, event: Message, tx: Tx, actor: Actor) -> bool | dict[str, object]:
        if event.document is None:
            return False
        is_document = PurePath(event.document.file_name or "").suffix.lower() in DOCUMENTS
        return {"document": event.document} if is_document or await own_roadmaps.is_asked_for(tx, actor) else False


class PastedTable(Filter):
    """Only in the dialog that asks for it: elsewhere a table is no roadmap."""

    async def __call__(self, event: Message, tx: Tx, actor: Actor) -> bool | dict[str, object]:
        if not await own_roadmaps.is_asked_for(tx, actor):
            return False
        found = own_roadmaps.read_text(event.text or "")
        return {"found": found} if found else False


class PhotoOfRoadmap(Filter):
    """Where a roadmap is asked for."""

    async def __call__(self, event: Message, tx: Tx, actor: Actor) -> bool:
        return event.photo is not None and await own_roadmaps.is_asked_for(tx, actor)


async def on_file(_: Message, document: Document, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if (document.file_size or 0) > LARGEST:
        return Screen(roadmap_files.too_large(), screens.refused("").buttons, keep=actor.run_id is not None)
    await jobs.order(tx, member, actor.external_id, Work.ROADMAP_SENT, now, file_id=document.file_id)
    ways = column(go(stage_words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU))
    return Screen(words.reading(), keep=True) if actor.run_id is not None else Screen(words.reading(), ways)


async def on_table(_: Message, found: RoadmapFile, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await screens.received(tx, actor, member, found, now)


async def on_photo(_: Message) -> Effects:
    return Screen(roadmap_files.unreadable(FileProblem(FileReason.PICTURE)), keep=True)


async def on_send(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, own_roadmaps.FORM, now=now), now)


async def on_own(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.current(tx, member, now, press.page)


async def on_changes(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    draft = await own_roadmaps.find(tx, member, now)
    if draft is None or draft.changes is None:
        return await screens.current(tx, member, now)
    return screens.changes(draft, press.page)


async def on_question(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The one that waits, or an earlier one to be answered anew."""
    draft = await own_roadmaps.find(tx, member, now)
    return screens.question(draft, press.id) if draft else await _not_current(tx, member, now)


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """On to the next question; after the last one what was understood."""
    draft = await own_roadmaps.find(tx, member, now)
    if draft is None or draft.mark != press.id:
        return await _not_current(tx, member, now)
    number, place = _numbers(press.argument)
    said = draft.choice(number, place)
    if said is not None:
        await own_roadmaps.answer(tx, member, press.id, number, said, now)
    following = await own_roadmaps.find(tx, member, now)
    return screens.question(following) if following else await _not_current(tx, member, now)


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    draft = await own_roadmaps.find(tx, member, now)
    number, _place = _numbers(press.argument)
    asked = draft.question(number) if draft else None
    if draft is None or asked is None or draft.mark != press.id or asked.asks is Asks.PAST:
        return await _not_current(tx, member, now)
    about = {"mark": draft.mark, "number": number}
    form_key = TERM_FORM if asked.asks is Asks.TERM else RESPONSIBLE_FORM
    shown = await current.draw(tx, actor, await filling.begin(tx, actor, form_key, now=now, about=about), now)
    if asked.asks is not Asks.TERM:
        return shown
    return with_head(shown, words.examples(months=press.argument.endswith(screens.MONTHS)))


async def on_accept(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The roadmap that stood above the button, and no other; then the dates that follow from it."""
    if not await own_roadmaps.accept(tx, member, press.id, now):
        draft = await own_roadmaps.find(tx, member, now)
        asks_more = draft is not None and draft.mark == press.id and draft.open  # a month has ended since
        return screens.question(draft) if draft and asks_more else await _not_current(tx, member, now)
    return with_head(await stage_dates.screen(tx, member, now), words.accepted())


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    draft = await own_roadmaps.find(tx, member, now)
    if draft is None or draft.mark != press.id:
        return await _not_current(tx, member, now)
    await own_roadmaps.drop(tx, member)
    return Screen(words.dropped(), column(go(stage_words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU)))


async def on_give_up_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    if await own_roadmaps.holding(tx, member) is None:
        return await screens.current(tx, member, now)
    sure, back = act(words.GIVE_UP_YES, Deed.OWN_GIVE_UP), go(words.HOLDS, Spot.OWN_ROADMAP)
    return Screen(words.give_up_ask(), column(sure, back))


async def on_give_up(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    if not await own_roadmaps.give_up(tx, member, now):
        return await _not_current(tx, member, now)
    return with_head(await stage_dates.screen(tx, member, now), words.given_up())


async def _not_current(tx: Tx, member: Member, now: datetime) -> Effects:
    return with_head(await screens.current(tx, member, now), words.not_current())


def _numbers(argument: str) -> tuple[int, int]:
    """A question's number and a choice's place on a button of ours; what is forged is none."""
    number, _, place = argument.partition(" ")
    return presses.number(number) or 0, -1 if (found := presses.number(place)) is None else found
