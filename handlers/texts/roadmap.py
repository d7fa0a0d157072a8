"""The stages' dates: proposed, confirmed, changed one by one."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from handlers.texts.common import CHANGE, day, label_of, plural, safe
from mentoring.roadmap import Dates, Fit, Moved, Proposed
from mentoring.rules.roadmap import Stage

CONFIRM = "Подтвердить сроки"
ALL = "Все сроки"

_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def dates(of: Dates, only: Stage | None = None) -> str:
    """All of them, or those of one stage under the numbers that they have in the whole."""
    numbered = [each for each in enumerate(of.lines, 1) if only is None or each[1].due.stage == only]
    stages = "\n\n".join(
        _stage(title, lines) for title, lines in groupby(numbered, key=lambda each: each[1].due.stage.title)
    )
    notes = " ".join(_notes(of))
    return f"<b>Сроки этапов, {of.school_year}/{of.school_year + 1}</b>\n\n{stages}\n\n{notes}"


def _stage(title: str, lines: Iterable[tuple[int, Proposed]]) -> str:
    return f"<b>{safe(title)}</b>\n" + "\n".join(f"{number}. {_line(each)}" for number, each in lines)


def _line(of: Proposed) -> str:
    text, off = safe(of.due.activity.text), " (выходной)" if of.reminded_on else ""
    if of.confirmed:
        return f"{text}: {day(of.day)}{off}, подтверждено"
    if of.usual:
        return f"{text}: {day(of.usual)} уже прошло, предлагаем {day(of.day)}"
    return f"{text}: {day(of.day)}{off}"


def _notes(of: Dates) -> Iterable[str]:
    if any(each.reminded_on for each in of.lines):
        yield "Если срок выпал на выходной, напоминания считаются от рабочего дня перед ним."
    if not of.to_confirm:
        yield "Сроки подтверждены, бот напоминает по ним."
    elif len(of.to_confirm) == len(of.lines):
        yield "Пока сроки не подтверждены, бот ни о чём не напоминает."
    else:
        yield "По неподтверждённым срокам бот не напоминает."
    yield "Любой срок можно изменить, в том числе потом."
    yield "Напоминания приходят по рабочим дням с 14:00 до 18:00."


def change_stage(number: int, of: Stage) -> str:
    return label_of(f"{CHANGE}, этап {number}: {of.title}")


def change(number: int, line: Proposed) -> str:
    return f"{CHANGE} {number}: {day(line.day)}"


def ask(line: Proposed) -> str:
    state = "подтверждено" if line.confirmed else "предложено"
    return f"{safe(line.due.activity.text)}\nСейчас: {day(line.day)}, {state}."


def day_of_week(of: date) -> str:
    """«2 октября, пятница»."""
    return f"{day(of)}, {_WEEKDAYS[of.weekday()]}"


def kept(moved: Moved) -> str:
    off = f" Это выходной: напоминания считаем от рабочего дня, {day(moved.reminded_on)}." if moved.reminded_on else ""
    return f"Записано и подтверждено: «{safe(moved.due.activity.text)}», {day(moved.day)}.{off}"


def not_kept(moved: Moved) -> str:
    match moved.fit:
        case Fit.OTHER_YEAR:
            return f"{day(moved.day)} {moved.day.year} года: это другой учебный год. Срок пока прежний."
        case _:
            return f"{day(moved.day)} уже прошло или идёт сегодня. Нужна дата впереди, срок пока прежний."


def confirmed(count: int) -> str:
    if not count:
        return "Эти сроки уже подтверждены."
    return f"Подтверждено: {plural(count, 'срок', 'срока', 'сроков')}."


def moved() -> str:
    return "С тех пор прошло время и предложенные даты сдвинулись. Проверьте их ещё раз."
