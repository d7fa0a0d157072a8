"""Meetings month by month, programmes and their steps."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_sections.model import Cell, Part, Text, by, counts, table
from mentoring.papers.year_values import YearReport

_WHOLE, _LEAST_KIND, _MOST_MONTH = 170, 40, 18  # millimetres: the table, its first column, a month's


def work(of: YearReport) -> Iterator[Part]:
    total = sum(many for _, found in of.meetings for _, many in found)
    yield Text(f"Отмечено встреч: {total}. Встречи отмечают сами участники пар, содержание разговоров не собирается.")
    yield from _meetings(of)
    yield from counts("Программы", by(of.pairs, lambda each: each.programme or "программы нет"))
    due, done = sum(each.steps_due for each in of.pairs), sum(each.steps_done for each in of.pairs)
    yield Text(f"Мероприятий программ, чей срок наступил: {due}, из них выполнено: {done}.")


def _meetings(of: YearReport) -> Iterator[Part]:
    """Kinds stand in lines: their names are long, the months' are not."""
    months = {month: dict(found) for month, found in of.meetings}
    kinds = sorted({kind for found in months.values() for kind in found})
    rows: list[tuple[Cell, ...]] = [
        (kind, *(found.get(kind, 0) for found in months.values()), sum(found.get(kind, 0) for found in months.values()))
        for kind in kinds
    ]
    sums = [sum(found.values()) for found in months.values()]
    rows += [("всего", *sums, sum(sums))] if len(rows) > 1 else []
    width = (_WHOLE - _LEAST_KIND) // (len(months) + 1)
    narrow = min(width, _MOST_MONTH)
    widths = (_WHOLE - narrow * (len(months) + 1), *([narrow] * (len(months) + 1)))
    yield from table("Встречи", ("Вид", *map(_short, months), "Все"), rows, widths)


def _short(month: str) -> str:
    """«2026-10» → «окт»."""
    return words.month(month)[:3]
