"""A school's own sheet out of an Excel file: the one that looks like what is wanted, every cell as text.

What is odd in a file, and what becomes of it:

- A sheet that is hidden is not read: the coordinator does not see what it says.
- A formula is noted by its place: what the file keeps as its value may be anything.
- A merged cell says its text in all of its places, for a lesson of two hours is two lessons. One that has its line
  to itself is a title and stays where it is.
- More filled rows, columns, sheets or text than any school has are refused. Blank rows between count for nothing;
  what stands below row 5,000 or right of column DX is not looked at.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from mentoring.papers.form_reader import MOST_XML, VISIBLE
from mentoring.papers.reading import as_seen, read_safely
from mentoring.papers.staff_reader import GUIDE
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.tables import Place, Table
from mentoring.rules.text import clean_text

MOST_ROWS = 600
MOST_COLUMNS = 120
MOST_SHEETS = 30
MOST_CHARACTERS = 300_000

_TOP = 12
_ROWS_SCANNED = 5_000
_COLUMNS_SCANNED = 128
_MOST_MERGED = 20_000  # cells that get a text of their neighbour
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
_CELLS = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)

Looks = Callable[[Table], bool]


class _Refused(Exception):
    """A sheet that cannot be read, found in the middle of it."""

    def __init__(self, reason: FileReason, *seen: str, limit: int = 0) -> None:
        self.problem = FileProblem(reason, limit, seen)
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class _Merged:
    """From its first place to its last, both inside."""

    first: Place
    last: Place

    @property
    def cells(self) -> int:
        return (self.last[0] - self.first[0] + 1) * (self.last[1] - self.first[1] + 1)


def read(content: bytes, looks: Looks) -> Table | FileProblem:
    """The first sheet that looks like it; NO_HEADER or NO_ROWS when there is none."""
    return read_safely(content, lambda safe: _read(safe, looks))


def _read(content: bytes, looks: Looks) -> Table | FileProblem:
    if _weight(content) > MOST_XML:
        return FileProblem(FileReason.TOO_LARGE)
    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    # Untyped on purpose: the stubs do not tell read-only sheets from others.
    sheets: list[Any] = [sheet for sheet in book.worksheets if sheet.title.strip() != GUIDE]
    try:
        if len(sheets) > MOST_SHEETS:
            return FileProblem(FileReason.TOO_MANY_SHEETS, MOST_SHEETS)
        return _found(sorted(sheets, key=lambda sheet: bool(sheet.sheet_state != VISIBLE)), looks)
    except _Refused as refused:
        return refused.problem
    finally:
        book.close()


def _found(sheets: list[Any], looks: Looks) -> Table | FileProblem:
    seen: tuple[str, ...] = ()
    for sheet in sheets:
        top = _table(sheet, list(islice(_lines(sheet, set()), _TOP)), set())
        if looks(top):
            if sheet.sheet_state != VISIBLE:
                return FileProblem(FileReason.HIDDEN_SHEET, seen=(sheet.title,))
            formulas: set[Place] = set()
            return _table(sheet, list(_counted(sheet, formulas)), formulas)
        seen = seen or next((tuple(filter(None, row)) for row in top.rows if any(row)), ())
    return FileProblem(FileReason.NO_HEADER if seen else FileReason.NO_ROWS, seen=seen)


def _counted(sheet: Any, formulas: set[Place]) -> Iterator[list[str]]:
    """The lines of a sheet as long as they are not too many, too wide or too long."""
    filled = characters = 0
    for line in _lines(sheet, formulas):
        filled += any(line)
        characters += sum(map(len, line))
        if filled > MOST_ROWS:
            raise _Refused(FileReason.TOO_MANY_ROWS, sheet.title, limit=MOST_ROWS)
        if any(line[MOST_COLUMNS:]):
            raise _Refused(FileReason.TOO_MANY_COLUMNS, sheet.title, limit=MOST_COLUMNS)
        if characters > MOST_CHARACTERS:
            raise _Refused(FileReason.TOO_LARGE)
        yield line


def _lines(sheet: Any, formulas: set[Place]) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file declares of its size is not to be trusted
    for at, cells in enumerate(islice(sheet.iter_rows(max_col=_COLUMNS_SCANNED), _ROWS_SCANNED)):
        filled = [column for column, cell in enumerate(cells) if cell.value is not None]
        formulas.update((at, column) for column in filled if cells[column].data_type == "f")
        yield [_text(cell) for cell in cells[: filled[-1] + 1]] if filled else []


def _text(cell: Any) -> str:
    return "" if cell.data_type in ("f", "e") else clean_text(as_seen(cell.value))


def _table(sheet: Any, rows: list[list[str]], formulas: set[Place]) -> Table:
    while rows and not any(rows[-1]) and not any(row == len(rows) - 1 for row, _ in formulas):
        rows.pop()
    widest = max((len(row) for row in rows), default=0)
    told = 0
    for merged in _merged(sheet, len(rows), widest):
        told += merged.cells
        if told > _MOST_MERGED:
            raise _Refused(FileReason.MERGED, sheet.title)
        _fill(rows, formulas, merged)
    return Table(sheet.title, tuple(tuple(row) for row in rows), frozenset(formulas))


def _merged(sheet: Any, rows: int, columns: int) -> Iterator[_Merged]:
    """Only as far as there is anything: a merged cell may reach to the end of the sheet."""
    with sheet._get_source() as part:  # openpyxl's read-only sheets do not tell which cells are merged
        found = _MERGED.findall(part.read())
    for left, top, right, bottom in found:
        first = int(top) - 1, column_index_from_string(left.decode()) - 1
        last = min(int(bottom), rows) - 1, min(column_index_from_string(right.decode()), columns) - 1
        if first[0] <= last[0] and first[1] <= last[1]:
            yield _Merged(first, last)


def _fill(rows: list[list[str]], formulas: set[Place], merged: _Merged) -> None:
    (top, left), (bottom, right) = merged.first, merged.last
    text = rows[top][left] if left < len(rows[top]) else ""
    if top == bottom and sum(map(bool, rows[top])) <= 1:
        return
    for row in range(top, bottom + 1):
        rows[row].extend([""] * (right + 1 - len(rows[row])))
        rows[row][left : right + 1] = [text] * (right + 1 - left)
        if merged.first in formulas:
            formulas.update((row, column) for column in range(left, right + 1))


def _weight(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return sum(entry.file_size for entry in archive.infolist() if _CELLS.fullmatch(entry.filename))
