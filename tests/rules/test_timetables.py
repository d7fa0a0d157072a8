"""A school's timetable of teachers, drawn as schools draw it: whose windows it tells, and what it leaves untold."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.colleagues import MOST_HINTS, Colleague, Doubt, NotFound, Staff
from mentoring.rules.lessons import Free, Lesson
from mentoring.rules.tables import Table
from mentoring.rules.timetables import (
    MOST_PROBLEMS,
    TimetableRead,
    TimetableReason,
    looks_like_timetable,
    read,
    windows,
)

ANNA = Colleague(1, "Соколова Анна Ильинична")
IGOR = Colleague(2, "Рябинин Игорь Львович")
LEE = Colleague(3, "Ли Юн")
ONE_OLGA, OTHER_OLGA = Colleague(4, "Берёзова Ольга Петровна"), Colleague(5, "Берёзова Ольга Павловна")
STAFF = (ANNA, IGOR, LEE, ONE_OLGA, OTHER_OLGA)
MONDAY = ("ФИО", "Понедельник", "", "", "", "")
NUMBERS = ("", "1", "2", "3", "4", "5")

lessons = st.builds(Lesson, st.integers(0, 5), st.integers(1, 8))
WEEK = frozenset(Lesson(day, number) for day in range(6) for number in range(1, 9))


def table(*rows: Sequence[str], formulas: Sequence[tuple[int, int]] = ()) -> Table:
    return Table("Лист1", tuple(tuple(row) for row in rows), frozenset(formulas))


def found(*rows: Sequence[str], formulas: Sequence[tuple[int, int]] = ()) -> TimetableRead:
    read_from = read(table(*rows, formulas=formulas), STAFF)
    assert read_from is not None
    return read_from


def told(*rows: Sequence[str], formulas: Sequence[tuple[int, int]] = ()) -> list[tuple[int, TimetableReason]]:
    return [(each.row, each.reason) for each in found(*rows, formulas=formulas).problems]


def free_of(*rows: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    of = found(*rows).free
    return {each.person_id: sorted((lesson.weekday, lesson.number) for lesson in each.lessons) for each in of}


def on(day: int, *numbers: int) -> Free:
    return frozenset(Lesson(day, number) for number in numbers)


@pytest.mark.parametrize(
    ("busy", "free"),
    [
        ((2, 4), {1, 3, 5}),
        ((1, 2), {3}),
        ((8,), {7}),
        ((1, 8), {2, 3, 4, 5, 6, 7}),
        ((), set()),
    ],
)
def test_free_are_the_windows_and_one_lesson_before_and_after(busy: tuple[int, ...], free: set[int]) -> None:
    assert windows(on(0, *busy), WEEK) == on(0, *free)


@given(st.frozensets(lessons), st.frozensets(lessons))
def test_nobody_is_free_in_a_lesson_of_theirs_or_on_a_day_without_any(busy: Free, school: Free) -> None:
    free = windows(busy, school)
    assert free <= school
    assert not free & busy
    assert {each.weekday for each in free} <= {each.weekday for each in busy}
    for each in free:
        own = [lesson.number for lesson in busy if lesson.weekday == each.weekday]
        assert min(own) - 1 <= each.number <= max(own) + 1


@pytest.mark.parametrize(
    "heading",
    [
        (MONDAY, NUMBERS),
        (("Учитель", "Понедельник", "Понедельник", "Понедельник", "Понедельник", "Понедельник"), NUMBERS),
        (("", "ПН", "", "", "", ""), ("Ф.И.О. учителя", "1 урок", "2 урок", "3 урок", "4 урок", "5 урок")),
        (("Педагог", "П о н е д е л ь н и к"), (), ("", "1.", "2.", "3.", "4.", "5.")),
        (("Преподаватель", "пн", "", "", "", ""), ("", "№1", "№2", "№3", "№4", "№5")),
        (("Фамилия И. О.", "Пн 1", "Пн 2", "пн. 3 урок", "Понедельник, 4", "пн-5"),),
        (("Расписание на 2026/2027",), (), MONDAY, ("", "1 (8:30–9:15)", "2 (9:25)", "3", "4", "5")),
    ],
)
def test_headings_are_drawn_in_many_ways(heading: Sequence[Sequence[str]]) -> None:
    assert looks_like_timetable(table(*heading))
    assert free_of(*heading, (ANNA.name, "", "5А", "", "6Б", "")) == {1: [(0, 1), (0, 3), (0, 5)]}


def test_each_weekday_reaches_to_the_next() -> None:
    heading = ("ФИО", "Пн", "", "", "Вт", "", "", "Часов"), ("", "1", "2", "3", "1", "2", "3", "7")
    assert free_of(*heading, (ANNA.name, "5А", "", "5А", "", "", "5А", "3")) == {1: [(0, 2), (1, 2)]}
    assert found(*heading, (ANNA.name, "5А")).ignored == ("7",)


def test_a_lesson_that_no_pair_can_be_offered_is_no_column_of_ours() -> None:
    heading = ("ФИО", "Пн", "", "", ""), ("", "0", "1", "2", "11")
    assert free_of(*heading, (ANNA.name, "5А", "", "5А", "5А")) == {1: [(0, 1)]}
    assert found(*heading).ignored == ("0", "11")


def test_the_name_may_stand_in_parts_or_under_no_heading_at_all() -> None:
    parts = ("№", "Фамилия", "Имя", "Отчество", "Пн", ""), ("", "", "", "", "1", "2")
    assert free_of(*parts, ("1", "Соколова", "Анна", "Ильинична", "5А")) == {1: [(0, 2)]}
    nameless = ("№", "", "Пн", ""), ("", "", "1", "2")
    assert free_of(*nameless, ("1", "Соколова А. И.", "5А")) == {1: [(0, 2)]}


@pytest.mark.parametrize(
    "rows",
    [
        (("ФИО", "Должность"), (ANNA.name, "учитель")),
        (("Вопрос", "Вид", "Варианты"), ("Когда?", "один вариант", "Пн\nВт")),
        (("Наставник", "Наставляемый"), (ANNA.name, IGOR.name)),
        (("Понедельник", ""), ("1", "2"), ("Физика", "Химия")),
        (("ФИО", "Понедельник"), (ANNA.name, "методический день")),
        ((),),
        (),
    ],
)
def test_other_sheets_are_no_timetable(rows: Sequence[Sequence[str]]) -> None:
    assert not looks_like_timetable(table(*rows))
    assert read(table(*rows), STAFF) is None


@pytest.mark.parametrize("typed", ["Соколова Анна Ильинична", "СОКОЛОВА АННА", "Соколова А.И.", "А. И. Соколова"])
def test_a_name_is_known_exactly_or_by_surname_and_initials(typed: str) -> None:
    assert free_of(MONDAY, NUMBERS, (typed, "+")) == {1: [(0, 2)]}


@pytest.mark.parametrize(
    ("typed", "reason", "hints"),
    [
        ("Соколова", TimetableReason.NAME_UNKNOWN, (ANNA.name,)),
        ("Соколава Анна Ильинична", TimetableReason.NAME_UNKNOWN, (ANNA.name,)),
        ("Полевой Глеб", TimetableReason.NAME_UNKNOWN, ()),
        ("Соколова А. И., Ли Юн", TimetableReason.NAME_UNKNOWN, (ANNA.name,)),
        ("Берёзова О. П.", TimetableReason.NAME_AMBIGUOUS, (ONE_OLGA.name, OTHER_OLGA.name)),
    ],
)
def test_a_name_that_may_be_somebody_elses_is_told_and_never_guessed(
    typed: str, reason: TimetableReason, hints: tuple[str, ...]
) -> None:
    of = found(MONDAY, NUMBERS, (typed, "5А"), (LEE.name, "5А"))
    assert [each.person_id for each in of.free] == [3]
    assert [(each.row, each.reason, each.value, each.hints) for each in of.problems] == [(3, reason, typed, hints)]


def test_namesakes_are_two_people() -> None:
    twins = Staff([Colleague(8, "Ли Юн"), Colleague(7, "Ли  Юн")])
    assert twins.find("ли юн") == NotFound(Doubt.AMBIGUOUS, ("Ли  Юн", "Ли Юн"))
    many = Staff([Colleague(at, f"Ли Юн {'а' * at}") for at in range(1, 9)])
    ambiguous = many.find("Ли Ю.")
    assert isinstance(ambiguous, NotFound)
    assert len(ambiguous.names) == MOST_HINTS


def test_lines_of_one_teacher_are_one_teacher() -> None:
    rows = (ANNA.name, "5А", "", "", "", ""), (ANNA.name, "", "", "6Б", "", "")
    assert free_of(MONDAY, NUMBERS, *rows) == {1: [(0, 2), (0, 4)]}
    assert told(MONDAY, NUMBERS, *rows) == []


def test_the_same_name_far_below_is_told() -> None:
    of = found(MONDAY, NUMBERS, (ANNA.name, "5А"), (LEE.name, "5А"), (ANNA.name, "", "", "5А"))
    assert [(each.row, each.reason, each.rows) for each in of.problems] == [(3, TimetableReason.NAME_TWICE, (5,))]
    assert [each.person_id for each in of.free] == [3]


def test_lessons_without_a_name_leave_the_teacher_above_unknown() -> None:
    rows = (ANNA.name, "5А"), ("", "", "", "6Б"), (LEE.name, "5А")
    assert told(MONDAY, NUMBERS, *rows) == [(4, TimetableReason.NAME_MISSING)]
    assert list(free_of(MONDAY, NUMBERS, *rows)) == [3]


def test_a_teacher_without_a_lesson_is_not_free_all_week() -> None:
    assert told(MONDAY, NUMBERS, (ANNA.name,), (LEE.name, "—", " - ")) == [
        (3, TimetableReason.NO_LESSONS),
        (4, TimetableReason.NO_LESSONS),
    ]


def test_a_formula_among_the_lessons_may_hide_one() -> None:
    rows = MONDAY, NUMBERS, (ANNA.name, "5А"), (LEE.name, "5А"), ("", "", "", "", "", "")
    assert told(*rows, formulas=[(2, 3), (4, 2)]) == [(3, TimetableReason.FORMULA)]  # row 5 counts sums
    assert told(*rows, formulas=[(3, 9)]) == []  # beside the lessons
    assert told(MONDAY, NUMBERS, ("", "5А"), formulas=[(2, 0)]) == [(3, TimetableReason.FORMULA)]


def test_a_heading_that_is_repeated_on_the_next_page_is_nobody() -> None:
    heading = ("", "Пн", ""), ("Учитель", "1", "2")
    assert told(*heading, (ANNA.name, "5А"), heading[1], (LEE.name, "5А")) == []


def test_nobody_reads_more_than_a_hundred_problems() -> None:
    of = found(MONDAY, NUMBERS, *[(f"Полевой Глеб {at}", "5А") for at in range(130)])
    assert (len(of.problems), of.more) == (MOST_PROBLEMS, 30)
