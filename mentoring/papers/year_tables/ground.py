"""What the report stands on: orders, the roadmap line by line."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_tables.model import Table, table
from mentoring.papers.year_values import Reader, YearReport
from mentoring.rules.text import clean_line


def ground(of: YearReport) -> Iterator[Table]:
    rows = [
        (
            clean_line(each.title),
            clean_line(each.number),
            words.day(each.dated_on),
            "" if each.pairs is None else each.pairs,
        )
        for each in of.orders
    ]
    yield from table("Приказы", ("Документ", "Номер", "Дата", "Пар и групп"), rows, (95, 30, 25, 20))


def roadmap(of: YearReport, reader: Reader) -> Iterator[Table]:
    rows = [
        (
            f"{stage.number}. {clean_line(stage.title)}" if not place else "",
            clean_line(each.text),
            words.day(each.due) or clean_line(each.due_words),
            "да" if each.settled else "нет",
            clean_line(words.proof(each, reader)),
        )
        for stage in of.stages
        for place, each in enumerate(stage.activities)
    ]
    yield from table(
        "Дорожная карта", ("Этап", "Мероприятие", "Срок", "Сделано", "Подтверждение"), rows, (45, 45, 23, 20, 37)
    )
