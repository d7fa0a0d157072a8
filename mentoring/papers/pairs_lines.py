"""The lines of the picture of pairs: an own colour and an own pattern each, so that neither has to be told apart."""

from collections.abc import Iterator, Mapping
from math import hypot

from mentoring.papers.drawing import Drawing
from mentoring.papers.pairs_values import PairMark

COLOURS: Mapping[PairMark, str] = {
    PairMark.ACTIVE: "#1A7F37",
    PairMark.AGREED: "#1F5FA8",
    PairMark.OFFERED: "#6D3FA0",
    PairMark.PAUSED: "#8A4B08",
    PairMark.ENDED: "#5A626B",
}
THICK, THIN = 6.0, 2.5

Point = tuple[float, float]

# Lengths along the line: drawn, left out, drawn…; the whole line is one piece. A piece as long as it is thick is a dot.
_PATTERNS: Mapping[PairMark, tuple[float, ...]] = {
    PairMark.AGREED: (26, 14),
    PairMark.OFFERED: (THICK + 1, 12),
    PairMark.PAUSED: (30, 12, THICK + 1, 12),
}
_APART = 5.0  # from the middle of the line to each half of a double one


def link(drawing: Drawing, one: Point, other: Point, mark: PairMark) -> None:
    """From point to point; what has ended is two thin lines."""
    if mark is PairMark.ENDED:
        for side in (-_APART, _APART):
            _piece(drawing, _beside(one, one, other, side), _beside(other, one, other, side), THIN, COLOURS[mark])
        return
    for start, end in _pieces(one, other, _PATTERNS.get(mark, ())):
        _piece(drawing, start, end, THICK, COLOURS[mark])


def _pieces(one: Point, other: Point, pattern: tuple[float, ...]) -> Iterator[tuple[Point, Point]]:
    length = hypot(other[0] - one[0], other[1] - one[1])
    if not pattern:
        yield one, other
        return
    begins, at = 0.0, 0
    while begins < length:
        ends = begins + pattern[at % len(pattern)]
        if at % 2 == 0:
            yield _along(one, other, begins / length), _along(one, other, min(ends / length, 1.0))
        begins, at = ends, at + 1


def _along(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _piece(drawing: Drawing, start: Point, end: Point, thickness: float, colour: str) -> None:
    half = thickness / 2
    corners = [_beside(start, start, end, half), _beside(end, start, end, half)]
    corners += [_beside(end, start, end, -half), _beside(start, start, end, -half)]
    drawing.polygon(corners, colour)


def _beside(point: Point, one: Point, other: Point, away: float) -> Point:
    """So far from the line, to its side."""
    along, down = other[0] - one[0], other[1] - one[1]
    length = hypot(along, down) or 1.0
    return point[0] - down / length * away, point[1] + along / length * away
