"""Rows of the table: each cell as lines, or the complaint that it is too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentoring.rules.roadmap_files.columns import Headings
from mentoring.rules.roadmap_files.markup import lines, plain_lines
from mentoring.rules.roadmap_files.model import Column, Grid, Problem, Reason
from mentoring.rules.roadmap_files.people import LONGEST_RESPONSIBLE
from mentoring.rules.roadmap_files.terms import LONGEST_TERM
from mentoring.rules.text import has_words

MOST_ROWS = 400
LONGEST_CELL = 20_000  # with its markup

_LONGEST = {
    Column.NUMBER: 300,  # a section's title stands here too
    Column.TITLE: 300,
    Column.CONTENT: 10_000,
    Column.TERM: LONGEST_TERM,
    Column.RESPONSIBLE: LONGEST_RESPONSIBLE,
    Column.EXPECTED: 3_000,
}


@dataclass(frozen=True, slots=True)
class Row:
    """`at` counts the rows under the headings from 1; a cell that is too long to be looked at has no lines."""

    at: int
    number: tuple[str, ...]
    title: tuple[str, ...]
    content: tuple[str, ...]
    term: tuple[str, ...]
    responsible: tuple[str, ...]
    expected: tuple[str, ...]
    too_long: tuple[Column, ...] = ()

    @property
    def number_text(self) -> str:
        return " ".join(self.number)

    @property
    def title_text(self) -> str:
        return " ".join(self.title)

    @property
    def section(self) -> str:
        """A title across the whole table stands in its first cell, alone."""
        alone = not any((self.title, self.content, self.term, self.responsible, self.expected))
        return self.number_text if alone and any(mark.isalpha() for mark in self.number_text) else ""


def rows_of(under: Grid, headings: Headings) -> tuple[Row, ...]:
    """Every row that says something; the numbers of columns that some papers have under the headings do not."""
    rows = [_row(at, cells, headings) for at, cells in enumerate(under, start=1) if not _counts_columns(cells)]
    return tuple(row for row in rows if row.too_long or _says(row))


def long_texts(rows: Sequence[Row]) -> tuple[Problem, ...]:
    return tuple(
        Problem(Reason.TEXT_TOO_LONG, row.at, column, _LONGEST[column]) for row in rows for column in row.too_long
    )


def _row(at: int, cells: Sequence[str], headings: Headings) -> Row:
    raw = {column: headings.cell(cells, column) for column in Column}
    if Column.NUMBER not in headings.places and 0 not in headings.places.values():
        raw[Column.NUMBER] = cells[0] if cells else ""
    read = {column: _lines(column, cell) if len(cell) <= LONGEST_CELL else () for column, cell in raw.items()}
    return Row(
        at,
        read[Column.NUMBER],
        read[Column.TITLE],
        read[Column.CONTENT],
        read[Column.TERM],
        read[Column.RESPONSIBLE],
        read[Column.EXPECTED],
        tuple(_too_long(raw, read)),
    )


def _lines(column: Column, cell: str) -> tuple[str, ...]:
    return lines(cell) if column is Column.CONTENT else plain_lines(cell)


def _too_long(raw: dict[Column, str], read: dict[Column, tuple[str, ...]]) -> Iterator[Column]:
    for column, most in _LONGEST.items():
        if len(raw[column]) > LONGEST_CELL or sum(map(len, read[column])) > most:
            yield column


def _says(row: Row) -> bool:
    cells = (row.title, row.content, row.term, row.responsible, row.expected)
    return any(has_words(text) for cell in cells for text in cell) or bool(row.section)


def _counts_columns(cells: Sequence[str]) -> bool:
    said = [cell.strip(" .)") for cell in cells if cell.strip()]
    return len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]
