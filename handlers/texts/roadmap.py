"""The stages' dates: proposed, then confirmed."""

from collections.abc import Iterable
from itertools import groupby

from handlers.texts.common import day, plural, safe
from mentoring.roadmap import Dates, Proposed

CONFIRM = "Подтвердить сроки"


def dates(of: Dates) -> str:
    head = f"<b>Сроки этапов, {of.school_year}/{of.school_year + 1}</b>"
    stages = "\n\n".join(
        _stage(title, lines) for title, lines in groupby(of.lines, key=lambda each: each.due.stage.title)
    )
    note = (
        "Пока сроки не подтверждены, бот ни о чём не напоминает. "
        if of.to_confirm
        else "Сроки подтверждены, бот напоминает по ним. "
    )
    return f"{head}\n\n{stages}\n\n{note}Напоминания приходят по рабочим дням с 14:00 до 18:00."


def _stage(title: str, lines: Iterable[Proposed]) -> str:
    return f"<b>{safe(title)}</b>\n" + "\n".join(f"• {_line(each)}" for each in lines)


def _line(of: Proposed) -> str:
    text = safe(of.due.activity.text)
    if of.confirmed:
        return f"{text}: {day(of.day)}, подтверждено"
    if of.passed:
        return f"{text}: {day(of.passed)} уже прошло, предлагаем {day(of.day)}"
    return f"{text}: {day(of.day)}"


def confirmed(count: int) -> str:
    if not count:
        return "Эти сроки уже подтверждены."
    return f"Подтверждено: {plural(count, 'срок', 'срока', 'сроков')}."


def moved() -> str:
    return "С тех пор прошло время и предложенные даты сдвинулись. Проверьте их ещё раз."
