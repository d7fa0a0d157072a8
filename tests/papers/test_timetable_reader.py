"""A timetable in an Excel file, our own template's and the school's, with cells that are merged."""

import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers import table_reader, timetable_template
from mentoring.papers.timetable_reader import read
from mentoring.papers.timetable_words import sentence
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.colleagues import Colleague
from mentoring.rules.timetables import TimetableProblem, TimetableRead, TimetableReason
from tests.papers.workbooks import sheets, texts, workbook

NAMES = ("Соколова Анна Ильинична", "Рябинин Игорь Львович", "=1+1 Ли", "Берёзова Ольга Петровна")
STAFF = tuple(Colleague(at, name) for at, name in enumerate(NAMES, start=1))
MADE_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TEMPLATE = timetable_template.build(NAMES, days=6, lessons=8, made_at=MADE_AT)
SHEET = timetable_template.SHEET


def changed(change: Callable[[Worksheet], object], content: bytes = TEMPLATE) -> bytes:
    book = load_workbook(BytesIO(content))
    change(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def read_of(content: bytes) -> TimetableRead:
    found = read(content, STAFF)
    assert isinstance(found, TimetableRead), found
    return found


def free_of(content: bytes) -> dict[int, list[tuple[int, int]]]:
    return {
        each.person_id: sorted((lesson.weekday, lesson.number) for lesson in each.lessons)
        for each in read_of(content).free
    }


def fill(sheet: Worksheet, **cells: str) -> None:
    for place, text in cells.items():
        sheet[place] = text


def test_the_template_has_the_staffs_names_and_the_lessons_of_a_week() -> None:
    book = sheets(TEMPLATE)
    lines = texts(book[SHEET])
    assert [line[0] for line in lines[2:]] == list(NAMES)
    assert list(filter(None, lines[0])) == [
        "Фамилия Имя Отчество", "Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота",
    ]  # fmt: skip
    assert lines[1][1:] == [str(number) for number in range(1, 9)] * 6
    assert book[SHEET].freeze_panes == "B3"
    assert "f" not in {cell.data_type for row in book[SHEET].iter_rows() for cell in row}


def test_an_untouched_template_says_nothing() -> None:
    assert read(TEMPLATE, STAFF) == FileProblem(FileReason.NO_ROWS)
    assert read(timetable_template.build((), days=5, lessons=7, made_at=MADE_AT), STAFF) == (
        FileProblem(FileReason.NO_ROWS)
    )


@pytest.mark.parametrize(("days", "lessons"), [(5, 1), (5, 7), (6, 10), (7, 8)])
def test_a_filled_template_is_read_whatever_its_week(days: int, lessons: int) -> None:
    content = timetable_template.build(NAMES, days=days, lessons=lessons, made_at=MADE_AT)
    last = 1 + days * lessons
    found = free_of(changed(lambda sheet: sheet.cell(3, last, "9А"), content))
    assert found == {1: [(days - 1, lessons - 1)] if lessons > 1 else []}


def test_a_merged_lesson_is_two_lessons() -> None:
    def double(sheet: Worksheet) -> None:
        fill(sheet, C3="5А", F3="6Б")
        sheet.merge_cells("C3:D3")

    assert free_of(changed(double)) == {1: [(0, 1), (0, 4), (0, 6)]}


def test_two_lines_under_one_merged_name_are_one_teacher() -> None:
    def two_weeks(sheet: Worksheet) -> None:
        fill(sheet, B3="5А", D4="5А", F5="6Б")
        sheet["A4"] = None
        sheet.merge_cells("A3:A4")

    assert free_of(changed(two_weeks)) == {1: [(0, 2), (0, 4)], 3: [(0, 4), (0, 6)]}


def test_a_title_that_is_merged_across_the_sheet_is_nobody() -> None:
    numbered = workbook(("№", "ФИО", "Пн", ""), ("", "", 1, 2), ("Начальная школа",), (1, NAMES[0], "5А"))
    found = read_of(changed(lambda sheet: sheet.merge_cells("A3:D3"), numbered))
    assert [each.person_id for each in found.free] == [1]
    assert found.problems == ()


def test_a_formula_is_told_by_its_row() -> None:
    found = read_of(changed(lambda sheet: fill(sheet, B3="=B4", B4="5А")))
    assert [each.person_id for each in found.free] == [2]
    assert TimetableProblem(3, TimetableReason.FORMULA, NAMES[0]) in found.problems


def test_the_sheet_that_is_a_timetable_is_found_among_others() -> None:
    def with_notes(sheet: Worksheet) -> None:
        fill(sheet, B3="5А")
        assert sheet.parent is not None
        sheet.parent.create_sheet("Классы", 0).append(["Класс", "Понедельник"])

    assert list(free_of(changed(with_notes))) == [1]


def test_a_hidden_sheet_is_not_read() -> None:
    def hide(sheet: Worksheet) -> None:
        fill(sheet, B3="5А")
        sheet.sheet_state = "hidden"
        assert sheet.parent is not None
        sheet.parent["Как заполнять"].sheet_state = "visible"

    assert read(changed(hide), STAFF) == FileProblem(FileReason.HIDDEN_SHEET, seen=(SHEET,))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (workbook(), FileProblem(FileReason.NO_ROWS)),
        (workbook(("ФИО", "Должность")), FileProblem(FileReason.NO_HEADER, seen=("ФИО", "Должность"))),
        (b"%PDF-1.7", FileProblem(FileReason.PDF)),
        (b"", FileProblem(FileReason.EMPTY)),
        (
            workbook(("ФИО", "Пн"), ("", 1), *[(f"Ли {at}", "5А") for at in range(table_reader.MOST_ROWS)]),
            FileProblem(FileReason.TOO_MANY_ROWS, table_reader.MOST_ROWS, ("Лист1",)),
        ),
        (
            workbook(("ФИО", "Пн", *[""] * 122, "Вт"), ("", *range(1, 11))),
            FileProblem(FileReason.TOO_MANY_COLUMNS, table_reader.MOST_COLUMNS, ("Лист1",)),
        ),
        (
            workbook(("ФИО",), more={f"Лист{at}": ("ФИО",) for at in range(2, 40)}),
            FileProblem(FileReason.TOO_MANY_SHEETS, table_reader.MOST_SHEETS),
        ),
        (
            workbook(("ФИО", "Пн"), ("", 1), *[("Ли", "щ" * 30_000)] * 11),
            FileProblem(FileReason.TOO_LARGE),
        ),
    ],
)
def test_what_is_no_timetable_or_too_much_of_one_is_refused(content: bytes, problem: FileProblem) -> None:
    assert read(content, STAFF) == problem


def test_every_problem_is_worded_with_its_row() -> None:
    for reason in TimetableReason:
        said = sentence(TimetableProblem(7, reason, "Ли Юн", ("Ли Юна",), (9, 11)))
        assert said.startswith("Строка 7. ")
        assert "{" not in said
        assert "!" not in said
    assert "9, 11" in sentence(TimetableProblem(7, TimetableReason.NAME_TWICE, "Ли Юн", rows=(9, 11)))


def test_what_is_read_travels_and_the_template_is_the_same_bytes() -> None:
    found = read_of(changed(lambda sheet: fill(sheet, B3="5А")))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 our own value
    assert timetable_template.build(NAMES, days=6, lessons=8, made_at=MADE_AT) == TEMPLATE
