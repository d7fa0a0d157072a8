"""What a section of the year's report is made of: paragraphs, tables, pictures."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.year_values import Counts, YearPair

NOTHING = "Нет данных."

Cell: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `blank` asks for lines to be written on."""

    text: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is its sheet in Excel, `widths` are its columns in Word, in millimetres, 170 together."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Start and end of one circle as the chat shows it; without one the whole year."""

    of: ComparedPaper | None


Part: TypeAlias = Text | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    parts: tuple[Part, ...]


def table(
    name: str,
    headings: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    widths: tuple[int, ...],
    *,
    quietly: bool = False,
) -> Iterator[Part]:
    """Without rows a sentence says so, or nothing does."""
    if rows:
        yield Table(name, headings, tuple(rows), widths)
    elif not quietly:
        yield Text(f"{name}: {NOTHING.lower()}")


def counts(name: str, counts: Counts) -> Iterator[Part]:
    yield from table(name, (name, "Сколько"), counts, (140, 30), quietly=True)


def by(pairs: Sequence[YearPair], key: Callable[[YearPair], str]) -> Counts:
    """The most frequent first."""
    found = Counter(key(each) for each in pairs)
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))
