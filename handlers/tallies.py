"""«Результаты»: the answers to a questionnaire by pages of questions, as a picture, as a workbook."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import monitoring
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import questionnaires as form_words
from handlers.texts import tallies as words
from mentoring import jobs, tallies
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.tallies import Results
from storage.tx import Tx

MOST_VERSIONS = 5  # buttons of other versions; the workbook has them all


def router() -> Router:
    results = Router(name="tallies")
    results.callback_query.filter(Coordinates())
    results.callback_query.middleware(put_aside)
    results.callback_query.register(on_page, Opens(Spot.TALLIES))
    results.callback_query.register(on_chart, Does(Deed.TALLY_CHART))
    results.callback_query.register(on_book, Does(Deed.TALLY_BOOK))
    return results


def button(form_key: str, label: str = words.RESULTS) -> Button:
    """The way in: the first page of the newest version that somebody has answered."""
    return go(label, Spot.TALLIES, argument=form_key)


async def on_page(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The press's id is a run of the version that is looked at, its argument the questionnaire's key."""
    of = await tallies.page(tx, member.school_id, press.argument, run_id=press.id, number=press.page)
    return _gone() if of is None else _page(of)


def _page(of: Results) -> Screen:
    key, run_id = of.form.key, of.edition.run_id
    others = (
        go(words.version(each.version, each.handed_in), Spot.TALLIES, each.run_id, 0, key)
        for each in of.others[:MOST_VERSIONS]
    )
    shown = of.edition.handed_in and of.tallies
    return Screen(
        words.page(of),
        (
            *(turns(Spot.TALLIES, run_id, of.number, of.pages, argument=key) if of.edition.handed_in else ()),
            *column(
                *others,
                *([act(words.PICTURE, Deed.TALLY_CHART, run_id, f"{of.number}.{key}")] if shown else []),
                *([act(words.BOOK, Deed.TALLY_BOOK, run_id, key)] if of.edition.handed_in else []),
                *monitoring.compared_button(key),
                go(form_words.TO_CARD, Spot.FORM, argument=key),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_chart(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The argument is the number of the page and the questionnaire's key."""
    page, key = press.argument.split(".", 1) if "." in press.argument else ("", "")
    if not await tallies.exists(tx, member.school_id, key):
        return _gone()
    at = number(page) or 0
    await jobs.order(tx, member, actor.external_id, Work.TALLY_CHART, now, form=key, run=press.id, page=at)
    return _ordered(words.chart_ordered(), go(words.BACK, Spot.TALLIES, press.id, at, key))


async def on_book(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """All versions at once; the argument is the questionnaire's key."""
    if not await tallies.exists(tx, member.school_id, press.argument):
        return _gone()
    await jobs.order(tx, member, actor.external_id, Work.TALLY_BOOK, now, form=press.argument)
    return _ordered(words.book_ordered(), go(words.BACK, Spot.TALLIES, press.id, 0, press.argument))


def _ordered(text: str, back: Button) -> Screen:
    return Screen(text, column(back, go(common.MENU, Spot.MENU)))


def _gone() -> Screen:
    return Screen(words.gone(), column(go(common.MENU, Spot.MENU)))
