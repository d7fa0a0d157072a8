"""What a section of the year's report has in tables."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentoring.papers.year_values import Counts, YearPair

Cell: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is its sheet in Excel, `widths` are those of its columns, in millimetres of a page."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    tables: tuple[Table, ...]


def table(
    name: str, headings: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], widths: tuple[int, ...]
) -> Iterator[Table]:
    """Without rows there is none."""
    if rows:
        yield Table(name, headings, tuple(rows), widths)


def counts(name: str, counts: Counts) -> Iterator[Table]:
    yield from table(name, (name, "Сколько"), counts, (140, 30))


def by(pairs: Sequence[YearPair], key: Callable[[YearPair], str]) -> Counts:
    """The most frequent first."""
    found = Counter(key(each) for each in pairs)
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))
