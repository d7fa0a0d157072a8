"""Start and end as a picture for a phone: two bars a question, each with its number and its word beside it."""

from functools import lru_cache

from mentoring.papers import monitoring_words as words
from mentoring.papers import tally_words
from mentoring.papers.drawing import Drawing, Pen, width_of
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.tally_chart import BAR_HEIGHT, HEADING, INK, MARGIN, NOTE, QUIET, ROOM, RULE, TITLE, TRACK, WIDTH
from mentoring.rules.comparison import Compared, Measured

BEFORE, AFTER = "#8FA3B8", "#1F5FA8"
SIDE = Pen(34, INK)
MEAN = Pen(36, INK, bold=True)
CHANGE = Pen(36, INK, bold=True)
UNDER_TITLE = Pen(32, QUIET)
STEP = BAR_HEIGHT + 22
GAP = 24


@lru_cache(maxsize=2)  # both circles stand in two reports of a year
def build(paper: ComparedPaper) -> bytes:
    drawing = Drawing(WIDTH)
    y = drawing.paragraph(MARGIN, MARGIN, words.title(paper), TITLE, ROOM) + 8
    for head in words.heads(paper):
        y = drawing.paragraph(MARGIN, y, head, UNDER_TITLE, ROOM)
    for each in paper.lines:
        drawing.line((MARGIN, y + 24), (WIDTH - MARGIN, y + 24), RULE)
        y = _question(drawing, y + 44, each)
    y = drawing.paragraph(MARGIN, y + 32, words.OF_GROUPS, NOTE, ROOM)
    return drawing.png(y + MARGIN)


def _question(drawing: Drawing, y: float, of: Compared) -> float:
    y = drawing.paragraph(MARGIN, y, of.question.title, HEADING, ROOM) + 12
    if not of.comparable:
        return drawing.paragraph(MARGIN, y, words.NOT_COMPARABLE, NOTE, ROOM)
    marks = [int(option.key) for option in of.question.options]
    ends = (marks[0], marks[-1])
    y = _side(drawing, y, words.START, of.start, BEFORE, ends, of.least)
    y = _side(drawing, y, words.END, of.end, AFTER, ends, of.least)
    if of.difference is None or of.start is None or of.end is None:
        return y
    drawing.text(MARGIN, y, f"Изменение: {words.difference(of.difference)}", CHANGE)
    said = f"ответили {of.start.answered} и {of.end.answered}"
    drawing.text(WIDTH - MARGIN, y + 4, said, NOTE, align="right")
    return y + CHANGE.height


def _side(
    drawing: Drawing, y: float, name: str, of: Measured | None, colour: str, ends: tuple[int, int], least: int
) -> float:
    """The whole track is the whole scale, whose lowest mark has a sliver of a bar."""
    drawing.text(MARGIN, y, name, SIDE)
    left = MARGIN + width_of(words.START, SIDE) + GAP
    if of is None:
        drawing.text(left, y, words.few(least), NOTE)
        return y + STEP
    room = WIDTH - MARGIN - left - width_of("10,0", MEAN) - GAP
    low, high = ends
    share = (float(of.mean) - low + 1) / (high - low + 1)
    drawing.box(left, y + 6, room, BAR_HEIGHT, TRACK)
    drawing.box(left, y + 6, room * share, BAR_HEIGHT, colour)
    drawing.text(WIDTH - MARGIN, y - 2, tally_words.one_decimal(of.mean), MEAN, align="right")
    return y + STEP
