"""The staff list: tolerant of how people write, strict about names, everything said at once."""

from dataclasses import replace

import pytest

from mentoring.rules.staff_list import (
    Column,
    Problem,
    Reason,
    StaffEntry,
    StaffList,
    StaffRow,
)
from storage.vocabulary import Role
from tests.rules.staff_rows import ROW, checked, only


def test_a_full_row_becomes_an_entry() -> None:
    row = StaffRow(7, " Полевой  Глеб Олегович ", " учитель ", "физика; химия", "5-9", "12 лет", "куратор")
    assert only(row) == StaffEntry(
        row=7,
        full_name="Полевой Глеб Олегович",
        position="учитель",
        subjects=("physics", "chemistry"),
        levels=("ooo",),
        experience="y11",
        role=Role.COORDINATOR,
    )


def test_a_name_alone_is_enough() -> None:
    assert only(ROW) == StaffEntry(2, ROW.name, "", (), (), "", Role.TEACHER)


def test_a_post_of_a_deputy_head_gives_no_role() -> None:
    assert only(replace(ROW, position="заместитель директора по УВР")).role is Role.TEACHER


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", Problem(2, Column.NAME, Reason.NAME_MISSING)),
        ("Итого", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "Итого")),
        ("Всего: 24", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "Всего: 24")),
        ("=1+1 Анна", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "=1+1 Анна")),
        (
            "Берёзкинa Алла Игoревнa",
            Problem(2, Column.NAME, Reason.NAME_LATIN, "Берёзкинa Алла Игoревнa", hints=("a", "o")),
        ),
        ("Ж" * 60 + " " + "Ю" * 60, Problem(2, Column.NAME, Reason.NAME_TOO_LONG, "Ж" * 60)),
    ],
)
def test_a_bad_name_keeps_only_its_own_row_out(name: str, problem: Problem) -> None:
    listed = checked(replace(ROW, name=name, position="учитель"), replace(ROW, row=3))
    assert listed.problems == (problem,)
    assert listed.errors == listed.problems
    assert [entry.row for entry in listed.entries] == [3]


@pytest.mark.parametrize(
    "name", ["Ж" * 40 + " Ё. Я.", "О’Нил Вера", "Ли Юн", "Петрова-Водкина Анна-Мария", "Smith Ann"]
)
def test_unusual_names_are_names(name: str) -> None:
    assert only(replace(ROW, name=name)).full_name == name


def test_namesakes_are_told_with_each_others_rows_and_may_be_imported() -> None:
    rows = [replace(ROW, row=2), StaffRow(3, "Ли Юн"), replace(ROW, row=5, name="БЕРЕЗКИНА алла  Игоревна")]
    listed = checked(*rows, replace(ROW, row=9))
    assert [(problem.row, problem.reason, problem.rows) for problem in listed.warnings] == [
        (2, Reason.NAME_TWICE, (5, 9)),
        (5, Reason.NAME_TWICE, (2, 9)),
        (9, Reason.NAME_TWICE, (2, 5)),
    ]
    assert (listed.errors, len(listed.entries)) == ((), 4)


def test_cells_far_too_long_are_left_out_and_told() -> None:
    listed = checked(replace(ROW, position="ю" * 151, subjects="физика;" * 100))
    assert [(problem.column, problem.reason) for problem in listed.problems] == [
        (Column.POSITION, Reason.TOO_LONG),
        (Column.SUBJECTS, Reason.TOO_LONG),
    ]
    assert (listed.entries[0].position, listed.entries[0].subjects) == ("", ())


@pytest.mark.parametrize(
    ("column", "row"),
    [
        (Column.POSITION, replace(ROW, position="паспорт 9204 123456")),
        (Column.POSITION, replace(ROW, position="+7 912 345-67-89")),
        (Column.POSITION, replace(ROW, position="8 912 345-67-89 " * 20)),
        (Column.SUBJECTS, replace(ROW, subjects="Физика, СНИЛС 112-233-445 95")),
        (Column.LEVELS, replace(ROW, levels="5-9, 8 912 345 67 89")),
        (Column.EXPERIENCE, replace(ROW, experience="9204123456")),
        (Column.ROLE, replace(ROW, role="куратор, ИНН 7701234567")),
    ],
)
def test_numbers_of_documents_are_dropped_and_told_without_being_repeated(column: Column, row: StaffRow) -> None:
    listed = checked(row)
    assert listed.problems == (Problem(2, column, Reason.LOOKS_LIKE_DOCUMENT),)
    assert listed.warnings == listed.problems
    assert listed.entries == (only(ROW),)


def test_a_document_in_place_of_a_name_keeps_its_row_out_and_is_not_repeated() -> None:
    listed = checked(replace(ROW, name="Берёзкина Алла, паспорт 9204 123456"))
    assert (listed.problems, listed.entries) == ((Problem(2, Column.NAME, Reason.NAME_LIKE_DOCUMENT),), ())
    assert listed.errors == listed.problems


def test_a_formula_in_place_of_a_name_keeps_its_row_out() -> None:
    listed = checked(StaffRow(2, "", is_formula=True), StaffRow(3, "Ли Юн"))
    assert listed.errors == listed.problems == (Problem(2, Column.NAME, Reason.NAME_FORMULA),)
    assert [entry.row for entry in listed.entries] == [3]


def test_everything_is_told_at_once_in_the_sheets_order() -> None:
    listed = checked(
        StaffRow(4, "", "учитель", "Астрология", "все", "давно", "повар"),
        StaffRow(2, "Итого", experience="давно"),
    )
    assert [(problem.row, problem.column) for problem in listed.problems] == [
        (2, Column.NAME),
        (2, Column.EXPERIENCE),
        (4, Column.NAME),
        (4, Column.SUBJECTS),
        (4, Column.LEVELS),
        (4, Column.EXPERIENCE),
        (4, Column.ROLE),
    ]
    assert listed.entries == ()


def test_blank_rows_are_nobody() -> None:
    assert checked(StaffRow(2, ""), StaffRow(3, " \u200b ", " ")) == StaffList((), ())


def test_three_hundred_people_are_a_school() -> None:
    letters = "абвгдежзик"
    rows = [
        StaffRow(2 + at, f"Полев{letters[at // 100]}{letters[at // 10 % 10]}{letters[at % 10]} Глеб Олегович")
        for at in range(300)
    ]
    listed = checked(*rows)
    assert (len(listed.entries), listed.problems) == (300, ())
