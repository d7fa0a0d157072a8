"""Pairs in an Excel file: our own template's, and the school's with its dates and merged cells."""

import pickle
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers import pairs_template, timetable_template
from mentoring.papers.pairs_reader import read
from mentoring.papers.pairs_words import COLUMNS, sentence
from mentoring.papers.table_reader import MOST_ROWS
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import FORMATS, Column, PairProblem, PairReason, PairsRead
from tests.papers.workbooks import sheets, texts, workbook

NAMES = ("Соколова Анна Ильинична", "Рябинин Игорь Львович", "Ли Юн", "Берёзова Ольга Петровна")
STAFF = tuple(Colleague(at, name) for at, name in enumerate(NAMES, start=1))
MADE_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TEMPLATE = pairs_template.build(NAMES, made_at=MADE_AT)
OCTOBER, MAY = date(2026, 10, 1), date(2027, 5, 31)


def changed(change: Callable[[Worksheet], object], content: bytes = TEMPLATE) -> bytes:
    book = load_workbook(BytesIO(content))
    change(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def filled(*rows: Sequence[object]) -> bytes:
    def fill(sheet: Worksheet) -> None:
        for at, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(at, column).value = value  # type: ignore[assignment]  # any cell's value

    return changed(fill)


def read_of(content: bytes) -> PairsRead:
    found = read(content, STAFF)
    assert isinstance(found, PairsRead), found
    return found


def test_an_untouched_template_brings_nobody() -> None:
    assert read(TEMPLATE, STAFF) == FileProblem(FileReason.NO_ROWS)


def test_the_template_offers_names_and_forms_and_forbids_nothing() -> None:
    book = sheets(TEMPLATE)
    assert texts(book["Пары"])[0] == [
        "Наставник", "Наставляемый", "Группа", "Форма", "№ приказа", "Дата приказа", "Начало", "Окончание",
    ]  # fmt: skip
    offered = {}
    for validation in book["Пары"].data_validations.dataValidation:
        place = str(validation.formula1).split("!")[1].replace("$", "")
        offered[str(validation.sqref)] = tuple(row[0].value for row in book["Как заполнять"][place])
        assert not validation.showErrorMessage
    assert offered == {f"A2:B{MOST_ROWS + 1}": NAMES, f"D2:D{MOST_ROWS + 1}": tuple(FORMATS.values())}
    assert all(cell.comment is not None for cell in book["Пары"][1])


def test_the_templates_own_examples_would_be_read() -> None:
    lines = texts(sheets(TEMPLATE)["Как заполнять"])
    at = next(at for at, line in enumerate(lines) if line[0] == COLUMNS[Column.MENTOR])
    people = ("Рябинина Ольга Игоревна", "Лугов Павел Олегович", "Ли Юн", "Заречная Анна Львовна")
    found = read(
        workbook(*lines[at : at + 3]), [Colleague(number, name) for number, name in enumerate(people, start=1)]
    )
    assert isinstance(found, PairsRead)
    assert [(each.mentors, each.mentees, each.format) for each in found.pairs] == [
        ((1,), (2,), "one_to_one"),
        ((1,), (3, 4), "group"),
    ]
    assert found.problems == ()


def test_dates_may_be_excels_own_or_typed() -> None:
    row = (NAMES[0], NAMES[1], "", "Один на один", 45)
    found = read_of(
        filled((*row, date(2026, 9, 28), datetime(2026, 10, 1), "31 мая 2027 г."))  # noqa: DTZ001
    )
    assert found.problems == ()
    pair = found.pairs[0]
    assert (pair.order_number, pair.order_on, pair.starts_on, pair.ends_on) == ("45", date(2026, 9, 28), OCTOBER, MAY)


def test_a_mentor_merged_over_the_rows_of_mentees_is_the_mentor_of_each() -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ADEFGH":
            sheet.merge_cells(f"{column}2:{column}3")

    row = ("", "Один на один", "45-к", "28.09.2026", "01.10.2026", "31.05.2027")
    found = read_of(changed(merge, filled((NAMES[0], NAMES[1], *row), (None, NAMES[2]))))
    assert [(each.mentors, each.mentees, each.ends_on, each.row) for each in found.pairs] == [
        ((1,), (2,), MAY, 2),
        ((1,), (3,), MAY, 3),
    ]


def test_a_formula_is_told_and_not_counted() -> None:
    row = (NAMES[0], NAMES[1], "", "Один на один", "45-к", "28.09.2026", "01.10.2026", "=G2+242")
    found = read_of(filled(row))
    assert found.pairs == ()
    assert found.problems == (PairProblem(2, Column.ENDS, PairReason.FORMULA),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (workbook(), FileProblem(FileReason.NO_ROWS)),
        (workbook(("ФИО", "Роль"), ("Ли Юн", "наставник")), FileProblem(FileReason.NO_HEADER, seen=("ФИО", "Роль"))),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), FileProblem(FileReason.OLD_EXCEL)),
        (
            workbook(("Наставник", "Наставляемый"), *[("Ли Юн", "Ли Юн")] * MOST_ROWS),
            FileProblem(FileReason.TOO_MANY_ROWS, MOST_ROWS, ("Лист1",)),
        ),
    ],
)
def test_what_is_no_sheet_of_pairs_is_refused(content: bytes, problem: FileProblem) -> None:
    assert read(content, STAFF) == problem


def test_a_timetable_is_told_apart() -> None:
    timetable = timetable_template.build(NAMES, days=5, lessons=7, made_at=MADE_AT)
    found = read(timetable, STAFF)
    assert isinstance(found, FileProblem)
    assert found.reason is FileReason.NO_HEADER


def test_every_problem_is_worded_with_its_place() -> None:
    for reason in PairReason:
        said = sentence(PairProblem(7, Column.MENTEE, reason, "Ли Юн", ("Ли Юна",), (3,)))
        assert said.startswith("Строка 7, Наставляемый: ")
        assert "{" not in said
        assert "!" not in said
    assert "Ли Юна" in sentence(PairProblem(7, Column.MENTEE, PairReason.PERSON_UNKNOWN, "Ли", ("Ли Юна",)))
    assert set(COLUMNS) == set(Column)


def test_what_is_read_travels_and_the_template_is_the_same_bytes() -> None:
    found = read_of(filled((NAMES[0], "Полевой Глеб"), (NAMES[0], NAMES[1], "", "", "", "", OCTOBER)))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 our own value
    assert pairs_template.build(NAMES, made_at=MADE_AT) == TEMPLATE
