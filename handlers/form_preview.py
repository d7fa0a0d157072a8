"""The screens of an invitation before it is sent, drawn alike after a press and after a typed date."""

from datetime import date, datetime

from handlers.effects import Button, Rows, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import form_ticks as words
from handlers.texts import mentors as mentor_words
from handlers.texts import questionnaires as form_words
from handlers.texts import surveys as survey_words
from mentoring import form_asks, form_ticks, surveys
from mentoring.access import Member
from mentoring.form_ticks import Preview
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM
from storage.tx import Tx


async def screen(tx: Tx, member: Member, form_key: str, now: datetime) -> Screen:
    """With the exact count: whom it reaches now, whom later or not at all, and why."""
    form = await form_asks.asked_form(tx, member.school_id, form_key)
    return await of_form(tx, member, form, now) if form else gone()


async def of_form(tx: Tx, member: Member, form: Form, now: datetime) -> Screen:
    key = named(form.key)
    back = column(go(words.TO_TICKS, Spot.FORM_TICKS, argument=key), *ways_back(form.key))
    shown = await form_ticks.preview(tx, member, form.key, now)
    if shown.exams:
        return Screen(words.exams(), back)
    if not shown.people:
        return Screen(words.nobody_now(shown) if shown.rested else words.nobody_ticked(), back)
    found = await surveys.newest(tx, member.school_id, form.key)
    now_open = found if found is not None and found.is_open else None
    until = [] if now_open else [go(words.until_label(shown), Spot.FORM_UNTIL, argument=key)]
    head = [survey_words.joins(now_open)] if now_open else []
    ways = _ways_to_send(shown, form, is_open=now_open is not None)
    return Screen("\n\n".join([*head, words.preview(shown, form)]), (*column(*ways, *until), *back))


def _ways_to_send(shown: Preview, form: Form, *, is_open: bool) -> list[Button]:
    """With names or without: an open round decides for whoever is asked to it."""
    named = act(words.send_label(shown), Deed.FORM_SEND, argument=argument(form.key))
    if is_open or not surveys.may_be(form):
        return [named]
    without = go(survey_words.WITHOUT_NAMES, Spot.NAMELESS, argument=form.key)
    return [without] if form.anonymous else [named, without]


async def days(tx: Tx, member: Member, form_key: str, now: datetime) -> Rows:
    """Ready days above the question until when."""
    return column(*(until(each, form_key) for each in await form_ticks.suggestions(tx, member, form_key, now)))


def until(day: date, form_key: str) -> Button:
    return act(words.until_choice(day), Deed.FORM_UNTIL, argument=argument(form_key, day.isoformat()))


def named(form_key: str) -> str:
    """How the press of a screen names its questionnaire; the mentor questionnaire goes without saying."""
    return "" if form_key == FORM else form_key


def argument(form_key: str, said: str = "") -> str:
    """How an act names it, after what else it says: a page, a day."""
    return said if form_key == FORM else f"{said}.{form_key}"


def ways_back(form_key: str) -> tuple[Button, Button]:
    """To where the choosing was begun."""
    if form_key == FORM:
        return go(mentor_words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)
    return go(form_words.TO_CARD, Spot.FORM, argument=form_key), go(common.MENU, Spot.MENU)


def gone() -> Screen:
    return Screen(words.not_asked(), column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU)))
