"""The year of the roadmap as a picture for a phone: months across, a band a stage, a sign an activity.

It is laid out first and drawn then: what runs down the whole year lies under the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentoring.papers.drawing import Align, Drawing, Pen, width_of, wrapped
from mentoring.papers.roadmap_signs import HALF, sign
from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import (
    NAMELESS,
    NO_ACTIVITIES,
    NO_TERM,
    TITLE,
    Mark,
    counts,
    day,
    mark,
    roadmap_caption,
    shown,
    stage_title,
    term,
    year,
)
from mentoring.rules.text import clean_line

__all__ = ["roadmap_caption", "roadmap_chart"]

WIDTH = 1080
MARGIN = 56
RIGHT = WIDTH - MARGIN
LEFT = MARGIN + 48  # where August begins; before it stand the signs of what has no date
ROOM = RIGHT - MARGIN
INK, QUIET, RULE, WINDOW = "#1B1F24", "#4A5159", "#D5DBE1", "#DCE8F5"
TODAY_WORDS, TODAY_LINE = "#8A2B06", "#E2703A"  # the line runs behind words: it is lighter than they

HEADING = Pen(46, INK, bold=True)
UNDER_HEADING = Pen(29, QUIET)
COUNTS = Pen(25, INK, bold=True)
STAGE = Pen(28, INK, bold=True)
NOTE, TEXT = Pen(24, QUIET), Pen(24, INK)
MONTH = Pen(25, QUIET, bold=True)
NOW = Pen(27, TODAY_WORDS, bold=True)

_WINDOW_WORDS = "срок этапа"
_MONTHS = ("авг", "сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн")
_FIRST_MONTH, _MONTHS_OF_FIRST_YEAR = 8, 5
_BETWEEN_STAGES, _BETWEEN_LINES, _FROM_SIGN = 16, 7, 10


@dataclass(frozen=True, slots=True)
class Year:
    """The school year across the picture: August to June."""

    begins_in: int

    @property
    def first(self) -> date:
        return date(self.begins_in, 8, 1)

    @property
    def end(self) -> date:
        """The day after the last."""
        return date(self.begins_in + 1, 7, 1)

    def has(self, of: date) -> bool:
        return self.first <= of < self.end

    def x(self, of: date) -> float:
        """Where the day begins; of another year, the nearest edge."""
        share = (of - self.first).days / (self.end - self.first).days
        return LEFT + min(max(share, 0.0), 1.0) * (RIGHT - LEFT)

    def months(self) -> Iterator[tuple[str, float, float]]:
        """Each one's name, left and right edge."""
        starts = [
            date(self.begins_in + (at >= _MONTHS_OF_FIRST_YEAR), (_FIRST_MONTH - 1 + at) % 12 + 1, 1)
            for at in range(len(_MONTHS))
        ]
        for name, start, end in zip(_MONTHS, starts, [*starts[1:], self.end], strict=True):
            yield name, self.x(start), self.x(end)


@dataclass(frozen=True, slots=True)
class _Line:
    """An activity: its sign's middle, its words to one side of it."""

    mark: Mark
    x: float
    y: float
    words_x: float
    words: tuple[str, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class _Band:
    """A stage: its title, what is to be said of it as a whole, its activities; `top` is where its window begins."""

    stage: RoadmapStage
    y: float
    title: tuple[str, ...]
    notes: tuple[str, ...]
    top: float
    lines: tuple[_Line, ...]
    bottom: float


def roadmap_chart(paper: RoadmapPaper) -> bytes:
    """A PNG; the same value gives the same bytes."""
    drawing, across = Drawing(WIDTH), Year(paper.school_year)
    top = _heading(drawing, paper) + MONTH.height + 22
    bands = _bands(paper, across, top + 16)
    bottom = bands[-1].bottom + 14 if bands else top + STAGE.height + 40
    _windows(drawing, bands, across)
    _months(drawing, across, top, bottom)
    _today(drawing, paper.today, across, top, bottom)
    for band in bands:
        _draw(drawing, band)
    undated = any(line.x < LEFT for band in bands for line in band.lines)
    return drawing.png(_legend(drawing, bottom + MONTH.height + 26, undated=undated) + MARGIN)


def _heading(drawing: Drawing, paper: RoadmapPaper) -> float:
    y = drawing.paragraph(MARGIN, MARGIN, TITLE, HEADING, ROOM)
    school = clean_line(paper.school)
    y = drawing.paragraph(MARGIN, y + 6, f"{year(paper)}. {school}" if school else year(paper), UNDER_HEADING, ROOM)
    y = drawing.paragraph(MARGIN, y + 6, counts(paper), COUNTS, ROOM)
    if Year(paper.school_year).has(paper.today):
        y += NOW.height
    else:
        y = drawing.paragraph(MARGIN, y + 6, f"На {day(paper.today)}: этого дня на графике нет.", UNDER_HEADING, ROOM)
    return y + 14


def _bands(paper: RoadmapPaper, across: Year, y: float) -> tuple[_Band, ...]:
    bands: list[_Band] = []
    for stage in paper.stages:
        bands.append(_band(stage, across, y))
        y = bands[-1].bottom + _BETWEEN_STAGES
    return tuple(bands)


def _band(stage: RoadmapStage, across: Year, y: float) -> _Band:
    title = tuple(wrapped(stage_title(stage), STAGE, ROOM))
    notes = tuple(wrapped("; ".join(_notes(stage)), NOTE, ROOM))
    top = y + len(title) * STAGE.height + len(notes) * NOTE.height + 6
    lines, below = [], top + _BETWEEN_LINES
    for activity in stage.activities:
        lines.append(_line(activity, stage, across, below))
        below += len(lines[-1].words) * TEXT.height + _BETWEEN_LINES
    return _Band(stage, y, title, notes, top, tuple(lines), below)


def _notes(stage: RoadmapStage) -> Iterator[str]:
    if not stage.confirmed:
        yield "сроки и ответственный не подтверждены"
    if stage.window is None:
        yield f"срок: {term(stage)}" if term(stage) else NO_TERM
    if not stage.activities:
        yield NO_ACTIVITIES.lower()


def _line(of: RoadmapActivity, stage: RoadmapStage, across: Year, y: float) -> _Line:
    """Words stand on the side that has more room."""
    words, middle = _words(of, stage, across), y + TEXT.height / 2
    if of.due is None:
        lines = wrapped(words, TEXT, RIGHT - LEFT)
        return _Line(mark(of), MARGIN + HALF, middle, LEFT, tuple(lines), "left")
    x = min(max(across.x(of.due), LEFT + HALF), RIGHT - HALF)
    right, left = RIGHT - x - HALF - _FROM_SIGN, x - HALF - _FROM_SIGN - MARGIN
    if right >= left:
        return _Line(mark(of), x, middle, RIGHT - right, tuple(wrapped(words, TEXT, right)), "left")
    return _Line(mark(of), x, middle, MARGIN + left, tuple(wrapped(words, TEXT, left)), "right")


def _words(of: RoadmapActivity, stage: RoadmapStage, across: Year) -> str:
    text = shown(of.text) or NAMELESS
    if of.due is None:
        return f"{text}: {shown(of.due_words) or term(stage) or NO_TERM}"
    return f"{of.due:%d.%m}. {text}" if across.has(of.due) else f"{day(of.due)}. {text}"


def _windows(drawing: Drawing, bands: tuple[_Band, ...], across: Year) -> None:
    """From the morning of the first day to the evening of the last."""
    for band in bands:
        if band.stage.window:
            first, last = (across.x(each) for each in band.stage.window)
            of_a_day = (RIGHT - LEFT) / (across.end - across.first).days
            drawing.box(first, band.top, min(last + of_a_day, RIGHT) - first, band.bottom - band.top, WINDOW)


def _months(drawing: Drawing, across: Year, top: float, bottom: float) -> None:
    """Named above and below: the picture is higher than a phone."""
    for name, left, right in across.months():
        drawing.box(left - 1, top, 2, bottom - top, RULE)
        for y in (top - MONTH.height - 4, bottom + 6):
            drawing.text((left + right) / 2, y, name, MONTH, align="center")
    drawing.box(RIGHT - 1, top, 2, bottom - top, RULE)
    for y in (top, bottom):
        drawing.box(LEFT - 1, y - 1, RIGHT - LEFT + 2, 2, RULE)


def _today(drawing: Drawing, today: date, across: Year, top: float, bottom: float) -> None:
    if not across.has(today):
        return
    x, words = across.x(today), f"сегодня, {day(today)}"
    half = width_of(words, NOW) / 2
    y = top - MONTH.height - NOW.height - 12
    drawing.text(min(max(x, MARGIN + half), RIGHT - half), y, words, NOW, align="center")
    drawing.box(x - 2, top - 4, 4, bottom - top + 8, TODAY_LINE)


def _draw(drawing: Drawing, band: _Band) -> None:
    y = band.y
    for words, pen in (*((line, STAGE) for line in band.title), *((line, NOTE) for line in band.notes)):
        drawing.text(MARGIN, y, words, pen)
        y += pen.height
    for line in band.lines:
        sign(drawing, line.x, line.y, line.mark)
        for at, words in enumerate(line.words):
            drawing.text(line.words_x, line.y + (at - 0.5) * TEXT.height, words, TEXT, align=line.align)


def _legend(drawing: Drawing, y: float, *, undated: bool) -> float:
    """Every sign with its words, then the colour that is no sign."""
    x = float(MARGIN)
    for each in (*Mark, _WINDOW_WORDS):
        wide = 2 * HALF + _FROM_SIGN + width_of(each, TEXT)
        if x + wide > RIGHT:
            x, y = float(MARGIN), y + TEXT.height + _BETWEEN_LINES
        if isinstance(each, Mark):
            sign(drawing, x + HALF, y + TEXT.height / 2, each)
        else:
            drawing.box(x, y + 2, 2 * HALF, TEXT.height - 4, WINDOW)
        drawing.text(x + 2 * HALF + _FROM_SIGN, y, each, TEXT)
        x += wide + 30
    y += TEXT.height
    if undated:
        y = drawing.paragraph(MARGIN, y + 6, "Слева от графика: мероприятия, у которых нет даты.", NOTE, ROOM)
    return y
