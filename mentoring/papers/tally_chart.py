"""A page of results as a picture for a phone: large type, counts and shares written out, nothing by colour alone."""

from mentoring.papers import tally_words as words
from mentoring.papers.drawing import Drawing, Pen, width_of
from mentoring.papers.values import TallyChart
from mentoring.rules.tally import Choices, Line, Marks, Tally, percent, shown

WIDTH = 1080
MARGIN = 56
ROOM = WIDTH - 2 * MARGIN
INK, QUIET, TRACK, BAR, RULE, MEAN = "#1B1F24", "#4A5159", "#E6EBF0", "#1F5FA8", "#C9D1D9", "#8A2B06"

TITLE = Pen(50, INK, bold=True)
UNDER_TITLE = Pen(32, QUIET)
HEADING = Pen(40, INK, bold=True)
LABEL = Pen(36, INK)
COUNT = Pen(34, INK, bold=True)
SMALL_COUNT, SHARE = Pen(26, INK, bold=True), Pen(27, QUIET)
NOTE = Pen(32, QUIET)
POINT = Pen(32, MEAN, bold=True)

BAR_HEIGHT = 32
COLUMN_HEIGHT = 230
SHORT = 330  # labels that are no wider stand beside their bars, not above them


def build(chart: TallyChart) -> bytes:
    drawing = Drawing(WIDTH)
    y = drawing.paragraph(MARGIN, MARGIN, chart.title, TITLE, ROOM)
    y = drawing.paragraph(MARGIN, y + 8, chart.head, UNDER_TITLE, ROOM)
    for tally in chart.tallies:
        drawing.line((MARGIN, y + 28), (WIDTH - MARGIN, y + 28), RULE)
        y = _question(drawing, y + 52, tally)
    return drawing.png(y + MARGIN)


def _question(drawing: Drawing, y: float, of: Tally) -> float:
    y = drawing.paragraph(MARGIN, y, words.heading(of), HEADING, ROOM) + 14
    match of.found:
        case None:
            y = drawing.paragraph(MARGIN, y, words.NOBODY, LABEL, ROOM)
        case Choices():
            y = _bars(drawing, y, of)
        case Marks():
            y = _scale(drawing, y, of, of.found)
        case _:
            y = drawing.paragraph(MARGIN, y, words.numbers(of), LABEL, ROOM)
    if not words.answered(of):
        return y
    return drawing.paragraph(MARGIN, y + 8, words.answered(of), NOTE, ROOM)


def _bars(drawing: Drawing, y: float, of: Tally) -> float:
    """All bars of a question begin at one line and have one length for the whole."""
    lines, left = shown(of)
    counts = max(width_of(words.share(each, of.answered), COUNT) for each in lines) + 24
    labels = max(width_of(each.label, LABEL) for each in lines) + 24
    for each in lines:
        if labels <= SHORT:
            drawing.text(MARGIN, y, each.label, LABEL)
            _bar(drawing, MARGIN + labels, y + 6, ROOM - labels - counts, each, of.answered)
            y += BAR_HEIGHT + 34
        else:
            y = drawing.paragraph(MARGIN, y, each.label, LABEL, ROOM)
            _bar(drawing, MARGIN, y + 4, ROOM - counts, each, of.answered)
            y += BAR_HEIGHT + 30
    return drawing.paragraph(MARGIN, y, words.left_out(left), NOTE, ROOM) if left else y


def _bar(drawing: Drawing, x: float, y: float, room: float, of: Line, answered: int) -> None:
    """The whole track is everybody who answered."""
    drawing.box(x, y, room, BAR_HEIGHT, TRACK)
    drawing.box(x, y, room * of.many / answered, BAR_HEIGHT, BAR)
    drawing.text(WIDTH - MARGIN, y - 4, words.share(of, answered), COUNT, align="right")


def _scale(drawing: Drawing, y: float, of: Tally, found: Marks) -> float:
    """A column a mark with its count and share above it; the mean is pointed at from below."""
    step = ROOM / len(found.lines)
    most = max(each.many for each in found.lines)
    pen = COUNT if width_of(str(most), COUNT) < step - 8 else SMALL_COUNT
    floor = y + COUNT.height + SHARE.height + COLUMN_HEIGHT
    for place, each in enumerate(found.lines):
        middle, height = MARGIN + (place + 0.5) * step, COLUMN_HEIGHT * each.many / most
        drawing.box(middle - 0.36 * step, floor - height, 0.72 * step, height, BAR)
        above = floor - height - 6
        if each.many:
            above -= SHARE.height
            drawing.text(middle, above, f"{percent(each.many, of.answered)} %", SHARE, align="center")
        drawing.text(middle, above - pen.height + 2, str(each.many), pen, align="center")
        drawing.text(middle, floor + 6, each.label, LABEL, align="center")
    drawing.line((MARGIN, floor), (WIDTH - MARGIN, floor), QUIET)
    return _ends(drawing, _mean(drawing, floor + 6 + LABEL.height, of, found, step), of)


def _mean(drawing: Drawing, y: float, of: Tally, found: Marks, step: float) -> float:
    x = MARGIN + (float(found.mean) - float(found.lines[0].label) + 0.5) * step
    drawing.triangle(x, y, 22, MEAN)
    text = words.numbers(of).rstrip(".")
    half = width_of(text, POINT) / 2
    drawing.text(min(max(x, MARGIN + half), WIDTH - MARGIN - half), y + 26, text, POINT, align="center")
    return y + 26 + POINT.height


def _ends(drawing: Drawing, y: float, of: Tally) -> float:
    question = of.question
    if not words.ends(question):
        return y
    low, high = f"{question.options[0].label} — {question.low}", f"{question.options[-1].label} — {question.high}"
    half = ROOM / 2 - 16
    left = drawing.paragraph(MARGIN, y + 4, low, NOTE, half)
    right = drawing.paragraph(WIDTH - MARGIN, y + 4, high, NOTE, half, align="right")
    return max(left, right)
