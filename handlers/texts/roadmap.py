"""The stages' dates: proposed, confirmed, changed one by one."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from handlers.texts.common import CHANGE, LONGEST_LABEL, cut, day, label_of, plural, room_of_each, safe
from mentoring.roadmap import Dates, Fit, Moved, Proposed
from mentoring.rules.roadmap import Stage

MOST_LINES = 30
_ROOM, _WHOLE = 200, 1_500  # of a school's own wording: in a list, and alone

CONFIRM = "Подтвердить сроки"
ALL = "Все сроки"

_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def dates(of: Dates, only: Stage | None = None) -> str:
    """All of them, or those of one stage under the numbers that they have in the whole."""
    numbered = [each for each in enumerate(of.lines, 1) if only is None or each[1].due.stage == only]
    by_stage = [(stage, list(lines)) for stage, lines in groupby(numbered, key=lambda each: each[1].due.stage)]
    room = room_of_each(len(numbered) + len(by_stage), _ROOM)
    stages = "\n\n".join(
        _stage(stage.title, lines, room) if only or len(numbered) <= MOST_LINES else _in_short(stage.title, lines)
        for stage, lines in by_stage
    )
    notes = " ".join(_notes(of))
    return f"<b>Сроки этапов, {of.school_year}/{of.school_year + 1}</b>\n\n{stages}\n\n{notes}"


def _stage(title: str, lines: Iterable[tuple[int, Proposed]], room: int) -> str:
    head = f"<b>{safe(cut(title, room))}</b>\n"
    return head + "\n".join(f"{number}. {_line(each, room)}" for number, each in lines)


def _in_short(title: str, lines: Sequence[tuple[int, Proposed]]) -> str:
    """Of a roadmap that is too long for one message: each stage shows its dates apart."""
    waiting = sum(not each.confirmed for _, each in lines)
    first, last = min(each.day for _, each in lines), max(each.day for _, each in lines)
    named = f"<b>{safe(cut(title, LONGEST_LABEL))}</b>"
    return f"{named}\nСроков: {len(lines)}, не подтверждено: {waiting}; {day(first)} – {day(last)}"


def _line(of: Proposed, room: int) -> str:
    text, off = safe(cut(of.due.activity.text, room)), " (выходной)" if of.reminded_on else ""
    if of.confirmed:
        return f"{text}: {day(of.day)}{off}, подтверждено"
    if of.usual:
        return f"{text}: {day(of.usual)} уже прошло, предлагаем {day(of.day)}"
    return f"{text}: {day(of.day)}{off}"


def _notes(of: Dates) -> Iterable[str]:
    if any(each.reminded_on for each in of.lines):
        yield "Если срок выпал на выходной, напоминаем от рабочего дня перед ним."
    if not of.to_confirm:
        yield "Сроки подтверждены, бот напоминает по ним."
    elif len(of.to_confirm) == len(of.lines):
        yield "Пока сроки не подтверждены, бот ни о чём не напоминает."
    else:
        yield "По неподтверждённым срокам бот не напоминает."
    yield "Любой срок можно изменить и потом. Напоминания приходят по рабочим дням с 14:00 до 18:00."


def change_stage(number: int, of: Stage) -> str:
    return label_of(f"{CHANGE}, этап {number}: {of.title}")


def change(number: int, line: Proposed) -> str:
    return f"{CHANGE} {number}: {day(line.day)}"


def ask(line: Proposed) -> str:
    state = "подтверждено" if line.confirmed else "предложено"
    return f"{safe(cut(line.due.activity.text, _WHOLE))}\nСейчас: {day(line.day)}, {state}."


def day_of_week(of: date) -> str:
    """«2 октября, пятница»."""
    return f"{day(of)}, {_WEEKDAYS[of.weekday()]}"


def kept(moved: Moved) -> str:
    off = f" Это выходной: напоминания считаем от рабочего дня, {day(moved.reminded_on)}." if moved.reminded_on else ""
    return f"Записано и подтверждено: «{safe(cut(moved.due.activity.text, _ROOM))}», {day(moved.day)}.{off}"


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
