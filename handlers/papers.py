"""«Бумаги»: signed sheets as ticks, the blanks to print."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.settings_fields import field_button
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import papers as words
from handlers.texts import people as people_words
from mentoring import documents, papers_received
from mentoring.access import Actor, Member
from mentoring.documents import sheets
from mentoring.schools import Field
from storage.tx import Tx
from storage.vocabulary import PaperState


def router() -> Router:
    papers = Router(name="papers")
    papers.message.filter(Coordinates())
    papers.callback_query.filter(Coordinates())
    papers.message.middleware(put_aside)
    papers.callback_query.middleware(put_aside)
    papers.message.register(on_papers, Says("/papers"))
    papers.callback_query.register(on_papers, Opens(Spot.PAPERS))
    papers.callback_query.register(on_tick, Does(Deed.RECEIVED, Deed.NOT_RECEIVED))
    papers.callback_query.register(on_print, Does(Deed.FORMS))
    return papers


async def on_papers(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    return await _screen(tx, member, press.page if press else 0)


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """A tick is set or taken back, never toggled: pressed twice it stays. The argument is the page of the list."""
    received = press.deed is Deed.RECEIVED
    changed = await papers_received.mark(tx, member, press.id, received=received, now=now)
    done = words.marked() if received else words.taken_back()
    page = number(press.argument) or 0
    return replace(await _screen(tx, member, page), toast=done if changed else words.already())


async def on_print(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A blank for everybody who has not handed theirs in."""
    back = column(go(labels.PAPERS, Spot.PAPERS), go(common.MENU, Spot.MENU))
    left = (await papers_received.page(tx, member, 0)).count.left
    if not left:
        return Screen(words.all_received(), back)
    for kind in documents.OF_PEOPLE:
        await sheets.order(tx, member, actor.external_id, kind, now)
    return Screen(words.ordered(left), back)


async def _screen(tx: Tx, member: Member, number: int) -> Screen:
    shown = await papers_received.page(tx, member, number)
    named = people_words.told_apart(shown.lines)
    ticks = (
        act(
            words.line(named[each.id], each.state),
            Deed.NOT_RECEIVED if each.state is PaperState.RECEIVED else Deed.RECEIVED,
            each.id,
            str(shown.number),
        )
        for each in shown.lines
    )
    return Screen(
        words.page(shown),
        (
            *column(*ticks),
            *turns(Spot.PAPERS, 0, shown.number, shown.pages),
            *column(
                *([act(words.PRINT, Deed.FORMS)] if shown.count.left else []),
                *([] if shown.address_known else [field_button(words.ADDRESS, Field.ADDRESS, Spot.PAPERS)]),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )
