"""Where everybody stands on the picture of pairs: mentors on the left, mentees on the right, lines between.

1. Links fall into lines of one mentor and one mentee; of the same two people, the first counts.
2. Whoever is joined by lines stands together, in the order of the links. A mentor stands in the middle of the mentees
   that nobody above has; so names never meet, and lines only ever cross in the space between the two sides.
3. A page has as many of those who stand together as fit, pages about as many as each other. Those who do not fit on
   one are parted, and repeated where they are needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from mentoring.papers.drawing import Pen, width_of, wrapped
from mentoring.papers.pairs_lines import COLOURS
from mentoring.papers.pairs_values import NetworkPerson, PairLink, PairMark

MOST_LINES = 30
ROOM_DOWN = 2040  # pixels: with what stands above and below, Telegram shows the page unshrunk
COLUMN = 396  # as wide as a name may be

INK = "#1B1F24"
NAME = Pen(32, INK)
WORD_SIZE = 26
NAMELESS = "без имени"

_BETWEEN, _BETWEEN_BLOCKS = 10, 8


def word_pen(mark: PairMark) -> Pen:
    return Pen(WORD_SIZE, COLOURS[mark], bold=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One mentor and one mentee."""

    mentor: NetworkPerson
    mentee: NetworkPerson
    mark: PairMark


@dataclass(frozen=True, slots=True)
class Placed:
    """A person: lines of the name from `top` on, and the words below it; a line joins them at `middle`."""

    person: NetworkPerson
    top: float
    names: tuple[str, ...]
    marks: tuple[PairMark, ...] = ()  # said in words: nothing when all is as usual

    @property
    def middle(self) -> float:
        return self.top + len(self.names) * NAME.height / 2

    @property
    def bottom(self) -> float:
        return self.top + len(self.names) * NAME.height + sum(word_pen(mark).height for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Laid:
    """One page's people and lines; `bottom` is where they end."""

    mentors: tuple[Placed, ...]
    mentees: tuple[Placed, ...]
    lines: tuple[Line, ...]
    bottom: float


@lru_cache(maxsize=1024)
def lines_of(name: str, width: float = COLUMN) -> tuple[str, ...]:
    """A double surname is parted at its hyphen. Pages are tried out line by line, and measuring takes most of it."""
    words = (word.replace("-", "- ") if width_of(word, NAME) > width else word for word in name.split())
    return tuple(wrapped(" ".join(words), NAME, width)) or (NAMELESS,)


def pages(links: Sequence[PairLink], below: float = 0) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page, none without links; so much is to stand below the last."""
    parts = [part for together in _together(_lines(links)) for part in _fitting(together)]
    high, many = below + sum(map(height, parts)), sum(map(len, parts))
    wanted = max(1, ceil(many / MOST_LINES), ceil(high / ROOM_DOWN))
    found: list[list[Line]] = []
    for part in parts:
        is_last = len(found) >= wanted
        if found and _fits([*found[-1], *part]) and (is_last or height(found[-1]) + height(part) / 2 <= high / wanted):
            found[-1] += part
        else:
            found.append(list(part))
    return tuple(map(tuple, found))


def height(lines: Sequence[Line]) -> float:
    return laid(lines, 0).bottom


def laid(lines: Sequence[Line], top: float) -> Laid:
    mentors: list[Placed] = []
    mentees: dict[int, Placed] = {}
    for mentor in dict.fromkeys(line.mentor for line in lines):
        y, own = top, Placed(mentor, top, lines_of(mentor.name))
        middles = []
        for line in lines:
            if line.mentor == mentor and line.mentee.id not in mentees:
                placed = Placed(line.mentee, y, lines_of(line.mentee.name), _said(line.mentee, lines))
                mentees[line.mentee.id] = placed
                middles.append(placed.middle)
                y = placed.bottom + _BETWEEN
        down = (middles[0] + middles[-1]) / 2 - own.middle if middles else 0.0
        mentors.append(replace(own, top=top + max(0.0, down)))
        top = max(y, mentors[-1].bottom + _BETWEEN) + _BETWEEN_BLOCKS
    return Laid(tuple(mentors), tuple(mentees.values()), tuple(lines), top)


def _lines(links: Sequence[PairLink]) -> list[Line]:
    found: dict[tuple[int, int], Line] = {}
    for link in links:
        for mentor in link.mentors:
            for mentee in link.mentees:
                found.setdefault((mentor.id, mentee.id), Line(mentor, mentee, link.mark))
    return list(found.values())


def _together(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that share a person, through others too; of each, all of a mentor's follow each other."""
    found: list[list[Line]] = []
    for line in lines:
        joined = [part for part in found if any(_meet(line, other) for other in part)]
        found = [part for part in found if part not in joined]
        found.append([*(each for part in joined for each in part), line])
    order = {(line.mentor.id, line.mentee.id): at for at, line in enumerate(lines)}
    parts = [sorted(part, key=lambda line: order[line.mentor.id, line.mentee.id]) for part in found]
    parts.sort(key=lambda part: order[part[0].mentor.id, part[0].mentee.id])
    return [[line for mentor in dict.fromkeys(each.mentor for each in part) for line in part if line.mentor == mentor]
            for part in parts]  # fmt: skip


def _meet(one: Line, other: Line) -> bool:
    return one.mentor.id == other.mentor.id or one.mentee.id == other.mentee.id


def _fitting(together: Sequence[Line]) -> Iterator[list[Line]]:
    """All of them, or parts that fit on a page."""
    part: list[Line] = []
    for line in together:
        if part and not _fits([*part, line]):
            yield part
            part = []
        part.append(line)
    yield part


def _fits(lines: Sequence[Line]) -> bool:
    return len(lines) <= MOST_LINES and height(lines) <= ROOM_DOWN


def _said(person: NetworkPerson, lines: Sequence[Line]) -> tuple[PairMark, ...]:
    marks = dict.fromkeys(line.mark for line in lines if line.mentee.id == person.id)
    return () if tuple(marks) == (PairMark.ACTIVE,) else tuple(marks)
