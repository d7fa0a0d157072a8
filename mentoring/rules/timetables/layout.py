"""Where a timetable's sheet keeps the names and the lessons, however the school has drawn it.

A weekday stands above the numbers of its lessons, merged or once at their beginning; or both in one cell, «Пн 1».
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentoring.rules.lessons import MOST_LESSONS, Lesson
from mentoring.rules.names import is_plausible_name
from mentoring.rules.tables import Table
from mentoring.rules.text import clean_line, fold, words_of

HEADINGS_WITHIN = 10
WEEKDAYS = ("Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье")

_SHORT = (r"пн|пон|понед", r"вт|втор", r"ср", r"чт|чет|четв", r"пт|пят|пятн", r"сб|суб|субб", r"вс|воскр")
_DAYS = tuple(rf"(?:{fold(day)}|{short})" for day, short in zip(WEEKDAYS, _SHORT, strict=True))
_LESSON = (
    r"(?:№ ?|n ?)?(\d{1,2})(?:-?(?:й|ый|ой))?(?: ?(?:урок|ур|у))?\.?(?: ?\(.*| \d{1,2}[.:]\d\d.*)?"
    r"|урок ?(?:№ ?|n ?)?(\d{1,2})"
)
_NUMBERS_WITHIN = 2  # rows below the weekdays
_NAME = re.compile(
    r"(?:фио|ф и о|фамилия(?: .*)?|(?:имя )?(?:учител|педагог|преподавател|сотрудник|работник)\w*)"
    r"(?: (?:учител|педагог|преподавател|сотрудник|работник)\w*)?"
)
_NAME_PARTS = re.compile(r"имя|отчество")
_SURNAME = "фамилия"


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns from 0; several columns may be the same lesson: two weeks, or two halves of a class, side by side."""

    first_row: int
    names: tuple[int, ...]
    lessons: Mapping[int, Lesson]
    ignored: tuple[str, ...] = ()


def looks_like_timetable(table: Table) -> bool:
    """Is this a sheet with names beside the lessons of a week?"""
    return find(table) is not None


def find(table: Table) -> Layout | None:
    """The first heading that has both."""
    for at in range(min(HEADINGS_WITHIN, len(table.rows))):
        below, lessons = at, _in_one_row(table, at)
        if not lessons and (days := _weekdays(table, at)):
            below, lessons = _under_weekdays(table, at, days)
        names = _names(table, (at, below), min(lessons)) if lessons else ()
        if names:
            return Layout(below + 1, names, lessons, tuple(_ignored(table, (at, below), names, lessons)))
    return None


def _in_one_row(table: Table, at: int) -> dict[int, Lesson]:
    """«Пн 1», «Вторник, 3 урок»."""
    found = {}
    for column, cell in enumerate(table.rows[at]):
        typed = fold(cell).replace(",", " ")
        for weekday, day in enumerate(_DAYS):
            said = re.fullmatch(rf"{day}[. :/-]*(?:{_LESSON})", " ".join(typed.split()))
            if said and (lesson := _lesson(weekday, said)):
                found[column] = lesson
    return found


def _weekdays(table: Table, at: int) -> dict[int, int]:
    """The weekday of each column: as far as the next filled cell."""
    found: dict[int, int] = {}
    weekday = None
    for column in range(max(map(len, table.rows))):
        if cell := table.cell(at, column):
            joined = "".join(words_of(cell))  # «П о н е д е л ь н и к» too
            weekday = next((each for each, day in enumerate(_DAYS) if re.fullmatch(day, joined)), None)
        if weekday is not None:
            found[column] = weekday
    return found


def _under_weekdays(table: Table, at: int, days: Mapping[int, int]) -> tuple[int, dict[int, Lesson]]:
    for below in range(at + 1, at + 1 + _NUMBERS_WITHIN):
        said = {column: re.fullmatch(_LESSON, fold(table.cell(below, column))) for column in days}
        named = {column: _lesson(days[column], number) for column, number in said.items() if number}
        lessons = {column: lesson for column, lesson in named.items() if lesson}
        if lessons:
            return below, lessons
    return at, {}


def _lesson(weekday: int, said: re.Match[str]) -> Lesson | None:
    number = int(next(group for group in said.groups() if group))
    return Lesson(weekday, number) if 1 <= number <= MOST_LESSONS else None


def _names(table: Table, heading: tuple[int, int], before: int) -> tuple[int, ...]:
    """The column of names, with those of its parts; one without a heading must hold what reads as names."""
    titles = {column: list(_titles(table, heading, column)) for column in range(before)}
    whole = next((column for column, said in titles.items() if any(map(_NAME.fullmatch, said))), None)
    if whole is None:
        return next(((column,) for column, said in titles.items() if not said and _has_names(table, column)), ())
    if _SURNAME not in titles[whole]:
        return (whole,)
    return whole, *(column for column, said in titles.items() if any(map(_NAME_PARTS.fullmatch, said)))


def _titles(table: Table, heading: tuple[int, int], column: int) -> Iterator[str]:
    for row in range(heading[0], heading[1] + 1):
        if said := " ".join(words_of(table.cell(row, column))):
            yield said


def _has_names(table: Table, column: int) -> bool:
    return any(is_plausible_name(table.cell(row, column)) for row in range(len(table.rows)))


def _ignored(
    table: Table, heading: tuple[int, int], names: tuple[int, ...], lessons: Mapping[int, Lesson]
) -> Iterator[str]:
    """What stands right of the names and is no lesson: «0 урок», «Итого»."""
    for column in range(max(names) + 1, max(map(len, table.rows))):
        said = clean_line(table.cell(heading[1], column) or table.cell(heading[0], column))
        if column not in lessons and said:
            yield said
