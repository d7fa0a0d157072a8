"""The cells of a sheet by the names of their columns; every complaint is noted with Excel's own row and column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from mentoring.rules.expressions import Language
from mentoring.rules.expressions.values import number_of
from mentoring.rules.form_files.model import CellProblem, CellReason, Grid
from mentoring.rules.text import clean_line, clean_text, fold

MOST_OPTIONS = 300  # that a list may have: nobody looks through more
UNKNOWN, IGNORED = "", "-"  # what a heading may be besides the name of a column

_YES = frozenset({"да", "+", "x", "х", "v", "✓", "1", "yes", "y", "true", "true()"})
_NO = frozenset({"", "нет", "-", "0", "no", "n", "false", "false()"})

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Headings:
    """How a notation names its columns: `named` gives a name, UNKNOWN or IGNORED for each heading."""

    named: Callable[[Sequence[str]], Sequence[str]]
    ours: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)  # columns that have no cell of their own but this


@dataclass(frozen=True, slots=True)
class Place:
    """Counted from 1; column 0 is the whole row, row 0 the whole sheet."""

    sheet: str
    row: int = 0
    column: int = 0


class Complaints:
    """All that is wrong with a workbook, each thing once."""

    def __init__(self) -> None:
        self._found: dict[CellProblem, None] = {}
        self._places: set[Place] = set()

    def add(self, place: Place, reason: CellReason, value: str = "", hints: Sequence[str] = (), *, at: int = 0) -> None:
        problem = CellProblem(place.sheet, place.row, place.column, reason, value, tuple(hints), at)
        self._found[problem] = None
        self._places.add(place)

    def has(self, place: Place) -> bool:
        """Is anything wrong with this very cell?"""
        return place in self._places

    def listed(self, titles: Sequence[str]) -> tuple[CellProblem, ...]:
        """In the order of the sheets, then of the rows and columns."""
        sheets = {title: at for at, title in enumerate(titles)}
        return tuple(sorted(self._found, key=lambda each: (sheets.get(each.sheet, -1), each.row, each.column, each.at)))


class Row:
    """Cells that belong together, by name: those of a question, or the settings of a form."""

    def __init__(
        self, cells: Mapping[str, str], places: Mapping[str, Place], whole: Place, complaints: Complaints
    ) -> None:
        self._cells = cells
        self._places = places
        self._whole = whole
        self._complaints = complaints

    def has(self, name: str) -> bool:
        """Is there such a column at all?"""
        return name in self._places

    def place(self, name: str) -> Place:
        """Of a column that is not there, the whole row."""
        return self._places.get(name, self._whole)

    def raw(self, name: str) -> str:
        """As it is written; the places inside an expression are counted in it."""
        return self._cells.get(name, "")

    def text(self, name: str) -> str:
        """Cleaned, with its line breaks."""
        return clean_text(self.raw(name))

    def line(self, name: str) -> str:
        """Cleaned, on one line."""
        return clean_line(self.raw(name))

    def needed(self, name: str) -> str:
        """A text that must be there."""
        if not self.text(name):
            self.complain(name, CellReason.MISSING)
        return self.text(name)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Yes or no, in any of the ways people tick a cell."""
        said = self.line(name).casefold()
        if said not in _YES | _NO:
            self.complain(name, CellReason.NOT_YES_OR_NO, self.line(name))
        return said in _YES if said else default

    def number(self, name: str, *, whole: bool = True) -> int | float | None:
        """None for an empty cell, and for one that holds no number."""
        said = self.line(name)
        number = number_of(said)
        if isinstance(number, float) and whole and number.is_integer():
            return int(number)
        if isinstance(number, str) or (isinstance(number, float) and whole):
            if said:
                self.complain(name, CellReason.NOT_A_NUMBER, said)
            return None
        return number

    def word(self, name: str, words: Mapping[str, Word], default: Word) -> Word:
        """One of a few words, or what we call it ourselves."""
        said = self.line(name)
        if not said:
            return default
        known = {each.value: each for each in words.values()} | dict(words)
        if fold(said) not in known:
            self.complain(name, CellReason.UNKNOWN_VALUE, said, tuple(words))
        return known.get(fold(said), default)

    def is_wrong(self, name: str) -> bool:
        """Has this cell been complained of?"""
        return self._complaints.has(self.place(name))

    def complain(
        self, name: str, reason: CellReason, value: str = "", hints: Sequence[str] = (), *, at: int = 0
    ) -> None:
        self._complaints.add(self.place(name), reason, value, hints, at=at)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with headings; blank rows are left out."""

    whole: Place
    columns: frozenset[str]
    rows: tuple[Row, ...]


def first_filled(grid: Grid) -> int | None:
    """The place of the headings, from 0."""
    return next((at for at, row in enumerate(grid.rows) if any(clean_line(cell) for cell in row)), None)


def read_table(grid: Grid, headings: Headings, complaints: Complaints) -> Table:
    """A column that is not ours is complained of when anything is written in it."""
    top = first_filled(grid)
    if top is None:
        return Table(Place(grid.title), frozenset(), ())
    below = [(at, row) for at, row in enumerate(grid.rows[top + 1 :], top + 2) if any(clean_line(each) for each in row)]
    width = max(len(row) for row in grid.rows)
    header = [*grid.rows[top], *[""] * (width - len(grid.rows[top]))]
    places: dict[str, int] = {}
    for at, name in enumerate(headings.named(header)):
        heading = Place(grid.title, top + 1, at + 1)
        if name in places:
            complaints.add(heading, CellReason.DOUBLED_COLUMN, clean_line(header[at]))
        elif name not in (UNKNOWN, IGNORED):
            places[name] = at
        elif name == UNKNOWN and any(clean_line(_cell(row, at)) for _, row in below):
            title = clean_line(header[at])
            complaints.add(heading, CellReason.UNKNOWN_COLUMN, title, Language.RUSSIAN.near(title, headings.ours))
    rows = []
    for number, row in below:
        cells = {name: _cell(row, at) for name, at in places.items()}
        here = {name: Place(grid.title, number, at + 1) for name, at in places.items()}
        here |= {alias: here[name] for alias, name in headings.aliases.items() if name in here}
        rows.append(Row(cells, here, Place(grid.title, number), complaints))
    return Table(Place(grid.title), frozenset(places), tuple(rows))


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""
