"""Questionnaires that are answered without names: opened, closed, their results."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import monitoring
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.form_preview import argument
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import questionnaires as form_words
from handlers.texts import surveys as words
from handlers.texts import tallies as tally_words
from mentoring import form_asks, form_ticks, jobs, survey_results, surveys
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.rules import nameless
from mentoring.survey_results import Results
from mentoring.surveys import Round
from storage.tx import Tx

MOST_ROUNDS = 5


def router() -> Router:
    rounds = Router(name="surveys")
    rounds.callback_query.filter(Coordinates())
    rounds.callback_query.middleware(put_aside)
    rounds.callback_query.register(on_before, Opens(Spot.NAMELESS))
    rounds.callback_query.register(on_close_ask, Opens(Spot.SURVEY_CLOSE))
    rounds.callback_query.register(on_close, Does(Deed.SURVEY_CLOSE))
    rounds.callback_query.register(on_results, Opens(Spot.SURVEY))
    rounds.callback_query.register(on_chart, Does(Deed.SURVEY_CHART))
    rounds.callback_query.register(on_book, Does(Deed.SURVEY_BOOK))
    rounds.callback_query.register(on_comments, Opens(Spot.SURVEY_COMMENTS))
    return rounds


async def on_before(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Who sees what, and from how many answers on: fixed by the press that sends the invitations."""
    form = await form_asks.asked_form(tx, member.school_id, press.argument)
    if form is None or not surveys.may_be(form):
        return _gone()
    shown = await form_ticks.preview(tx, member, form.key, now)
    thresholds = [each for each in nameless.THRESHOLDS if each <= shown.people]
    sends = (act(words.open_label(each), Deed.FORM_SEND, argument=argument(form.key, f"{each}")) for each in thresholds)
    back = go(common.BACK, Spot.FORM_PREVIEW, argument=form.key)
    return Screen(words.before(shown, form, thresholds), column(*sends, back, *_ways_back(form.key)))


async def on_close_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await surveys.newest(tx, member.school_id, press.argument)
    if of is None or not of.is_open:
        return Screen(words.nothing_open(), column(*_ways_back(press.argument)))
    close = act(words.CLOSE, Deed.SURVEY_CLOSE, argument=press.argument)
    return Screen(words.close_ask(of), column(close, *_ways_back(press.argument)))


async def on_close(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    of = await surveys.close(tx, member, press.argument, now)
    if of is None:
        return Screen(words.nothing_open(), column(*_ways_back(press.argument)))
    return Screen(words.closed(of), column(button(of), *_ways_back(press.argument)))


def button(of: Round, label: str = words.RESULTS) -> Button:
    return go(label, Spot.SURVEY, of.survey.id)


async def on_results(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await survey_results.page(tx, member.school_id, press.id, press.page)
    return _gone() if of is None else _page(of, member.zone)


def _page(of: Results, zone: ZoneInfo) -> Screen:
    survey = of.round.survey
    comments = go(words.comments_label(of.comments), Spot.SURVEY_COMMENTS, survey.id)
    others = (button(each, words.round_label(each, zone)) for each in of.others[:MOST_ROUNDS])
    return Screen(
        words.page(of, zone),
        (
            *turns(Spot.SURVEY, survey.id, of.number, of.pages),
            *column(
                *([comments] if of.comments else []),
                *(_files(of) if of.questions else []),
                *monitoring.compared_button(survey.form_key),
                *others,
                *_ways_back(survey.form_key),
            ),
        ),
    )


def _files(of: Results) -> tuple[Button, Button]:
    survey_id = of.round.survey.id
    return (
        act(tally_words.PICTURE, Deed.SURVEY_CHART, survey_id, f"{of.number}"),
        act(tally_words.BOOK, Deed.SURVEY_BOOK, survey_id),
    )


async def on_chart(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The argument is the number of the page."""
    of = await survey_results.page(tx, member.school_id, press.id, number(press.argument) or 0)
    if of is None or not of.questions:
        return _gone()
    await jobs.order(tx, member, actor.external_id, Work.SURVEY_CHART, now, survey=press.id, page=of.number)
    return _ordered(tally_words.chart_ordered(), press.id, of.number)


async def on_book(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = await survey_results.closed(tx, member.school_id, press.id)
    if of is None or not of.is_enough:
        return _gone()
    await jobs.order(tx, member, actor.external_id, Work.SURVEY_BOOK, now, survey=press.id)
    return _ordered(tally_words.book_ordered(), press.id, 0)


def _ordered(text: str, survey_id: int, page: int) -> Screen:
    return Screen(text, column(go(words.TO_RESULTS, Spot.SURVEY, survey_id, page), go(common.MENU, Spot.MENU)))


async def on_comments(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    of = await survey_results.closed(tx, member.school_id, press.id)
    if of is None:
        return _gone()
    found = await survey_results.comments(tx, of)
    texts = words.comments(of, found) if found else [words.no_comments()]
    page = min(max(press.page, 0), len(texts) - 1)
    back = go(words.TO_RESULTS, Spot.SURVEY, press.id)
    return Screen(
        texts[page] + common.pages(page, len(texts)),
        (*turns(Spot.SURVEY_COMMENTS, press.id, page, len(texts)), *column(back, go(common.MENU, Spot.MENU))),
    )


def _ways_back(form_key: str) -> tuple[Button, Button]:
    return go(form_words.TO_CARD, Spot.FORM, argument=form_key), go(common.MENU, Spot.MENU)


def _gone() -> Screen:
    return Screen(words.gone(), column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU)))
