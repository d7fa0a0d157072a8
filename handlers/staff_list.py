"""The staff list in Excel: the template, the file, what was read of it, «Добавить»."""

from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Document, Message

from handlers import people
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import parts, turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common, uploads
from handlers.texts import menu as labels
from handlers.texts import people as people_words
from handlers.texts import staff_list as words
from mentoring import jobs, schools, staff_lists
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.papers.uploads import FileProblem
from mentoring.schools import Field
from mentoring.staff_lists import Draft
from storage.tx import Tx

LARGEST = 10 * 1024 * 1024
TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ""})  # the reader says what to do with each


def router() -> Router:
    listed = Router(name="staff_list")
    listed.message.filter(Coordinates())
    listed.callback_query.filter(Coordinates())
    listed.callback_query.middleware(put_aside)
    listed.message.register(on_file, HasDocument())
    listed.callback_query.register(on_import, Opens(Spot.IMPORT))
    listed.callback_query.register(on_template, Does(Deed.TEMPLATE))
    listed.callback_query.register(on_draft, Opens(Spot.STAFF_LIST))
    listed.callback_query.register(on_add, Does(Deed.IMPORT))
    listed.callback_query.register(on_cancel, Does(Deed.IMPORT_CANCEL))
    return listed


class HasDocument(Filter):
    """A file is never an answer: it is read at any moment, in a dialog too."""

    async def __call__(self, event: Message) -> bool | dict[str, object]:
        return {"document": event.document} if event.document else False


async def on_file(_: Message, document: Document, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if PurePath(document.file_name or "").suffix.lower() not in TABLES:
        return _refused(actor, words.not_a_table())
    if (document.file_size or 0) > LARGEST:
        return _refused(actor, words.too_large())
    await jobs.order(tx, member, actor.external_id, Work.TABLE, now, file_id=document.file_id)
    return _beside(actor, words.reading())


async def on_import(_: CallbackQuery) -> Effects:
    return Screen(
        words.how_to_send(),
        column(act(words.TEMPLATE, Deed.TEMPLATE), go(common.BACK, Spot.PEOPLE)),
    )


async def on_template(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.STAFF_TEMPLATE, now)
    return Screen(words.template_ordered(), column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))


def unreadable(problem: FileProblem) -> Screen:
    """The file is no list of people."""
    return _with_template(uploads.unreadable(problem))


def screen(draft: Draft, number: int = 0) -> Screen:
    """What was read, everything that is wrong at once, by pages when it is long."""
    shown = parts(words.remarks(draft), words.PAGE_ROOM)
    number = min(max(number, 0), len(shown) - 1)
    turned = turns(Spot.STAFF_LIST, draft.id, number, len(shown))
    if not draft.people.entries:
        text = f"{words.draft(draft, shown[number], number, len(shown))}\n\n{words.nothing_to_add()}"
        return Screen(text, (*turned, *column(act(words.TEMPLATE, Deed.TEMPLATE), go(labels.PEOPLE, Spot.PEOPLE))))
    return Screen(
        words.draft(draft, shown[number], number, len(shown)),
        (
            *turned,
            *column(
                act(words.add(draft), Deed.IMPORT, draft.id),
                act(common.CANCEL, Deed.IMPORT_CANCEL, draft.id),
            ),
        ),
    )


async def on_draft(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    draft = await staff_lists.find(tx, member, press.id)
    return screen(draft, press.page) if draft else with_head(await people.screen(tx, member), words.draft_gone())


async def on_add(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await staff_lists.add(tx, member, press.id, now)
    if done is None:
        return with_head(await people.screen(tx, member), words.draft_gone())
    director = await schools.field(tx, member, Field.DIRECTOR) if done.director else ""
    text, me = words.imported(done.added, done.known, director), []
    if not member.full_name:
        text = f"{text}\n\n{words.may_be_you()}"
        me = [go(people_words.WHO_AM_I, Spot.WHO_AM_I)]
    return Screen(
        text,
        column(
            *me,
            go(words.INVITE, Spot.INVITES),
            go(labels.PEOPLE, Spot.PEOPLE),
            go(common.MENU, Spot.MENU),
        ),
        toast=words.imported_already() if done.repeated else "",
    )


async def on_cancel(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    done = await staff_lists.cancel(tx, member, press.id)
    return with_head(await people.screen(tx, member), words.cancelled() if done else words.draft_gone())


def _beside(actor: Actor, text: str) -> Screen:
    """In a dialog the question on the screen keeps its buttons."""
    if actor.run_id is not None:
        return Screen(text, keep=True)
    return Screen(text, column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))


def _refused(actor: Actor, text: str) -> Screen:
    return replace(_with_template(text), keep=actor.run_id is not None)


def _with_template(text: str) -> Screen:
    """Every refusal of a file has the way to one that can be read."""
    template = act(words.TEMPLATE, Deed.TEMPLATE)
    return Screen(text, column(template, go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))
