"""The stages' dates: proposed, confirmed, changed one by one."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from handlers.texts.common import CHANGE, day, plural, safe
from mentoring.roadmap import Dates, Fit, Moved, Proposed

CONFIRM = "Подтвердить сроки"

_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def dates(of: Dates) -> str:
    numbered = enumerate(of.lines, 1)
    stages = "\n\n".join(
        _stage(title, lines) for title, lines in groupby(numbered, key=lambda each: each[1].due.stage.title)
    )
    notes = " ".join(_notes(of))
    return f"<b>Сроки этапов, {of.school_year}/{of.school_year + 1}</b>\n\n{stages}\n\n{notes}"


def _stage(title: str, lines: Iterable[tuple[int, Proposed]]) -> str:
    return f"<b>{safe(title)}</b>\n" + "\n".join(f"{number}. {_line(each)}" for number, each in lines)


def _line(of: Proposed) -> str:
    text = safe(of.due.activity.text)
    if of.confirmed:
        return f"{text}: {day(of.day)}, подтверждено"
    if of.usual:
        return f"{text}: {day(of.usual)} не подходит, предлагаем {day(of.day)}"
    return f"{text}: {day(of.day)}"


def _notes(of: Dates) -> Iterable[str]:
    if any(each.usual for each in of.lines):
        yield "Дата дорожной карты не подходит, если она прошла или выпала на выходной."
    if not of.to_confirm:
        yield "Сроки подтверждены, бот напоминает по ним."
    elif len(of.to_confirm) == len(of.lines):
        yield "Пока сроки не подтверждены, бот ни о чём не напоминает."
    else:
        yield "По неподтверждённым срокам бот не напоминает."
    yield "Любой срок можно изменить, в том числе потом."
    yield "Напоминания приходят по рабочим дням с 14:00 до 18:00."


def change(number: int, line: Proposed) -> str:
    return f"{CHANGE} {number}: {day(line.day)}"


def ask(line: Proposed) -> str:
    state = "подтверждено" if line.confirmed else "предложено"
    return f"{safe(line.due.activity.text)}\nСейчас: {day(line.day)}, {state}."


def day_of_week(of: date) -> str:
    """«2 октября, пятница»."""
    return f"{day(of)}, {_WEEKDAYS[of.weekday()]}"


def take(instead: date) -> str:
    return f"Поставить {day(instead)}"


def kept(moved: Moved) -> str:
    return f"Записано и подтверждено: «{safe(moved.due.activity.text)}», {day(moved.day)}."


def not_kept(moved: Moved) -> str:
    match moved.fit:
        case Fit.DAY_OFF if moved.instead:
            return (
                f"{day_of_week(moved.day)}: в этот день школа не работает. "
                f"Ближайший рабочий день: {day_of_week(moved.instead)}. Срок пока прежний."
            )
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
