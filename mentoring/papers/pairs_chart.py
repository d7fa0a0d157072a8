"""The whole network as pictures for a phone: who works with whom, how far each pair is, who has nobody.

Words, pattern and colour say the same thing; the usual state is not said at every name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentoring.papers import pairs_lines
from mentoring.papers.drawing import Drawing, Pen, width_of
from mentoring.papers.pairs_caption import caption, counts
from mentoring.papers.pairs_layout import (
    COLUMN,
    INK,
    NAME,
    ROOM_DOWN,
    Laid,
    Line,
    Placed,
    height,
    laid,
    lines_of,
    pages,
    word_pen,
)
from mentoring.papers.pairs_values import PairMark, PairsNetwork
from mentoring.rules.text import clean_line

__all__ = ["build", "caption"]

WIDTH = 1080
MARGIN = 48
ROOM = WIDTH - 2 * MARGIN
QUIET, RULE = "#4A5159", "#C9D1D9"

TITLE = Pen(46, INK, bold=True)
UNDER_TITLE = Pen(29, QUIET)
COUNTS = Pen(31, INK, bold=True)
SIDE = Pen(30, QUIET, bold=True)
LEGEND = Pen(28, INK)

KNOT = 8.0  # the disc at a name, where its lines end
LEFT, RIGHT = float(MARGIN + COLUMN), float(WIDTH - MARGIN - COLUMN)  # where names end, and begin
FROM_NAME = 18.0
SAMPLE = 92.0
BESIDE = 40  # between two names without a pair

NO_PAIRS = "Пар пока нет."


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[Line, ...] = ()
    waiting: tuple[str, ...] = ()
    free: tuple[str, ...] = ()


def build(network: PairsNetwork) -> tuple[bytes, ...]:
    """A PNG a page, at least one; the same value gives the same bytes."""
    all_pages = _pages(network)
    return tuple(_drawn(network, page, at, len(all_pages)) for at, page in enumerate(all_pages, start=1))


def _pages(network: PairsNetwork) -> list[_Page]:
    """Those without a pair stand below the last lines, or on pages of their own when there are too many."""
    names = _height(network.waiting, network.free)
    below = names if names <= ROOM_DOWN / 2 else 0.0
    found = [_Page(lines) for lines in pages(network.links, below)] or [_Page()]
    if height(found[-1].lines) + names <= ROOM_DOWN:
        found[-1] = replace(found[-1], waiting=network.waiting, free=network.free)
        return found
    return [*found, *_of_names(network)]


def _of_names(network: PairsNetwork) -> list[_Page]:
    found = [_Page()]
    for waiting, free in [((name,), ()) for name in network.waiting] + [((), (name,)) for name in network.free]:
        longer = _Page((), (*found[-1].waiting, *waiting), (*found[-1].free, *free))
        if _height(longer.waiting, longer.free) <= ROOM_DOWN:
            found[-1] = longer
        else:
            found.append(_Page((), waiting, free))
    return found


def _drawn(network: PairsNetwork, page: _Page, at: int, of: int) -> bytes:
    drawing = Drawing(WIDTH)
    y = _heading(drawing, network, f"Лист {at} из {of}" if of > 1 else "")
    if page.lines:
        y = _network(drawing, page.lines, y + 26)
    elif not network.links:
        y = drawing.paragraph(MARGIN, y + 26, NO_PAIRS, NAME, ROOM) + 16
    y = _names(drawing, y, f"Наставляемые без пары: {len(network.waiting)}", page.waiting)
    y = _names(drawing, y, f"Наставники без пары: {len(network.free)}", page.free)
    if page.lines:
        y = _legend(drawing, y, [mark for mark in PairMark if mark in {line.mark for line in page.lines}])
    return drawing.png(y + MARGIN)


def _heading(drawing: Drawing, network: PairsNetwork, sheet: str) -> float:
    y = drawing.paragraph(MARGIN, MARGIN, "Наставнические пары", TITLE, ROOM)
    said = (clean_line(network.school), f"{network.school_year} учебный год, на {network.made_on}", sheet)
    y = drawing.paragraph(MARGIN, y + 6, ". ".join(filter(None, said)), UNDER_TITLE, ROOM)
    return drawing.paragraph(MARGIN, y + 8, counts(network), COUNTS, ROOM)


def _network(drawing: Drawing, lines: Sequence[Line], y: float) -> float:
    drawing.text(LEFT, y, "Наставники", SIDE, align="right")
    drawing.text(RIGHT, y, "Наставляемые", SIDE)
    page = laid(lines, y + SIDE.height + 14)
    _links(drawing, page)
    for placed in page.mentors:
        drawing.disc(LEFT + FROM_NAME, placed.middle, KNOT, INK)
        for number, name in enumerate(placed.names):
            drawing.text(LEFT, placed.top + number * NAME.height, name, NAME, align="right")
    for placed in page.mentees:
        drawing.disc(RIGHT - FROM_NAME, placed.middle, KNOT, INK)
        _mentee(drawing, placed)
    return page.bottom


def _links(drawing: Drawing, page: Laid) -> None:
    left = {placed.person.id: placed.middle for placed in page.mentors}
    right = {placed.person.id: placed.middle for placed in page.mentees}
    for line in page.lines:
        one, other = (LEFT + FROM_NAME, left[line.mentor.id]), (RIGHT - FROM_NAME, right[line.mentee.id])
        pairs_lines.link(drawing, one, other, line.mark)


def _mentee(drawing: Drawing, placed: Placed) -> None:
    y = placed.top
    for name in placed.names:
        drawing.text(RIGHT, y, name, NAME)
        y += NAME.height
    for mark in placed.marks:
        drawing.text(RIGHT, y, mark, word_pen(mark))
        y += word_pen(mark).height


def _names(drawing: Drawing, y: float, title: str, names: Sequence[str]) -> float:
    """Two side by side; nothing when there is nobody."""
    if not names:
        return y
    drawing.line((MARGIN, y + 14), (WIDTH - MARGIN, y + 14), RULE)
    y = drawing.paragraph(MARGIN, y + 28, title, SIDE, ROOM) + 8
    for row in _rows(names):
        for x, lines in zip((MARGIN, WIDTH / 2 + BESIDE / 2), row, strict=False):
            for number, line in enumerate(lines):
                drawing.text(x, y + number * NAME.height, line, NAME)
        y += max(map(len, row)) * NAME.height + 8
    return y


def _rows(names: Sequence[str]) -> list[list[tuple[str, ...]]]:
    lines = [lines_of(name, (ROOM - BESIDE) / 2) for name in names]
    return [lines[at : at + 2] for at in range(0, len(lines), 2)]


def _height(*lists: Sequence[str]) -> float:
    """As `_names` takes for all of them."""
    rows = sum(max(map(len, row)) * NAME.height + 8 for names in lists for row in _rows(names))
    return rows + sum(SIDE.height + 36 for names in lists if names)


def _legend(drawing: Drawing, y: float, marks: Sequence[PairMark]) -> float:
    """Every line that is on the page, with its word."""
    drawing.line((MARGIN, y + 14), (WIDTH - MARGIN, y + 14), RULE)
    x, y = float(MARGIN), y + 32
    for mark in marks:
        wide = SAMPLE + 14 + width_of(mark, LEGEND)
        if x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + LEGEND.height + 8
        middle = y + LEGEND.height / 2
        pairs_lines.link(drawing, (x, middle), (x + SAMPLE, middle), mark)
        drawing.text(x + SAMPLE + 14, y, mark, LEGEND)
        x += wide + 36
    return y + LEGEND.height
