"""What somebody who is asked to answer a questionnaire hears: an invitation, a reminder, a line of the menu."""

from datetime import date

from handlers.texts.common import day, plural, safe
from handlers.texts.notices import left_words
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM

ANSWER = "Ответить"
SEE = "Посмотреть свой ответ"


def invitation(form: Form, until: date) -> str:
    if form.key != FORM:
        seen_by = _seen_by(form)
        return (
            f"Координатор приглашает ответить на анкету «{safe(form.title)}». Это добровольно и займёт {_minutes(form)}. "
            f"{seen_by} Ответить можно до {day(until)}."
        )
    return (
        "Координатор приглашает ответить на анкету возможного наставника. Это добровольно и займёт 4 минуты; отказаться "
        f"можно прямо в анкете, причины объяснять не нужно. Ответить можно до {day(until)}."
    )


def _seen_by(form: Form) -> str:
    if form.anonymous:
        return "Ответы без имени: кто что ответил, не увидит никто."
    return "Ответы видит только координатор." if form.confidential else "Ответы видят участники."


def _minutes(form: Form) -> str:
    return plural(form.minutes, "минуту", "минуты", "минут")


def again() -> str:
    """They refused before, and the coordinator has chosen to ask once more."""
    return (
        "Координатор спрашивает, не изменилось ли ваше решение о наставничестве. Если нет, делать ничего не нужно. "
        "Если да, ответ можно поменять в любое время."
    )


def reminder(form: Form, until: date) -> str:
    if form.key != FORM:
        return f"{_named(form)} ждёт ответа до {day(until)}. Займёт {_minutes(form)}, отвечать не обязательно."
    return (
        f"Анкета возможного наставника ждёт ответа до {day(until)}. Это 4 минуты, ответы «Нет» и «Возможно, позже» "
        "тоже подходят."
    )


def go_on(form: Form, left: int, until: date) -> str:
    """Begun and stopped in the middle."""
    if not left:
        return f"{_named(form)} почти готова: осталось проверить ответы и отправить до {day(until)}."
    return f"{_named(form)}: {left_words(left)}. Ответить можно до {day(until)}. Продолжить?"


def _named(form: Form) -> str:
    return "Анкета возможного наставника" if form.key == FORM else f"Анкета «{safe(form.title)}»"


def in_menu(until: date) -> str:
    return f"Координатор приглашает ответить на анкету возможного наставника, можно до {day(until)}. Это добровольно."
