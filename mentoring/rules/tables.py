"""A sheet of a workbook as its cells read, whatever it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from mentoring.rules.privacy import looks_like_document

LONGEST_SHOWN = 60
HIDDEN = "…"

Place: TypeAlias = tuple[int, int]  # a row and a column, both from 0


@dataclass(frozen=True, slots=True)
class Table:
    """`rows[0]` is Excel's first row, «» an empty cell; rows may be of different lengths.

    A merged cell says its text in all of its places. A formula reads as an empty cell: its place is in `formulas`.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[Place] = field(default_factory=frozenset)

    def cell(self, row: int, column: int) -> str:
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def has_formula(self, row: int, columns: Sequence[int]) -> bool:
        """Is any of these cells of the row counted by Excel, so that we do not know what it says?"""
        return any((row, column) in self.formulas for column in columns)


def shown(cell: str) -> str:
    """What a complaint may repeat of a cell: its beginning, and nothing that reads as a document or a telephone."""
    return HIDDEN if looks_like_document(cell) else cell[:LONGEST_SHOWN]
