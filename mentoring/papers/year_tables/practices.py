"""Practice cards of the year."""

from collections.abc import Iterator

from mentoring.papers.year_tables.model import Table, table
from mentoring.papers.year_values import Reader, YearReport
from mentoring.rules.text import clean_line


def practices(of: YearReport, reader: Reader) -> Iterator[Table]:
    """Cards that their authors let be shown; with a name only inside, where they allow it."""
    named = [each.author or "без имени" for each in of.practices]
    cards = [(clean_line(each.title), clean_line(each.useful_to), each.areas) for each in of.practices]
    if reader is Reader.INTERNAL:
        rows = [(*card, author) for card, author in zip(cards, named, strict=True)]
        yield from table("Практики", ("Практика", "Кому полезно", "Направления", "Автор"), rows, (48, 42, 38, 42))
    else:
        yield from table("Практики", ("Практика", "Кому полезно", "Направления"), cards, (65, 60, 45))
