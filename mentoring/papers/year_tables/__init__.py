"""The tables of the year's report, section by section: one pure function of the value, read by Word and by Excel alike.

The public report has no names, nor words that people have typed: whatever they say may name somebody.
"""

from collections.abc import Iterator, Sequence

from mentoring.papers.year_tables.events import events
from mentoring.papers.year_tables.ground import ground, roadmap
from mentoring.papers.year_tables.model import Cell, Section, Table
from mentoring.papers.year_tables.monitoring import compared_name, indicators, monitoring, swot
from mentoring.papers.year_tables.people import people
from mentoring.papers.year_tables.practices import practices
from mentoring.papers.year_tables.work import work
from mentoring.papers.year_values import Reader, YearReport

__all__ = ["TITLES", "Cell", "Section", "Table", "compared_name", "sections"]

TITLES = (
    "Основание и период",
    "Выполнение дорожной карты",
    "Кадры: запросы, пары и группы",
    "Встречи и программы",
    "Мероприятия",
    "Показатели",
    "Мониторинг",
    "Лучшие практики",
    "SWOT-анализ (черновик)",
)


def sections(of: YearReport, reader: Reader) -> tuple[Section, ...]:
    found: Sequence[Iterator[Table]] = (
        ground(of),
        roadmap(of, reader),
        people(of, reader),
        work(of),
        events(of),
        indicators(of),
        monitoring(of),
        practices(of, reader),
        swot(of, reader),
    )
    return tuple(Section(title, tuple(tables)) for title, tables in zip(TITLES, found, strict=True))
