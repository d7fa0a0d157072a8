"""«Мониторинг»: the surveys of the year together, start against end, the draft of the SWOT, the Word paper."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import monitoring as words
from handlers.texts import questionnaires as form_words
from handlers.texts import tallies as tally_texts
from mentoring import compared, jobs, monitoring, swot
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.rules import comparison
from storage.tx import Tx


def router() -> Router:
    year = Router(name="monitoring")
    year.message.filter(Coordinates())
    year.callback_query.filter(Coordinates())
    year.message.middleware(put_aside)
    year.callback_query.middleware(put_aside)
    year.message.register(on_overview, Says("мониторинг"))
    year.callback_query.register(on_overview, Opens(Spot.MONITORING))
    year.callback_query.register(on_compared, Opens(Spot.COMPARED))
    year.callback_query.register(on_swot, Opens(Spot.SWOT))
    year.callback_query.register(on_files, Does(Deed.COMPARED_CHART, Deed.COMPARED_BOOK))
    year.callback_query.register(on_paper, Does(Deed.MONITORING_PAPER))
    return year


def button(label: str = words.TITLE) -> Button:
    return go(label, Spot.MONITORING)


def compared_button(form_key: str) -> list[Button]:
    """On the results of a start or an end; nothing on those of any other questionnaire."""
    circle = comparison.circle_of(form_key)
    return [go(words.COMPARED, Spot.COMPARED, argument=circle)] if circle else []


async def on_overview(_: Message | CallbackQuery, tx: Tx, member: Member) -> Effects:
    of = await monitoring.every(tx, member.school_id)
    results = [
        *(go(label, Spot.COMPARED, argument=circle) for circle, label in words.COMPARED_BUTTONS.items()),
        go(words.SWOT, Spot.SWOT),
        act(words.PAPER, Deed.MONITORING_PAPER),
    ]
    to_list = go(form_words.TO_LIST, Spot.FORMS)
    return Screen(words.overview(of), column(*(results if of else []), to_list, go(common.MENU, Spot.MENU)))


async def on_compared(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The argument is the circle."""
    circle = compared.circle(press.argument)
    if circle is None:
        return _nothing()
    of = await compared.of_circle(tx, member.school_id, circle)
    files = [
        act(tally_texts.PICTURE, Deed.COMPARED_CHART, argument=of.circle),
        act(tally_texts.BOOK, Deed.COMPARED_BOOK, argument=of.circle),
    ]
    return Screen(words.compared(of), column(*(files if of.lines else []), *_ways_back()))


async def on_swot(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    pages = words.swot(await swot.letters(tx, member.school_id))
    page = min(max(press.page, 0), len(pages) - 1)
    paper = act(words.PAPER, Deed.MONITORING_PAPER)
    return Screen(
        pages[page] + common.pages(page, len(pages)),
        (*turns(Spot.SWOT, 0, page, len(pages)), *column(paper, *_ways_back())),
    )


async def on_files(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    circle = compared.circle(press.argument)
    if circle is None or not (await compared.of_circle(tx, member.school_id, circle)).lines:
        return _nothing()
    is_chart = press.deed is Deed.COMPARED_CHART
    work = Work.COMPARED_CHART if is_chart else Work.COMPARED_BOOK
    await jobs.order(tx, member, actor.external_id, work, now, circle=circle)
    back = go(tally_texts.BACK, Spot.COMPARED, argument=circle)
    text = tally_texts.chart_ordered() if is_chart else tally_texts.book_ordered()
    return Screen(text, column(back, go(common.MENU, Spot.MENU)))


async def on_paper(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.MONITORING_PAPER, now)
    return Screen(words.paper_ordered(), column(*_ways_back()))


def _nothing() -> Screen:
    return Screen(words.nothing_to_compare(), column(*_ways_back()))


def _ways_back() -> tuple[Button, Button]:
    return button(), go(common.MENU, Spot.MENU)
