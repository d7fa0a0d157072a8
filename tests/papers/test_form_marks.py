"""The coordinator's own file with notes in the wrong cells: nothing of theirs is lost, and it can be sent again."""

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers.form_marks import COLOUR, OPENING, mark
from mentoring.papers.form_words import sentence
from mentoring.rules.form_files import CellProblem, CellReason, Grid
from tests.papers.workbooks import sheets, texts, with_part

ROWS = (("Вид", "Вопрос", "Варианты"), ("текст", "Чего вы ждёте?", ""), ("выбор", "Когда?", "Утром\nВечером"))
GRID = Grid("Вопросы", ROWS)
MISSING = CellProblem("Вопросы", 2, 2, CellReason.MISSING)
TOO_LONG = CellProblem("Вопросы", 2, 2, CellReason.TEXT_TOO_LONG, "400", ("350",))


def own_file() -> bytes:
    """With a look of its own, a list to choose from, a note of a colleague's and a sheet that is none of ours."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Вопросы"
    for row in ROWS:
        sheet.append(list(row))
    sheet["A1"].font = Font(bold=True)
    sheet["B3"].fill = PatternFill("solid", fgColor="FFCCE5FF")
    sheet["B3"].comment = Comment("Спросить у завуча", "Полевой Глеб")
    sheet.column_dimensions["B"].width = 50
    offered = DataValidation(type="list", formula1='"текст,выбор"')
    offered.add("A2:A100")
    sheet.add_data_validation(offered)
    book.create_sheet("Черновик").append(["=1+1"])
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def marked(*problems: CellProblem, content: bytes = b"", grids: Sequence[Grid] = (GRID,)) -> bytes:
    return mark(content or own_file(), grids, problems)


def note(sheet: Worksheet, cell: str) -> str:
    comment = sheet[cell].comment
    return comment.text if comment else ""


def coloured(sheet: Worksheet) -> list[str]:
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == COLOUR]


def test_a_wrong_cell_is_coloured_and_says_what_to_do() -> None:
    sheet = sheets(marked(MISSING))["Вопросы"]
    assert coloured(sheet) == ["B2"]
    assert note(sheet, "B2") == OPENING + sentence(MISSING)


def test_all_that_was_in_the_file_is_in_the_marked_one() -> None:
    book = load_workbook(BytesIO(marked(MISSING)))
    sheet = book["Вопросы"]
    assert texts(sheet) == [list(row) for row in ROWS[:1]] + [["текст", "Чего вы ждёте?", ""], list(ROWS[2])]
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["B"].width == 50
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["A2:A100"]
    assert sheet["B3"].fill.fgColor.rgb == "FFCCE5FF"
    assert book["Черновик"]["A1"].value == "=1+1"


def test_several_troubles_of_one_cell_are_one_note() -> None:
    sheet = sheets(marked(MISSING, TOO_LONG, MISSING))["Вопросы"]
    assert note(sheet, "B2") == f"{OPENING}{sentence(MISSING)}\n{sentence(TOO_LONG)}"


def test_a_colleagues_note_is_kept_below_ours() -> None:
    sheet = sheets(marked(CellProblem("Вопросы", 3, 2, CellReason.MISSING)))["Вопросы"]
    assert note(sheet, "B3").startswith(OPENING + sentence(MISSING))
    assert note(sheet, "B3").endswith("Спросить у завуча")


def test_a_whole_row_is_coloured_at_its_beginning_and_a_whole_sheet_in_its_first_cell() -> None:
    row = CellProblem("Вопросы", 3, 0, CellReason.UNCLOSED_GROUP)
    whole = CellProblem("Вопросы", 0, 0, CellReason.NO_QUESTIONS)
    sheet = sheets(marked(row, whole))["Вопросы"]
    assert coloured(sheet) == ["A1", "A3", "B3", "C3"]
    assert note(sheet, "A3") == OPENING + sentence(row)
    assert note(sheet, "A1") == OPENING + sentence(whole)


def test_the_trouble_of_a_missing_sheet_is_told_on_the_first_one() -> None:
    problem = CellProblem("Анкета", 0, 0, CellReason.MISSING)
    assert note(sheets(marked(problem))["Вопросы"], "A1") == OPENING + sentence(problem)


def heights(content: bytes) -> list[float]:
    """Of the notes, in the order of their cells: openpyxl writes how large a note is and does not read it."""
    with ZipFile(BytesIO(content)) as parts:
        drawn = next(parts.read(name) for name in parts.namelist() if name.endswith(".vml"))
    return [float(size) for size in re.findall(rb"height:([\d.]+)p[tx]", drawn)]


def test_a_note_is_as_large_as_its_text_and_a_colleagues_stays_readable() -> None:
    small, colleagues = heights(marked(MISSING))
    assert heights(marked(MISSING, TOO_LONG))[0] > small > colleagues >= 40


def test_a_mended_file_loses_its_old_marks_and_keeps_the_colleagues_notes() -> None:
    first = marked(
        MISSING, CellProblem("Вопросы", 3, 2, CellReason.MISSING), CellProblem("Вопросы", 4, 5, MISSING.reason)
    )
    again = sheets(marked(TOO_LONG, content=first))["Вопросы"]
    assert coloured(again) == ["B2"]
    assert note(again, "B2") == OPENING + sentence(TOO_LONG)
    assert note(again, "B3") == "Спросить у завуча"
    assert note(again, "E4") == ""


def test_the_sheet_in_trouble_opens_and_no_other_is_typed_into() -> None:
    book = load_workbook(BytesIO(own_file()))
    book.create_sheet("choices").append(["list_name"])
    problem = CellProblem("choices", 1, 1, CellReason.MISSING_COLUMN, "name")
    made = marked(problem, content=saved(book), grids=(GRID, Grid("choices", (("list_name",),))))
    opened = load_workbook(BytesIO(made))
    assert opened.active is opened["choices"]
    assert [sheet.title for sheet in opened.worksheets if sheet.sheet_view.tabSelected] == ["choices"]


def test_a_note_for_merged_cells_stands_in_the_first_of_them() -> None:
    book = load_workbook(BytesIO(own_file()))
    book["Вопросы"].insert_rows(1)
    book["Вопросы"]["A1"] = "Анкета"
    book["Вопросы"].merge_cells("A1:C1")
    problem = CellProblem("Вопросы", 1, 2, CellReason.MISSING)
    sheet = sheets(marked(problem, content=saved(book), grids=(Grid("Вопросы", (("Анкета",), *ROWS)),)))["Вопросы"]
    assert note(sheet, "A1") == OPENING + sentence(problem)


def test_a_file_that_cannot_be_kept_whole_comes_back_as_its_cells() -> None:
    broken = with_part(own_file(), "xl/comments/comment1.xml", b"<comments><no")
    sheet = sheets(marked(MISSING, content=broken, grids=(Grid("Вопросы", (*ROWS, ("=1+1",))),)))["Вопросы"]
    assert [row[0] for row in texts(sheet)] == ["Вид", "текст", "выбор", "=1+1"]
    assert sheet["A4"].data_type == "s"
    assert coloured(sheet) == ["B2"]
