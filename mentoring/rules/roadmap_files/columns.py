"""The heading row of a roadmap, however the school spells it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.rules.roadmap_files.markup import line
from mentoring.rules.roadmap_files.model import Column, Grid
from mentoring.rules.text import words_of

HEADINGS_WITHIN = 30  # a title and the papers' «Утверждаю» stand above
MOST_COLUMNS = 60

_LONGEST_HEADING = 100
_MOST_WORDS = 8
# The first that a heading's words hold: «Сроки реализации этапа» is a term, «Содержание этапа» is no title.
_WORDS = (
    (Column.TERM, r"\b(?:срок\w*|дат[аы]|период\w*|время|когда)\b"),
    (Column.RESPONSIBLE, r"\b(?:ответственн\w*|исполнител\w*|кто)\b"),
    (Column.EXPECTED, r"\b(?:результат\w*|ожидаем\w*|показател\w*|продукт\w*|эффект\w*|подтвержден\w*)\b"),
    (Column.CONTENT, r"\b(?:содержан\w*|мероприят\w*|деятельност\w*|действи\w*|работы?|дела)\b"),
    (Column.TITLE, r"\b(?:этап\w*|направлени\w*|раздел\w*|задач\w*|наименовани\w*|название)\b"),
)
_NUMBER = re.compile(r"(?:номер|n|no|п)?(?: ?п)*(?: этапа)?")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the heading row stands, from 0, and where in it each column does."""

    row: int
    places: Mapping[Column, int]

    def cell(self, row: Sequence[str], column: Column) -> str:
        place = self.places.get(column, len(row))
        return row[place] if place < len(row) else ""

    @property
    def missing(self) -> tuple[Column, ...]:
        """What a roadmap cannot do without and this one does."""
        has_content = Column.CONTENT in self.places or Column.TITLE in self.places
        wanted = (() if has_content else (Column.CONTENT,), () if Column.TERM in self.places else (Column.TERM,))
        return wanted[0] + wanted[1]


def find_headings(grid: Grid) -> Headings | None:
    """The row that names most columns, the first of equals; one word alone is no heading row."""
    best: Headings | None = None
    for at, row in enumerate(grid[:HEADINGS_WITHIN]):
        found = Headings(at, _places(row[:MOST_COLUMNS]))
        if best is None or _worth(found) > _worth(best):
            best = found
    return best if best is not None and _worth(best)[1] >= 2 else None


def same_headings(first: Sequence[str], second: Sequence[str]) -> bool:
    """Is it the same row again, on the next page or above the second half of the table?"""
    return [words_of(cell) for cell in first] == [words_of(cell) for cell in second]


def _worth(found: Headings) -> tuple[bool, int]:
    return not found.missing, len(found.places)


def _places(row: Sequence[str]) -> dict[Column, int]:
    places: dict[Column, int] = {}
    for at, cell in enumerate(row):
        column = _column(cell)
        if column is Column.CONTENT and column in places and Column.TITLE not in places:
            places[Column.TITLE] = places[column]  # «Мероприятие», then «Содержание деятельности»
            places[column] = at
        elif column is not None:
            places.setdefault(column, at)
    return places


def _column(cell: str) -> Column | None:
    if len(cell) > _LONGEST_HEADING or not cell.strip():
        return None
    words = words_of(line(cell))
    said = " ".join(words)
    if len(words) > _MOST_WORDS:
        return None
    found = next((column for column, pattern in _WORDS if re.search(pattern, said)), None)
    return found or (Column.NUMBER if _NUMBER.fullmatch(said) and _looks_like_number(cell) else None)


def _looks_like_number(cell: str) -> bool:
    return "№" in cell or "п" in cell.casefold() or "номер" in cell.casefold() or cell.strip() in {"N", "No"}
