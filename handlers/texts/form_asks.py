"""What somebody who is asked to answer the mentor questionnaire hears: an invitation, a reminder, a line of the menu."""

from datetime import date

from handlers.texts.common import day
from handlers.texts.notices import left_words

ANSWER = "Ответить"
SEE = "Посмотреть свой ответ"


def invitation(until: date) -> str:
    return (
        "Координатор приглашает ответить на анкету возможного наставника. Это добровольно и займёт 4 минуты; отказаться "
        f"можно прямо в анкете, причины объяснять не нужно. Ответить можно до {day(until)}."
    )


def again() -> str:
    """They refused before, and the coordinator has chosen to ask once more."""
    return (
        "Координатор спрашивает, не изменилось ли ваше решение о наставничестве. Если нет, делать ничего не нужно. "
        "Если да, ответ можно поменять в любое время."
    )


def reminder(until: date) -> str:
    return (
        f"Анкета возможного наставника ждёт ответа до {day(until)}. Это 4 минуты, ответы «Нет» и «Возможно, позже» "
        "тоже подходят."
    )


def go_on(left: int, until: date) -> str:
    """Begun and stopped in the middle."""
    if not left:
        return f"Анкета возможного наставника почти готова: осталось проверить ответы и отправить до {day(until)}."
    return f"Анкета возможного наставника: {left_words(left)}. Ответить можно до {day(until)}. Продолжить?"


def in_menu(until: date) -> str:
    return f"Координатор приглашает ответить на анкету возможного наставника, можно до {day(until)}. Это добровольно."
