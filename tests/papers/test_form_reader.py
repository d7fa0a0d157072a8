"""A questionnaire's workbook as people make them: what is read of it, and what is refused by its place."""

import logging
from collections.abc import Callable, Sequence
from datetime import date, time
from io import BytesIO
from typing import Literal
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers.form_reader import MOST_CHOICES, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_XML, read
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.form_files import Grid
from tests.papers.workbooks import with_part

HEADINGS = ("type", "name", "label", "required")
QUESTION = ("text", "goal", "Чего вы ждёте?")


def book(*rows: Sequence[object], change: Callable[[Workbook, Worksheet], object] | None = None) -> bytes:
    """A workbook with «survey»; `change` does to it what a coordinator could do in Excel."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "survey"
    for row in (HEADINGS, *rows):
        sheet.append(list(row))
    if change:
        change(made, sheet)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def grids_of(content: bytes) -> tuple[Grid, ...]:
    found = read(content)
    assert not isinstance(found, FileProblem), found
    return found


def problem_of(content: bytes) -> FileProblem:
    found = read(content)
    assert isinstance(found, FileProblem), found
    return found


def test_rows_keep_excels_numbers_and_trailing_blanks_are_nothing() -> None:
    found = grids_of(book((), QUESTION, ("note", None, "  Спасибо!  "), (None, " "), ()))
    assert found == (Grid("survey", (HEADINGS, (), QUESTION, ("note", "", "Спасибо!"))),)


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        (5, "5"),
        (5.0, "5"),
        (2.5, "2,5"),
        (True, "да"),
        (False, "нет"),
        (date(2026, 9, 5), "05.09.2026"),
        (time(9, 5), "09:05"),
        ("#N/A", ""),
        ("одно\r\nдругое\n\n", "одно\nдругое"),
        ("a\u200bb\u00a0c", "ab c"),
    ],
)
def test_a_cell_is_the_text_that_a_person_sees(stored: object, seen: str) -> None:
    (grid,) = grids_of(book(("text", "goal", stored, "x")))
    assert grid.rows[1] == ("text", "goal", seen, "x")


def test_a_share_is_seen_with_its_sign() -> None:
    def as_share(_: Workbook, sheet: Worksheet) -> None:
        sheet["C2"].number_format = "0%"

    (grid,) = grids_of(book(("text", "goal", 0.5), change=as_share))
    assert grid.rows[1][2] == "50%"


def test_sheets_that_are_no_part_of_a_questionnaire_are_not_read_whatever_they_hold() -> None:
    def add(made: Workbook, _: Worksheet) -> None:
        other = made.create_sheet("Черновик")
        other.append(["=1+1"])
        other.merge_cells("B1:C2")
        made.create_sheet("choices").append(["list_name", "name", "label"])

    assert [grid.title for grid in grids_of(book(QUESTION, change=add))] == ["survey", "choices"]


def test_a_workbook_of_something_else_is_no_questionnaire() -> None:
    made = Workbook()
    made.worksheets[0].append(["ФИО", "Должность"])
    target = BytesIO()
    made.save(target)
    assert problem_of(target.getvalue()) == FileProblem(FileReason.NO_FORM)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("title", ["survey", "Анкета"])
def test_a_hidden_sheet_that_would_be_read_is_refused_by_its_name(
    state: Literal["hidden", "veryHidden"], title: str
) -> None:
    def hide(made: Workbook, sheet: Worksheet) -> None:
        sheet.title = "Вопросы"
        sheet["A1"], sheet["B1"] = "Вопрос", "Вид"
        other = made.create_sheet(title)
        other.append(["type", "name", "label"])
        other.sheet_state = state

    assert problem_of(book(QUESTION, change=hide)) == FileProblem(FileReason.HIDDEN_SHEET, seen=(title,))


def test_a_hidden_copy_of_the_questions_is_not_read() -> None:
    def copy(made: Workbook, sheet: Worksheet) -> None:
        sheet.title = "Прошлый год"
        sheet["A1"], sheet["B1"] = "Вопрос", "Вид"
        made.copy_worksheet(sheet).title = "Этот год"
        made.active = made["Этот год"]
        sheet.sheet_state = "hidden"

    assert [grid.title for grid in grids_of(book(QUESTION, change=copy))] == ["Этот год"]


def test_hidden_lists_of_words_and_hidden_rows_are_read() -> None:
    def hide(made: Workbook, sheet: Worksheet) -> None:
        lists = made.create_sheet("choices")
        lists.append(["list_name", "name", "label"])
        lists.sheet_state = "hidden"
        made.create_sheet("settings").sheet_state = "hidden"  # and nothing in it
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    survey, choices, settings = grids_of(book(QUESTION, change=hide))
    assert survey.rows[1] == QUESTION
    assert choices.rows == (("list_name", "name", "label"),)
    assert settings.rows == ()


def test_formulas_are_refused_by_their_cells() -> None:
    found = problem_of(book(("text", "goal", "=A1"), ("text", "other", '=HYPERLINK("http://a.ru")')))
    assert found == FileProblem(FileReason.FORMULA, seen=("survey", "C2", "C3"))


def test_the_value_kept_beside_a_formula_is_not_trusted() -> None:
    rows = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>label</t></is></c></row>'
        '<row r="2"><c r="C2" t="str"><f>[1]Лист1!A1</f><v>Чужие слова</v></c></row></sheetData></worksheet>'
    )
    content = with_part(book(QUESTION), "xl/worksheets/sheet1.xml", rows.encode())
    assert problem_of(content) == FileProblem(FileReason.FORMULA, seen=("survey", "C2"))


def test_what_only_looks_like_a_formula_is_text() -> None:
    def as_text(_: Workbook, sheet: Worksheet) -> None:
        sheet["C2"] = "=1+1"
        sheet["C2"].data_type = "s"

    (grid,) = grids_of(book(("text", "goal", "?"), change=as_text))
    assert grid.rows[1][2] == "=1+1"


@pytest.mark.parametrize("area", ["C1:D1", "A2:A3", "A1:A2"])
def test_merged_cells_are_refused_by_their_place(area: str) -> None:
    content = book(QUESTION, QUESTION, change=lambda _, sheet: sheet.merge_cells(area))
    assert problem_of(content) == FileProblem(FileReason.MERGED, seen=("survey", area.partition(":")[0]))


def test_a_title_above_the_questions_is_no_part_of_them() -> None:
    def add_title(_: Workbook, sheet: Worksheet) -> None:
        sheet.title = "Лист1"
        sheet.delete_rows(1)
        for row in (("Анкета наставника",), (), ("Утверждена",), ("Вопрос", "Вид"), ("Чего вы ждёте?", "текст")):
            sheet.append(row)
        sheet.merge_cells("A1:D2")

    (grid,) = grids_of(book(change=add_title))
    assert grid.rows == ((), (), (), ("Вопрос", "Вид"), ("Чего вы ждёте?", "текст"))


def test_a_merge_over_the_whole_sheet_is_refused() -> None:
    with ZipFile(BytesIO(book(QUESTION))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    merged = sheet.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="F9:XFD1048576"/></mergeCells>')
    content = with_part(book(QUESTION), "xl/worksheets/sheet1.xml", merged)
    assert problem_of(content) == FileProblem(FileReason.MERGED, seen=("survey", "F9"))


def test_more_rows_than_a_questionnaire_has_are_refused() -> None:
    assert len(grids_of(book(*[QUESTION] * (MOST_ROWS - 1)))[0].rows) == MOST_ROWS
    found = problem_of(book(*[QUESTION] * MOST_ROWS))
    assert found == FileProblem(FileReason.TOO_MANY_ROWS, MOST_ROWS, ("survey",))


def test_lists_of_words_may_be_longer_than_the_questions() -> None:
    def add(made: Workbook, _: Worksheet, count: int = MOST_CHOICES) -> None:
        lists = made.create_sheet("choices")
        for at in range(count):
            lists.append(["subjects", f"s{at}", f"Предмет {at}"])

    assert len(grids_of(book(QUESTION, change=add))[1].rows) == MOST_CHOICES
    too_many = book(QUESTION, change=lambda made, sheet: add(made, sheet, MOST_CHOICES + 1))
    assert problem_of(too_many) == FileProblem(FileReason.TOO_MANY_ROWS, MOST_CHOICES, ("choices",))


def test_more_columns_or_sheets_than_a_questionnaire_has_are_refused() -> None:
    wide = (*QUESTION, *[""] * (MOST_COLUMNS - 4), "x")
    assert len(grids_of(book(wide))[0].rows[1]) == MOST_COLUMNS
    assert problem_of(book(("", *wide))) == FileProblem(FileReason.TOO_MANY_COLUMNS, MOST_COLUMNS, ("survey",))
    many = book(QUESTION, change=lambda made, _: [made.create_sheet(f"Лист {at}") for at in range(MOST_SHEETS)])
    assert problem_of(many) == FileProblem(FileReason.TOO_MANY_SHEETS, MOST_SHEETS)


def test_more_text_than_a_questionnaire_has_is_refused() -> None:
    long = ("text", "goal", "Ж" * 32_000)
    assert problem_of(book(*[long] * 20)) == FileProblem(FileReason.TOO_LARGE)


def test_a_file_that_could_not_be_marked_in_time_is_refused() -> None:
    ghost = b"<!-- " + b"0123456789" * (MOST_XML // 10) + b" -->"
    with ZipFile(BytesIO(book(QUESTION))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    content = with_part(book(QUESTION), "xl/worksheets/sheet2.xml", sheet + ghost)
    assert problem_of(content) == FileProblem(FileReason.TOO_LARGE)


def test_macros_protection_and_links_to_other_files_change_nothing() -> None:
    def protect(_: Workbook, sheet: Worksheet) -> None:
        sheet.protection.set_password("школа")
        sheet.protection.enable()

    plain = book(QUESTION, change=protect)
    with ZipFile(BytesIO(plain)) as parts:
        types = parts.read("[Content_Types].xml")
    macros = types.replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    content = with_part(with_part(plain, "xl/vbaProject.bin", b"Sub Auto_Open()"), "[Content_Types].xml", macros)
    assert grids_of(content) == grids_of(plain) == (Grid("survey", (HEADINGS, QUESTION)),)


def test_the_words_of_a_file_never_reach_the_logs(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read(with_part(book(QUESTION), "xl/styles.xml", b"<styleSheet/>"))
    assert QUESTION[2] not in caplog.text
