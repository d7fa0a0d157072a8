"""Requests, pairs and groups counted; with names only inside."""

from collections.abc import Iterator, Sequence

from mentoring.papers import year_words as words
from mentoring.papers.year_tables.model import Table, by, counts, table
from mentoring.papers.year_values import Counts, Reader, YearPair, YearReport
from mentoring.rules.text import clean_line


def people(of: YearReport, reader: Reader) -> Iterator[Table]:
    told = of.figures
    yield from counts(
        "Люди",
        (
            ("Сотрудников в списке", told.staff),
            ("Запрос заполнили", told.requests),
            ("Из них просили наставника", told.wanted),
            ("Из них в паре (есть или была в этом году)", told.met),
            ("Без пары, поиск продолжается", told.waiting),
            ("Поиск остановлен по желанию наставляемого", told.left_by_wish),
            ("Поиск остановлен по решению куратора", told.left_by_decision),
            ("Готовы быть наставниками", told.mentors),
            ("Всего мест у наставников", told.places),
        ),
    )
    ended = [each for each in of.pairs if each.reason]
    counted: Sequence[tuple[str, Counts]] = (
        ("Форма", by(of.pairs, lambda each: each.format)),
        ("Состояние", by(of.pairs, lambda each: each.mark.value)),
        ("Почему завершены", by(ended, lambda each: each.reason)),
        ("Категория наставников", of.categories),
        ("Предложено тем, кто без пары", of.offered),
    )
    rows = [(title, label, many) for title, found in counted for label, many in found]
    yield from table("Пары и группы", ("Что считаем", "Значение", "Сколько"), rows, (60, 80, 30))
    if reader is Reader.INTERNAL:
        yield from _named(of)


def _named(of: YearReport) -> Iterator[Table]:
    pairs = [
        ("\n".join(map(clean_line, each.mentors)), "\n".join(map(clean_line, each.mentees)), each.format, _term(each),
         clean_line(each.order), each.meetings, each.reason or each.mark.value)
        for each in of.pairs
    ]  # fmt: skip
    headings = ("Наставник", "Наставляемые", "Форма", "Срок", "Приказ", "Встреч", "Состояние")
    yield from table("Пары", headings, pairs, (27, 33, 17, 25, 25, 18, 25))
    waiting = [(clean_line(each.name), each.days, each.areas, each.offered) for each in of.waiting]
    yield from table("Без пары", ("Кто", "Учебных дней", "Направления", "Что предложено"), waiting, (45, 24, 48, 53))


def _term(of: YearPair) -> str:
    return "\n".join(filter(None, (words.day(of.starts_on), words.day(of.ends_on))))
