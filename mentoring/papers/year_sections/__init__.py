"""The year's report, section by section: one pure function of the value, read by Word and by Excel alike.

The public report has no names, nor words that people have typed: whatever they say may name somebody.
"""

from collections.abc import Iterator, Sequence

from mentoring.papers.year_sections.events import events
from mentoring.papers.year_sections.ground import annexes, ground, roadmap
from mentoring.papers.year_sections.model import NOTHING, Part, Picture, Section, Table, Text
from mentoring.papers.year_sections.monitoring import indicators, monitoring, swot
from mentoring.papers.year_sections.people import people
from mentoring.papers.year_sections.practices import practices
from mentoring.papers.year_sections.work import work
from mentoring.papers.year_values import Reader, YearReport
from mentoring.rules.text import clean_line, clean_text

__all__ = ["NOTHING", "TITLES", "Part", "Picture", "Section", "Table", "Text", "sections"]

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
    "Выводы",
    "План на следующий год",
    "Приложения",
)


def sections(of: YearReport, reader: Reader) -> tuple[Section, ...]:
    found: Sequence[Iterator[Part]] = (
        ground(of),
        roadmap(of, reader),
        people(of, reader),
        work(of),
        events(of),
        indicators(of),
        monitoring(of),
        practices(of, reader),
        swot(of, reader),
        _written(of.conclusions),
        _written(of.plan),
        annexes(of, reader),
    )
    made = [Section(title, tuple(parts)) for title, parts in zip(TITLES, found, strict=True)]
    return tuple(each for each in made if each.parts)


def _written(text: str) -> Iterator[Part]:
    lines = [clean_line(each) for each in clean_text(text).split("\n")]
    told = [Text(each) for each in lines if each]
    yield from told or [Text("", blank=True)]
