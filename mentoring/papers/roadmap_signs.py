"""The signs of the roadmap's picture: an own shape and an own colour each, so that neither has to be told apart."""

from collections.abc import Sequence

from mentoring.papers.drawing import Drawing
from mentoring.papers.roadmap_words import Mark

HALF = 15  # pixels from a sign's middle to its edges
DONE, IN_PROGRESS, NOT_STARTED, OVERDUE, NOT_APPLICABLE = "#1A7F37", "#1F5FA8", "#4A5159", "#B42318", "#6B7280"

_PAPER = "white"
_RING = 5
_TICK = ((-9, 0), (-5, -4), (-2, 1), (7, -9), (10, -5), (-2, 9))
_DIAMOND = ((0, -HALF), (HALF, 0), (0, HALF), (-HALF, 0))


def sign(drawing: Drawing, x: float, y: float, mark: Mark) -> None:
    """Its middle is at x, y."""
    match mark:
        case Mark.DONE:
            drawing.disc(x, y, HALF, DONE)
            drawing.polygon(_at(x, y, _TICK), _PAPER)
        case Mark.IN_PROGRESS:
            drawing.polygon(_at(x, y, _DIAMOND), IN_PROGRESS)
        case Mark.NOT_STARTED:
            drawing.disc(x, y, HALF, NOT_STARTED)
            drawing.disc(x, y, HALF - _RING, _PAPER)
        case Mark.OVERDUE:
            drawing.triangle(x, y - HALF, 2 * HALF, OVERDUE)
            drawing.box(x - 2, y - 4, 4, 10, _PAPER)
            drawing.box(x - 2, y + 8, 4, 4, _PAPER)
        case Mark.NOT_APPLICABLE:
            drawing.box(x - HALF, y - 4, 2 * HALF, 8, NOT_APPLICABLE)


def _at(x: float, y: float, corners: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    return [(x + right, y + down) for right, down in corners]
