"""A questionnaire of the school's own in the words for whoever is asked to answer it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.texts import answered
from handlers.texts.common import day, label_of, local_day, safe
from mentoring.answered import Answered
from mentoring.asked import Asked
from mentoring.rules.forms import Form

WITHDRAW = "Отозвать ответы"


def in_menu(form: Form, until: date) -> str:
    return f"Координатор приглашает ответить на анкету «{safe(form.title)}», можно до {day(until)}. Это добровольно."


def label(of: Asked) -> str:
    """In the menu, as long as it waits."""
    return label_of(of.form.title if of.found is None else f"Продолжить: {of.form.title}")


def own_label(of: Asked) -> str:
    """In «Мои данные»."""
    return label_of(f"Ответы: {of.form.title}")


def answers(of: Asked, found: Answered, *, may_change: bool) -> list[str]:
    """Everything that was sent, in as many messages as it takes."""
    until = f" до {day(of.answer_by)}" if of.answer_by else ""
    note = f"Ответы можно изменить{until}." if may_change else "Срок прошёл, ответы больше не меняются."
    return answered.in_messages(f"<b>{safe(of.form.title)}</b>, ваши ответы\n\n{note}", found)


def thanks(at: datetime, zone: ZoneInfo) -> str:
    return f"Спасибо! Ответы отправлены {local_day(at, zone)}."


def change_until(until: date) -> str:
    """Under what has just been sent."""
    return f"Посмотреть и изменить ответы можно до {day(until)}: кнопкой ниже или через «Мои данные»."


def too_late(of: Asked) -> str:
    until = f" до {day(of.answer_by)}" if of.answer_by else ""
    return f"На анкету «{safe(of.form.title)}» можно было ответить{until}. Если хотите ответить сейчас, напишите координатору."


def closed(of: Asked) -> str:
    """A round without names is over, maybe before the day that was named."""
    return (
        f"Анкета «{safe(of.form.title)}» уже закрыта, ответы на неё больше не принимаются. Если хотите что-то сказать, "
        "напишите координатору."
    )


def took_part() -> str:
    return "Вы уже ответили на эту анкету, спасибо. Ответы без имени, поэтому посмотреть или изменить их нельзя."


def not_asked() -> str:
    return "Такой анкеты для вас сейчас нет. Всё, что от вас нужно, показано в меню."


def withdraw_ask(form: Form) -> str:
    return (
        f"Отозвать ответы на анкету «{safe(form.title)}»? Они будут удалены, координатор их не увидит. "
        "Согласие на обработку данных останется. Ответить снова можно будет, если координатор пригласит ещё раз."
    )


def withdrawn() -> str:
    return "Ответы отозваны и удалены."
