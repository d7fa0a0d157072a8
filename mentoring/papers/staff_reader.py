"""A staff list out of an Excel file: rows with their real numbers, every cell as text."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from mentoring.papers.reading import as_seen, read_safely
from mentoring.papers.staff_headings import Headings, find_headings
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import Sheet
from mentoring.rules.staff_list import Column, StaffRow
from mentoring.rules.text import clean_line

SHEET = "Сотрудники"
GUIDE = "Как заполнять"  # holds examples: never read
MOST_ROWS = 2_000
HEADINGS_WITHIN = 10

_MOST_COLUMNS = 60
_MOST_SCANNED = 20_000  # a file may number its rows up to any figure: we stop counting here
Formulas = dict[int, list[int]]  # places in a row, by the row, both from 0
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})


def read(content: bytes) -> Sheet | FileProblem:
    """The sheet «Сотрудники», or the first one that has a column of names."""
    return read_safely(content, _read)


def _read(content: bytes) -> Sheet | FileProblem:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    # Untyped on purpose: the stubs do not tell read-only sheets from others.
    sheets: list[Any] = list(book.worksheets)
    ours = [sheet for sheet in sheets if sheet.title.strip() == SHEET]
    seen: tuple[str, ...] = ()
    try:
        for sheet in ours or [sheet for sheet in sheets if sheet.title.strip() != GUIDE]:
            top = list(_texts(sheet, HEADINGS_WITHIN))
            if found := find_headings(top):
                return _people(sheet, *found, _formulas(content, sheet.title, found[1]))
            seen = seen or next((tuple(filter(None, row)) for row in top if any(row)), ())
    finally:
        book.close()
    return FileProblem(FileReason.NO_HEADER if seen else FileReason.NO_ROWS, seen=seen)


def _formulas(content: bytes, title: str, headings: Headings) -> Formulas:
    """Which cells of names are formulas: read once more, for values and formulas are not had together."""
    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    sheet: Any = book[title]
    sheet.reset_dimensions()
    found: Formulas = {}
    try:
        for at, cells in enumerate(islice(sheet.iter_rows(max_col=_MOST_COLUMNS), _MOST_SCANNED)):
            places = [at for at in headings.name_places if at < len(cells) and cells[at].data_type == "f"]
            if places:
                found[at] = places
    except MemoryError:
        raise
    except Exception:
        return found  # a formula that openpyxl cannot parse is no reason to lose the values
    finally:
        book.close()
    return found


def _people(sheet: Any, heading_row: int, headings: Headings, formulas: Formulas) -> Sheet | FileProblem:
    rows = []
    for at, cells in enumerate(_texts(sheet, _MOST_SCANNED)):
        row = _row(at + 1, cells, headings)
        if not all(place < len(cells) and cells[place] for place in formulas.get(at, ())):
            row = replace(row, name="", is_formula=True)
        if at <= heading_row or row == StaffRow(at + 1, ""):
            continue
        rows.append(row)
        if len(rows) > MOST_ROWS:
            return FileProblem(FileReason.TOO_MANY_ROWS, limit=MOST_ROWS)
    while rows and rows[-1] == StaffRow(rows[-1].row, "", is_formula=True):
        rows.pop()  # dragged on below the list
    if not rows:
        return FileProblem(FileReason.NO_ROWS)
    return Sheet(sheet.title, tuple(rows), headings.columns, headings.ignored)


def _row(number: int, cells: list[str], headings: Headings) -> StaffRow:
    return StaffRow(
        row=number,
        name=headings.name(cells),
        position=headings.cell(cells, Column.POSITION),
        subjects=headings.cell(cells, Column.SUBJECTS),
        levels=headings.cell(cells, Column.LEVELS),
        experience=headings.cell(cells, Column.EXPERIENCE),
        role=headings.cell(cells, Column.ROLE),
    )


def _texts(sheet: Any, most: int) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file declares of its size is not to be trusted
    for at, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)):
        if at >= most:
            return
        # Blank rows are the many: a file may number its one row a million.
        yield [_text(cell) for cell in cells] if any(cell is not None for cell in cells) else []


def _text(value: object) -> str:
    text = clean_line(as_seen(value))
    return "" if text in _ERRORS else text
