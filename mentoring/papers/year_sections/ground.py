"""What the report stands on: orders, the roadmap line by line, annexes."""

from collections.abc import Iterator

from mentoring.papers import year_words as words
from mentoring.papers.year_sections.model import Part, Text, table
from mentoring.papers.year_values import Reader, YearReport
from mentoring.rules.text import clean_line


def ground(of: YearReport) -> Iterator[Part]:
    first, last = f"01.09.{of.school_year}", f"31.05.{of.school_year + 1}"
    yield Text(
        "Отчёт составлен куратором наставничества по данным программы наставничества педагогических работников. "
        f"Отчётный период: с {first} по {last}. Сведения приведены на {of.made_on:%d.%m.%Y}."
    )
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


def roadmap(of: YearReport, reader: Reader) -> Iterator[Part]:
    done = sum(each.settled for stage in of.stages for each in stage.activities)
    every = sum(len(stage.activities) for stage in of.stages)
    open_ = sum(not each.bare_proof for stage in of.stages for each in stage.activities)
    yield Text(f"Выполнено пунктов: {done} из {every}. Не подтверждено: {open_}.")
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


def annexes(of: YearReport, reader: Reader) -> Iterator[Part]:
    named = ["таблицы отчёта в Excel", "дорожная карта с подтверждениями"]
    if of.monitoring.waves:
        named.append("справка о мониторинге")
    if reader is Reader.INTERNAL:
        named.append("реестр приказов")
    for number, each in enumerate(named, start=1):
        yield Text(f"{number}. {each[:1].upper()}{each[1:]}.")
