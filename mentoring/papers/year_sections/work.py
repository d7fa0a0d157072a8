"""Meetings month by month, programmes and their steps."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_sections.model import Cell, Part, Text, by, counts, table
from mentoring.papers.year_values import YearReport


def work(of: YearReport) -> Iterator[Part]:
    kinds = sorted({kind for _, found in of.meetings for kind, _ in found})
    total = sum(many for _, found in of.meetings for _, many in found)
    yield Text(f"Отмечено встреч: {total}. Встречи отмечают сами участники пар, содержание разговоров не собирается.")
    months = {month: dict(found) for month, found in of.meetings}
    rows: list[tuple[Cell, ...]] = [
        (words.month(at), *(found.get(each, 0) for each in kinds), sum(found.values())) for at, found in months.items()
    ]
    width = 130 // (len(kinds) + 1)
    yield from table(
        "Встречи", ("Месяц", *kinds, "Всего"), rows, (170 - width * (len(kinds) + 1), *([width] * (len(kinds) + 1)))
    )
    yield from counts("Программы", by(of.pairs, lambda each: each.programme or "программы нет"))
    due, done = sum(each.steps_due for each in of.pairs), sum(each.steps_done for each in of.pairs)
    yield Text(f"Мероприятий программ, чей срок наступил: {due}, из них выполнено: {done}.")
