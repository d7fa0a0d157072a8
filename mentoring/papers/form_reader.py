"""A questionnaire out of an Excel file: its sheets with every cell as people see it.

What is odd in a file, and what becomes of it:

- A hidden sheet is not read: nobody is asked what the coordinator does not see. One that would be read is refused by
  its name; only «choices» may be hidden, lists of words often are. Hidden rows and columns are read, for a filter
  hides rows too, and the preview shows every question.
- A formula in a sheet that is read is refused by its cell: what the file keeps as its value may be anything.
- Merged cells keep one text, in the first of them. They are refused by their place, unless it is a title: nothing
  else stands in its lines. A title above the questions is no part of the questionnaire.
- Macros are never run and links to other files never followed: without them the cells are as good as any.
- A protected sheet is read, a file that is locked by a password is refused.
- More filled rows, columns, sheets or text than any questionnaire has are refused. Blank rows between count for
  nothing; what stands below row 20,000 or right of column IV is not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from mentoring.papers.reading import as_seen, read_safely
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules import form_files
from mentoring.rules.form_files import Grid
from mentoring.rules.form_files.russian_words import QUESTIONS_SHEET, SETTINGS_SHEET
from mentoring.rules.form_files.xlsform_words import CHOICES, OTHER_SHEETS, SETTINGS, SURVEY
from mentoring.rules.text import clean_text

MOST_ROWS = 400
MOST_CHOICES = 3_000
MOST_COLUMNS = 60
MOST_SHEETS = 10
MOST_CHARACTERS = 500_000
MOST_XML = 5 * 2**20  # unpacked, pictures aside: the marked copy is made of the whole file

VISIBLE = "visible"

_OURS = frozenset({QUESTIONS_SHEET.casefold(), SETTINGS_SHEET.casefold()})
_NAMED = frozenset({SURVEY, CHOICES, SETTINGS, *OTHER_SHEETS, SETTINGS_SHEET.casefold()})
_TOP = 10
_ROWS_SCANNED = 20_000  # a file may number its rows up to any figure: we stop counting here
_COLUMNS_SCANNED = 256
_CELLS_NAMED = 6
_TITLE_LINES = 10
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):[A-Z]+(\d+)["']""")
_CELLS = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)

Line = tuple[str, ...]


class _Refused(Exception):
    """A sheet that cannot be read, found in the middle of it."""

    def __init__(self, reason: FileReason, *seen: str, limit: int = 0) -> None:
        self.problem = FileProblem(reason, limit, seen)
        super().__init__(reason)


def read(content: bytes) -> tuple[Grid, ...] | FileProblem:
    """The sheets that make a questionnaire; NO_FORM when it is none, with the sheet that is called as if it were."""
    return read_safely(content, _read)


def _read(content: bytes) -> tuple[Grid, ...] | FileProblem:
    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    # Untyped on purpose: the stubs do not tell read-only sheets from others.
    sheets: list[Any] = list(book.worksheets)
    try:
        ours = _ours(sheets)
        if not ours:
            return FileProblem(
                FileReason.NO_FORM, seen=tuple(each.title for each in sheets if _name(each) in _OURS)[:1]
            )
        if len(sheets) > MOST_SHEETS:
            return FileProblem(FileReason.TOO_MANY_SHEETS, MOST_SHEETS)
        grids = tuple(_grid(sheet) for sheet in ours)
    except _Refused as refused:
        return refused.problem
    finally:
        book.close()
    return FileProblem(FileReason.TOO_LARGE) if _weight(content) > MOST_XML else grids


def _ours(sheets: Sequence[Any]) -> list[Any]:
    """Those with a name that means something, and the first with questions, one that is not hidden if there is any."""
    asking = [sheet for sheet in sheets if form_files.is_form([Grid(sheet.title, _untitled(_top(sheet), sheet))])]
    first = sorted(asking, key=lambda sheet: bool(sheet.sheet_state != VISIBLE))[:1]
    return [sheet for sheet in sheets if sheet in first or (first and _name(sheet) in _NAMED)]


def _top(sheet: Any) -> list[Line]:
    return list(islice(_lines(sheet), _TOP))


def _name(sheet: Any) -> str:
    return str(sheet.title).strip().casefold()


def _grid(sheet: Any) -> Grid:
    rows = list(_counted(sheet))
    while rows and not any(rows[-1]):
        rows.pop()
    if rows and sheet.sheet_state != VISIBLE and _name(sheet) != CHOICES:
        raise _Refused(FileReason.HIDDEN_SHEET, sheet.title)
    if cell := _merged(sheet, rows):
        raise _Refused(FileReason.MERGED, sheet.title, cell)
    return Grid(sheet.title, _untitled(rows, sheet))


def _untitled(rows: list[Line], sheet: Any) -> tuple[Line, ...]:
    """Lines with one text above the headings are read as blank, so that Excel's numbers stay."""
    top = next((at for at, line in enumerate(rows) if len(list(filter(None, line))) > 1), 0)
    return tuple(rows) if _name(sheet) in _NAMED else (*[()] * top, *rows[top:])


def _counted(sheet: Any) -> Iterator[Line]:
    """The lines of a sheet as long as they are not too many, too wide or too long."""
    most = MOST_CHOICES if _name(sheet) == CHOICES else MOST_ROWS
    filled = characters = 0
    formulas: list[str] = []
    for line in _lines(sheet, formulas):
        filled += any(line)
        characters += sum(map(len, line))
        if filled > most:
            raise _Refused(FileReason.TOO_MANY_ROWS, sheet.title, limit=most)
        if any(line[MOST_COLUMNS:]):
            raise _Refused(FileReason.TOO_MANY_COLUMNS, sheet.title, limit=MOST_COLUMNS)
        if characters > MOST_CHARACTERS:
            raise _Refused(FileReason.TOO_LARGE)
        yield line
    if formulas:
        raise _Refused(FileReason.FORMULA, sheet.title, *formulas[:_CELLS_NAMED])


def _lines(sheet: Any, formulas: list[str] | None = None) -> Iterator[Line]:
    """Every row up to its last filled cell; formulas are read as nothing and their places noted."""
    sheet.reset_dimensions()  # what a file declares of its size is not to be trusted
    for cells in islice(sheet.iter_rows(max_col=_COLUMNS_SCANNED), _ROWS_SCANNED):
        filled = [at for at, cell in enumerate(cells) if cell.value is not None]
        if formulas is not None:
            formulas += [cells[at].coordinate for at in filled if cells[at].data_type == "f"]
        yield _line(cells[: filled[-1] + 1]) if filled else ()


def _line(cells: Sequence[Any]) -> Line:
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(cell: Any) -> str:
    if cell.data_type in ("f", "e"):
        return ""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and cell.number_format.endswith("%"):
        return f"{as_seen(float(value) * 100)}%"
    return clean_text(as_seen(value))


def _merged(sheet: Any, rows: Sequence[Line]) -> str:
    """The first cell of those that are merged and are no title."""
    with sheet._get_source() as part:  # openpyxl's read-only sheets do not tell which cells are merged
        found = _MERGED.findall(part.read())
    for column, first, last in found:
        top, bottom = int(first), int(last)
        if (
            bottom - top >= _TITLE_LINES
            or sum(map(bool, (text for line in rows[top - 1 : bottom] for text in line))) > 1
        ):
            return f"{column.decode()}{top}"
    return ""


def _weight(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return sum(entry.file_size for entry in archive.infolist() if _CELLS.fullmatch(entry.filename))
