"""«Когда опросы года»: their days by the roadmap, and which of them the bot opens by itself."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import questionnaires as form_words
from handlers.texts import survey_plans as words
from mentoring import survey_plans
from mentoring.access import Member
from mentoring.survey_plans import Line
from storage.tx import Tx

_MYSELF = "-"


def router() -> Router:
    plans = Router(name="survey_plans")
    plans.callback_query.filter(Coordinates())
    plans.callback_query.middleware(put_aside)
    plans.callback_query.register(on_plans, Opens(Spot.SURVEY_PLANS))
    plans.callback_query.register(on_plan, Opens(Spot.SURVEY_PLAN))
    plans.callback_query.register(on_decide, Does(Deed.SURVEY_PLAN))
    return plans


async def on_plans(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _plans(tx, member, now)


async def _plans(tx: Tx, member: Member, now: datetime) -> Screen:
    found = await survey_plans.year(tx, member, now)
    each = (go(words.label(of), Spot.SURVEY_PLAN, argument=of.form.key) for of in found)
    return Screen(words.plans(found), column(*each, go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU)))


async def on_plan(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    found = await survey_plans.line(tx, member, press.argument, now)
    return _plan(found) if found else with_head(await _plans(tx, member, now), words.gone())


def _plan(of: Line) -> Screen:
    """The ways that are not chosen already."""
    key = of.form.key
    ways = [(words.way(each), each) for each in of.ways if each != of.threshold] if of.term else []
    myself = [act(words.MYSELF, Deed.SURVEY_PLAN, argument=f"{_MYSELF}.{key}")] if of.threshold is not None else []
    return Screen(
        words.plan(of),
        column(
            *(act(label, Deed.SURVEY_PLAN, argument=f"{threshold}.{key}") for label, threshold in ways),
            *myself,
            *([] if of.term else [go(words.TO_DATES, Spot.ROADMAP_DATES)]),
            go(words.TO_PLANS, Spot.SURVEY_PLANS),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_decide(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is how many answers there must be at least, 0 with names, and the survey's key."""
    said, key = press.argument.split(".", 1) if "." in press.argument else ("", "")
    threshold = None if said == _MYSELF else number(said)
    known = said == _MYSELF or threshold is not None
    if not known or not await survey_plans.decide(tx, member, key, threshold, now):
        return with_head(await _plans(tx, member, now), words.gone())
    found = await survey_plans.line(tx, member, key, now)
    return with_head(_plan(found) if found else await _plans(tx, member, now), words.kept())
