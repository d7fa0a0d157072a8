"""The year on one picture for a phone: how far the roadmap is, the indicators, the meetings month by month."""

from collections.abc import Iterable
from functools import lru_cache

from mentoring.papers import year_words as words
from mentoring.papers.drawing import Drawing, Pen, width_of
from mentoring.papers.tally_chart import BAR, HEADING, INK, LABEL, MARGIN, NOTE, ROOM, RULE, TITLE, TRACK, WIDTH
from mentoring.papers.year_values import Counts, YearChart

_BAR_HEIGHT = 26
_VALUE = Pen(34, INK, bold=True)
_MONTHS_HEIGHT, _LEAST_MONTHS = 200, 10
_ROADMAP, _MEASURES, _MEETINGS = "Дорожная карта: выполнено пунктов", "Показатели", "Встречи пар по месяцам"


@lru_cache(maxsize=1)  # stands in the report with names and in the one without
def build(of: YearChart) -> bytes:
    drawing = Drawing(WIDTH)
    y = drawing.paragraph(MARGIN, MARGIN, f"Наставничество: {words.year(of)}", TITLE, ROOM)
    y = drawing.paragraph(MARGIN, y + 8, of.school, NOTE, ROOM)
    y = _heading(drawing, y, _ROADMAP)
    for title, done, every in of.stages:
        y = _bar(drawing, y, title, f"{done} из {every}", done / every if every else 0.0)
    told = [each for each in of.indicators if each.of and not each.hidden]
    y = _heading(drawing, y, _MEASURES) if told else y
    for each in told:
        y = _bar(drawing, y, words.TITLES[each.measure], words.value(each), each.top / each.of)
    if of.meetings:
        y = _months(drawing, _heading(drawing, y, _MEETINGS), of.meetings)
    return drawing.png(y + MARGIN)


def _heading(drawing: Drawing, y: float, text: str) -> float:
    drawing.line((MARGIN, y + 28), (WIDTH - MARGIN, y + 28), RULE)
    return drawing.paragraph(MARGIN, y + 48, text, HEADING, ROOM) + 12


def _bar(drawing: Drawing, y: float, label: str, value: str, share: float) -> float:
    """The number stands beside the words: nothing is told by a length alone."""
    room = ROOM - width_of(value, _VALUE) - 30
    drawing.text(WIDTH - MARGIN, y, value, _VALUE, align="right")
    y = drawing.paragraph(MARGIN, y, label, LABEL, room) + 6
    drawing.box(MARGIN, y, ROOM, _BAR_HEIGHT, TRACK)
    drawing.box(MARGIN, y, ROOM * min(share, 1.0), _BAR_HEIGHT, BAR)
    return y + _BAR_HEIGHT + 22


def _months(drawing: Drawing, y: float, meetings: Counts) -> float:
    met = dict(meetings)
    counts = [(each, met.get(each, 0)) for each in _span(met)]
    most, step = max(many for _, many in counts), ROOM / max(len(counts), _LEAST_MONTHS)
    for at, (month, many) in enumerate(counts):
        left, height = MARGIN + at * step, _MONTHS_HEIGHT * many / most
        drawing.box(left + 8, y + 44 + _MONTHS_HEIGHT - height, step - 16, height, BAR)
        middle = left + step / 2
        drawing.text(middle, y + _MONTHS_HEIGHT - height, str(many), _VALUE, align="center")
        drawing.text(middle, y + 52 + _MONTHS_HEIGHT, words.month(month)[:3], NOTE, align="center")
    return y + _MONTHS_HEIGHT + 52 + NOTE.height


def _span(met: Iterable[str]) -> list[str]:
    """Every month from the first meeting to the last, those without one too."""
    first, last = min(met), max(met)
    year, month = map(int, first.split("-"))
    found = [first]
    while found[-1] < last:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        found.append(f"{year:04}-{month:02}")
    return found
