"""The coordinator's own workbook sent back: what is wrong stands as a note in its very cell.

The file that comes back is mended and sent again, so marks of an earlier time are taken off first.
"""

import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import product

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers import form_words
from mentoring.rules.form_files import CellProblem, Grid

OPENING = "Бот «Наставник»:\n"  # how a note of ours is known again: office suites do not all keep its author
COLOUR = "FFFFE0B2"

_AUTHOR = "Наставник"
_RULE = "\n— — —\n"  # below it stands what had been noted in the cell before
_ROW_CELLS = 3
_WIDTH, _LINE, _LETTERS_A_LINE = 320, 20, 42  # of a note, in pixels
_SPARE_ROWS, _SPARE_COLUMNS = 3, 3  # marks may stand beside what is filled


def mark(content: bytes, grids: Sequence[Grid], problems: Sequence[CellProblem]) -> bytes:
    """The same workbook with notes, without macros; a new one of the same cells if openpyxl cannot keep the rest."""
    book = _copy(content, grids)
    for grid in grids:
        _clean(book[grid.title], grid)
    for problem in problems:
        _mark(book[problem.sheet] if problem.sheet in book.sheetnames else book.worksheets[0], problem)
    if problems and problems[0].sheet in book.sheetnames:
        _open_at(book, book[problems[0].sheet])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _copy(content: bytes, grids: Sequence[Grid]) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl tells of what it skips and names cells' values while at it.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        try:
            return load_workbook(BytesIO(content))
        except Exception:  # pictures, styles: what the reader has not looked at may be broken in any way
            return _again(grids)


def _again(grids: Sequence[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.title)
        for row, texts in enumerate(grid.rows, start=1):
            for column, text in enumerate(texts, start=1):
                cell = sheet.cell(row, column, text)
                cell.data_type = "s"  # never a formula
    return book


def _open_at(book: Workbook, sheet: Worksheet) -> None:
    """On this sheet alone: what is typed while two are selected goes into both."""
    if sheet.sheet_state == "visible":
        book.active = sheet
        for each in book.worksheets:
            each.sheet_view.tabSelected = each is sheet


def _clean(sheet: Worksheet, grid: Grid) -> None:
    rows = range(1, len(grid.rows) + 1 + _SPARE_ROWS)
    columns = range(1, max(map(len, grid.rows), default=0) + 1 + _SPARE_COLUMNS)
    for row, column in product(rows, columns):
        cell = sheet.cell(row, column)
        if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb == COLOUR:
            cell.fill = PatternFill()
        if cell.comment:
            _note(cell, (), _parts(cell)[1])  # theirs anew too: openpyxl has forgotten how large it was


def _mark(sheet: Worksheet, problem: CellProblem) -> None:
    row, column = max(problem.row, 1), max(problem.column, 1)
    width = _ROW_CELLS if problem.row and not problem.column else 1
    for at in range(column, column + width):
        sheet.cell(row, at).fill = PatternFill("solid", fgColor=COLOUR)
    cell = _keeper(sheet, row, column)
    sentences, before = _parts(cell)
    _note(cell, dict.fromkeys([*sentences, form_words.sentence(problem)]), before)


def _keeper(sheet: Worksheet, row: int, column: int) -> Cell | MergedCell:
    """The cell itself, or the first of those that are merged with it: only that one can have a note."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        merged = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
        return sheet.cell(merged.min_row, merged.min_col)
    return cell


def _parts(cell: Cell | MergedCell) -> tuple[list[str], str]:
    """Our sentences and what the school's own people have noted there."""
    text = cell.comment.text if cell.comment else ""
    if not text.startswith(OPENING):
        return [], text
    ours, _, before = text.removeprefix(OPENING).partition(_RULE)
    return ours.split("\n"), before


def _note(cell: Cell | MergedCell, sentences: Iterable[str], before: str) -> None:
    ours = "\n".join(sentences)
    text = _RULE.join(part for part in (ours and OPENING + ours, before) if part)
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
    author = _AUTHOR if ours or cell.comment is None else cell.comment.author
    cell.comment = Comment(text, author, height=_LINE * (lines + 1), width=_WIDTH) if text else None
