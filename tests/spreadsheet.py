"""A person who changes a questionnaire's workbook in a spreadsheet program: openpyxl plays the program."""

from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

QUESTIONS = "Вопросы"

Edit: TypeAlias = Callable[[Worksheet], None]


def edited(content: bytes, sheet: str, *edits: Edit) -> bytes:
    book = load_workbook(BytesIO(content))
    for edit in edits:
        edit(book[sheet])
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def column(sheet: Worksheet, heading: str) -> int:
    headings = [str(cell.value).casefold() for cell in sheet[1]]
    return next(number for number, each in enumerate(headings, 1) if each.startswith(heading))


def row_of(sheet: Worksheet, code: str) -> int:
    codes = [row[column(sheet, "код") - 1] for row in sheet.iter_rows(values_only=True)]
    return codes.index(code) + 1


def inserts(before: str, **cells: str) -> Edit:
    """A row of its own; a heading of several words is written with underscores."""

    def edit(sheet: Worksheet) -> None:
        row = row_of(sheet, before)
        sheet.insert_rows(row)
        for heading, value in cells.items():
            sheet.cell(row, column(sheet, heading.replace("_", " ")), value)

    return edit


def breaks(code: str, heading: str, value: str) -> Edit:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, code), column(sheet, heading), value)

    return edit


def noted(content: bytes, sheet: str) -> set[tuple[str, str]]:
    """The cells that are coloured and have a note: their column's heading and what is in them."""
    marked = load_workbook(BytesIO(content))[sheet]
    return {
        (str(marked.cell(1, number).value).casefold(), str(cell.value or ""))
        for row in marked.iter_rows(min_row=2)
        for number, cell in enumerate(row, 1)
        if cell.comment is not None and cell.fill.fill_type == "solid"
    }
