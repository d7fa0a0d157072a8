"""A picture measured in pixels from its upper left corner: the one place that touches matplotlib.

Never pyplot, which keeps every figure that it has made. The font comes with the library: Cyrillic is there on any
server, and text is as wide as it was measured.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle

from mentoring.rules.text import clean_text

DPI = 100
_POINTS = 72 / DPI  # of a pixel
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_ROOM_FOR_MARKS = 0.95  # of the size: from the top of a line to where its letters stand
LINE = 1.32  # from line to line, of the size

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Pen:
    """How text looks: its size in pixels, its colour."""

    size: int
    colour: str
    bold: bool = False

    @property
    def height(self) -> int:
        return round(self.size * LINE)


class Drawing:
    """What was put on it is drawn when its height is known."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._parts: list[Callable[[Axes], None]] = []

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._parts.append(lambda axes: _add_patch(axes, Rectangle((x, y), width, height, color=colour, linewidth=0)))

    def triangle(self, x: float, y: float, size: float, colour: str) -> None:
        """Pointing up; its point is at x, y."""
        self.polygon([(x, y), (x - size / 2, y + size), (x + size / 2, y + size)], colour)

    def polygon(self, corners: Sequence[tuple[float, float]], colour: str) -> None:
        self._parts.append(lambda axes: _add_patch(axes, Polygon(corners, color=colour, linewidth=0)))

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Its middle is at x, y."""
        self._parts.append(lambda axes: _add_patch(axes, Circle((x, y), radius, color=colour, linewidth=0)))

    def line(self, one: tuple[float, float], other: tuple[float, float], colour: str) -> None:
        xs, ys = zip(one, other, strict=True)
        self._parts.append(lambda axes: _add_line(axes, Line2D(xs, ys, color=colour, linewidth=2)))

    def text(self, x: float, y: float, text: str, pen: Pen, *, align: Align = "left") -> None:
        """One line; y is its upper edge."""
        shown, base = printable(text, bold=pen.bold), y + _ROOM_FOR_MARKS * pen.size
        self._parts.append(
            lambda axes: _add_text(axes, x, base, shown, fontproperties=_font(pen), color=pen.colour, ha=align)
        )

    def paragraph(self, x: float, y: float, text: str, pen: Pen, width: float, *, align: Align = "left") -> float:
        """As many lines as it takes; returns the lower edge."""
        for line in wrapped(text, pen, width):
            self.text(x, y, line, pen, align=align)
            y += pen.height
        return y

    def png(self, height: float) -> bytes:
        figure = Figure(figsize=(self.width / DPI, round(height) / DPI), dpi=DPI, facecolor="white")
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(round(height), 0)
        for draw in self._parts:
            draw(axes)
        target = BytesIO()
        figure.savefig(target, format="png", metadata={"Software": None})
        return target.getvalue()


def width_of(text: str, pen: Pen) -> float:
    width, _, _ = _renderer().get_text_width_height_descent(printable(text, bold=pen.bold), _font(pen), ismath=False)
    return float(width)


def wrapped(text: str, pen: Pen, width: float) -> list[str]:
    """Lines that are no wider; a word that is too long for one is broken."""
    lines: list[str] = []
    for word in (piece for whole in printable(text, bold=pen.bold).split() for piece in _pieces(whole, pen, width)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, pen) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def printable(text: str, *, bold: bool = False) -> str:
    """Without what the font has no letter for, as small pictures: an empty frame in its place says nothing."""
    known = _letters(_file(bold=bold))
    return "".join(letter for letter in clean_text(text) if ord(letter) in known or letter.isspace()).strip()


def _pieces(word: str, pen: Pen, width: float) -> Iterator[str]:
    while len(word) > 1 and width_of(word, pen) > width:
        fits = max(1, bisect_right(range(1, len(word)), width, key=partial(_width_of_first, word, pen)))
        yield word[:fits]
        word = word[fits:]
    yield word


def _width_of_first(word: str, pen: Pen, letters: int) -> float:
    return width_of(word[:letters], pen)


def _add_patch(axes: Axes, patch: Circle | Polygon | Rectangle) -> None:
    axes.add_patch(patch)


def _add_line(axes: Axes, line: Line2D) -> None:
    axes.add_line(line)


def _add_text(axes: Axes, x: float, y: float, text: str, **look: object) -> None:
    """People's words are no formulas: a dollar sign is a dollar sign."""
    axes.text(x, y, text, va="baseline", parse_math=False, **look)  # type: ignore[arg-type]  # looks are of all types


def _file(*, bold: bool) -> Path:
    return _FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _font(pen: Pen) -> FontProperties:
    return FontProperties(fname=_file(bold=pen.bold), size=pen.size * _POINTS)


@cache
def _letters(file: Path) -> frozenset[int]:
    return frozenset(get_font(file).get_charmap())


@cache
def _renderer() -> Any:
    """Only to measure with; the library types nothing of it."""
    return RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]  # the library has no types
