"""Meetings month by month, programmes and their steps."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_tables.model import Cell, Table, by, counts, table
from mentoring.papers.year_values import YearReport

# Millimetres: the table, the least that its first column takes, a month's most, the last column.
_WHOLE, _LEAST_KIND, _MOST_MONTH, _SUM = 170, 36, 16, 14
_NAMED_MONTHS = 9


def work(of: YearReport) -> Iterator[Table]:
    yield from _meetings(of)
    yield from counts("Программы", by(of.pairs, lambda each: each.programme or "программы нет"))


def _meetings(of: YearReport) -> Iterator[Table]:
    """Kinds stand in lines: their names are long, the months' are not."""
    months = {month: dict(found) for month, found in of.meetings}
    kinds = sorted({kind for found in months.values() for kind in found})
    rows: list[tuple[Cell, ...]] = [
        (kind, *(found.get(kind, 0) for found in months.values()), sum(found.get(kind, 0) for found in months.values()))
        for kind in kinds
    ]
    sums = [sum(found.values()) for found in months.values()]
    rows += [("всего", *sums, sum(sums))] if len(rows) > 1 else []
    month = min((_WHOLE - _LEAST_KIND - _SUM) // max(len(months), 1), _MOST_MONTH)
    widths = (_WHOLE - _SUM - month * len(months), *([month] * len(months)), _SUM)
    yield from table("Встречи", ("Вид", *(_short(each, len(months)) for each in months), "Все"), rows, widths)


def _short(month: str, many: int) -> str:
    """«2026-10» → «окт», «10» where the columns are narrow."""
    return words.month(month)[:3] if many <= _NAMED_MONTHS else month[5:]
