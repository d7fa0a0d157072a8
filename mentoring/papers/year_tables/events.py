"""Events that have taken place, with their minutes."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_tables.model import Table, table
from mentoring.papers.year_values import YearReport


def events(of: YearReport) -> Iterator[Table]:
    rows = [
        (each.title, words.day(each.day), each.invited, each.attended, each.guests, each.number or "нет")
        for each in of.events
    ]
    headings = ("Мероприятие", "Дата", "Пригласили", "Были", "Гостей", "Протокол №")
    yield from table("Мероприятия", headings, rows, (47, 25, 30, 18, 21, 29))
