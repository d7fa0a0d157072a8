"""The roadmap as a workbook: a line an activity, and the same by date."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import (
    NAMELESS,
    NO_ACTIVITIES,
    NO_STAGES,
    NO_TERM,
    NOBODY,
    TITLE,
    Mark,
    day,
    mark,
    shown,
    stage_title,
    state,
    term,
    year,
)
from mentoring.papers.sheets import Cell, TextBook, TextSheet
from mentoring.rules.text import clean_line

ROADMAP, CALENDAR = "Дорожная карта", "Календарь"
NO_MONTH = "Без даты"

_MONTHS = (
    "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь",
    "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь",
)  # fmt: skip
_ROADMAP = (
    ("Этап", 30),
    ("Мероприятие", 46),
    ("Срок", 18),
    ("Ответственный", 24),
    ("Состояние", 14),
    ("Подтверждение", 30),
    ("Просрочено", 13),
)
_CALENDAR = (
    ("Месяц", 16),
    ("Срок", 18),
    ("Мероприятие", 46),
    ("Этап", 30),
    ("Ответственный", 24),
    ("Состояние", 14),
    ("Просрочено", 13),
)
_LONGEST_SCHOOL = 80  # Excel prints no more than 255 letters above a page

Line = tuple[RoadmapStage, RoadmapActivity]


def roadmap_book(paper: RoadmapPaper) -> bytes:
    """The same value gives the same bytes."""
    made_at = datetime.combine(paper.today, time(tzinfo=UTC))
    writer = TextBook(title=f"{TITLE}, {year(paper)}", made_at=made_at)
    _roadmap(writer.sheet(ROADMAP), paper)
    _calendar(writer.sheet(CALENDAR), paper)
    return writer.content()


def _roadmap(sheet: TextSheet, paper: RoadmapPaper) -> None:
    sheet.widths([width for _, width in _ROADMAP])
    lines = [line for stage in paper.stages for line in _stage(stage)]
    sheet.table([heading for heading, _ in _ROADMAP], lines, empty=NO_STAGES)
    _print(sheet, paper)


def _stage(of: RoadmapStage) -> Iterator[tuple[Cell, ...]]:
    """A stage with nothing to do yet has a line too: nobody should take it for forgotten."""
    if not of.activities:
        yield stage_title(of), NO_ACTIVITIES, _settled(term(of) or NO_TERM, of), _responsible(of), "", "", ""
    for each in of.activities:
        yield (
            stage_title(of),
            shown(each.text) or NAMELESS,
            _due(each, of),
            _responsible(of),
            state(each),
            shown(each.evidence),
            _late(each),
        )


def _calendar(sheet: TextSheet, paper: RoadmapPaper) -> None:
    """By date; what has no date stands at the end, in the roadmap's order."""
    sheet.widths([width for _, width in _CALENDAR])
    every = [(stage, activity) for stage in paper.stages for activity in stage.activities]
    lines = [_calendar_line(line) for line in sorted(every, key=lambda line: line[1].due or date.max)]
    sheet.table([heading for heading, _ in _CALENDAR], lines, empty=NO_ACTIVITIES)
    _print(sheet, paper)


def _calendar_line(line: Line) -> tuple[Cell, ...]:
    stage, activity = line
    month = f"{_MONTHS[activity.due.month - 1]} {activity.due.year}" if activity.due else NO_MONTH
    return (
        month,
        _due(activity, stage),
        shown(activity.text) or NAMELESS,
        stage_title(stage),
        _responsible(stage),
        state(activity),
        _late(activity),
    )


def _due(of: RoadmapActivity, stage: RoadmapStage) -> Cell:
    """A date stays a date, that a filter and a formula can read."""
    return of.due or shown(of.due_words) or _settled(term(stage) or NO_TERM, stage)


def _responsible(of: RoadmapStage) -> str:
    return _settled(shown(of.responsible), of) if shown(of.responsible) else NOBODY


def _settled(words: str, of: RoadmapStage) -> str:
    return words if of.confirmed or words == NO_TERM else f"{words} (предложено)"


def _late(of: RoadmapActivity) -> str:
    return "да" if mark(of) is Mark.OVERDUE else ""


def _print(sheet: TextSheet, paper: RoadmapPaper) -> None:
    """Above each page: what this is, of which school, on which day."""
    sheet.print_wide()
    school = clean_line(paper.school)[:_LONGEST_SCHOOL]
    parts = (f"{TITLE}, {year(paper)}", school, f"На {day(paper.today)}")
    sheet.raw.set_header("&L" + ". ".join(part for part in parts if part).replace("&", "&&"))
