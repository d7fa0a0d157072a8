"""The rows of a timetable become people's windows.

1. A filled cell is a lesson, whatever stands in it; an empty one and a dash are none.
2. Free are the lessons of a weekday between the teacher's first and last one, and one before and one after them, as
   far as the sheet has such a lesson. A weekday without any lesson may be a day off: it is not counted as free.
3. Rows that follow each other under one name are one teacher, who is free when all of them say so.
4. A name that is not surely one of the staff list's, the same one in rows far apart, a formula among the lessons:
   nothing is known of that teacher, and the row is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentoring.rules.colleagues import Colleague, Doubt, NotFound, Staff
from mentoring.rules.lessons import Free, Lesson
from mentoring.rules.tables import Table, shown
from mentoring.rules.text import clean_line, has_words
from mentoring.rules.timetables.layout import Layout, find
from mentoring.rules.timetables.model import (
    MOST_PROBLEMS,
    TeacherFree,
    TimetableProblem,
    TimetableRead,
    TimetableReason,
)

_DOUBTS = {Doubt.UNKNOWN: TimetableReason.NAME_UNKNOWN, Doubt.AMBIGUOUS: TimetableReason.NAME_AMBIGUOUS}


@dataclass(frozen=True, slots=True)
class _Row:
    """`row` as Excel counts it; `is_sure`: every cell that matters is what it says."""

    row: int
    name: str
    busy: Free
    is_sure: bool = True


def read(table: Table, staff: Iterable[Colleague]) -> TimetableRead | None:
    """None when the sheet is no timetable."""
    layout = find(table)
    if layout is None:
        return None
    rows = list(_rows(table, layout))
    by_person, problems = _people(rows, Staff(staff))
    problems += (_nameless(each) for each in rows if not each.name)
    followed, numbers = _followed(rows), frozenset(layout.lessons.values())
    free = []
    for person, of in by_person.items():
        found = _teacher(person, of, followed, numbers)
        if isinstance(found, TeacherFree):
            free.append(found)
        elif found:
            problems.append(found)
    problems.sort(key=lambda each: each.row)
    more = max(0, len(problems) - MOST_PROBLEMS)
    return TimetableRead(tuple(free), tuple(problems[:MOST_PROBLEMS]), layout.ignored, more)


def windows(busy: Free, lessons: Free) -> Free:
    """When a teacher with these lessons is at school and free; `lessons` are all that the school has in a week."""
    by_day: dict[int, set[int]] = defaultdict(set)
    for each in busy:
        by_day[each.weekday].add(each.number)
    return frozenset(
        each
        for each in lessons - busy
        if each.weekday in by_day and min(by_day[each.weekday]) - 1 <= each.number <= max(by_day[each.weekday]) + 1
    )


def _rows(table: Table, layout: Layout) -> Iterator[_Row]:
    headings = {said for at in range(layout.first_row) if (said := _name(table, layout, at))}
    for at in range(layout.first_row, len(table.rows)):
        name = _name(table, layout, at)
        busy = frozenset(lesson for column, lesson in layout.lessons.items() if _is_lesson(table.cell(at, column)))
        is_sure = not table.has_formula(at, [*layout.names, *layout.lessons])
        if name not in headings and (name or busy):  # a line of sums has neither
            yield _Row(at + 1, name, busy, is_sure)


def _name(table: Table, layout: Layout, row: int) -> str:
    return clean_line(" ".join(table.cell(row, column) for column in layout.names))


def _is_lesson(cell: str) -> bool:
    return has_words(cell) or any(mark in "+✓✔*×•●■" for mark in cell)


def _people(rows: Sequence[_Row], staff: Staff) -> tuple[dict[Colleague, list[_Row]], list[TimetableProblem]]:
    """The rows of each, in the sheet's order, and the rows of nobody."""
    by_person: dict[Colleague, list[_Row]] = defaultdict(list)
    problems = []
    for row in rows:
        match staff.find(row.name) if row.name else None:
            case Colleague() as person:
                by_person[person].append(row)
            case NotFound(doubt, names):
                problems.append(TimetableProblem(row.row, _DOUBTS[doubt], shown(row.name), names))
    return by_person, problems


def _nameless(row: _Row) -> TimetableProblem:
    return TimetableProblem(row.row, TimetableReason.NAME_MISSING if row.is_sure else TimetableReason.FORMULA)


def _followed(rows: Sequence[_Row]) -> frozenset[int]:
    """Rows that lessons without a name stand under: whose they are, nobody can tell."""
    nameless = {each.row for each in rows if not each.name}
    return frozenset(each.row for each in rows if each.row + 1 in nameless)


def _teacher(
    person: Colleague, rows: Sequence[_Row], followed: frozenset[int], lessons: Free
) -> TeacherFree | TimetableProblem | None:
    first, numbers = rows[0].row, [each.row for each in rows]
    if numbers != list(range(first, first + len(rows))):
        return TimetableProblem(first, TimetableReason.NAME_TWICE, person.name, rows=tuple(numbers[1:]))
    if unsure := [each.row for each in rows if not each.is_sure]:
        return TimetableProblem(unsure[0], TimetableReason.FORMULA, person.name)
    if followed & set(numbers):
        return None  # told already, of the row without a name
    busy: frozenset[Lesson] = frozenset().union(*(each.busy for each in rows))
    if not busy:
        return TimetableProblem(first, TimetableReason.NO_LESSONS, person.name)
    return TeacherFree(person.id, person.name, first, windows(busy, lessons))
