"""The lines of a cell as a list of things to do, nested one level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

_MARKS = re.compile(
    r"(?:(?P<number>\(?\d{1,2}[.)](?!\d))|(?P<deep>[◦○▫][ ]?|o(?= )|\d\.\d{1,2}[.)]?(?= )|[а-яёa-z]\)(?=\s))"
    r"|(?P<dash>[-–—−•·●▪■‣⁃]|\*(?= )))\s*"
)
_NUMBER = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
_INLINE = re.compile(r"(?<=[:;])\s+(?=(?:[-–—•]|[а-я]\))\s)")
_INLINE_OF_LIST = re.compile(r"(?<=[:;.])\s+(?=[-–—•]\s)")
_NEXT_NUMBER = re.compile(r"(?<=[.;:,)»])\s+(?=\(?(\d{1,2})[.)]\s)")
_SHORT_WORD = re.compile(r"(?:^|\s)\S{1,2}\.$")


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to do, without its bullet; `inner` are the parts that it was written with."""

    text: str
    inner: tuple[str, ...] = ()


class _Mark(Enum):
    """In the order of how much they say."""

    NONE = auto()
    DASH = auto()
    NUMBER = auto()
    DEEP = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    mark: _Mark
    text: str

    @property
    def introduces(self) -> bool:
        return self.text.endswith(":")


def read_items(lines: Sequence[str]) -> tuple[str, tuple[Item, ...]]:
    """What stands above the list, if its first line only introduces all the others, and the items."""
    pieces = _joined(piece for line in lines for piece in _pieces(line))
    if len(pieces) > 1 and _is_lead(pieces):
        return pieces[0].text.rstrip(" :"), _grouped(pieces[1:])
    return "", _grouped(pieces)


def without_mark(line: str) -> str:
    """«1. Подготовка» without its number."""
    return _marked(line).text


def _pieces(line: str) -> Iterator[_Piece]:
    """A list may have lost its breaks: «…: - one; - two», «1) one. 2) two»."""
    breaks = _INLINE_OF_LIST if _marked(line).mark is _Mark.DASH else _INLINE
    for part in breaks.split(line):
        for piece in _numbered(part):
            marked = _marked(piece)
            if any(mark.isalnum() for mark in marked.text):
                yield marked


def _numbered(part: str) -> Iterator[str]:
    first = _NUMBER.match(part)
    number, begins = (int(first[1]) if first else -1), 0
    for found in _NEXT_NUMBER.finditer(part) if first else ():
        if int(found[1]) == number + 1:
            yield part[begins : found.start()]
            number, begins = number + 1, found.end()
    yield part[begins:]


def _marked(line: str) -> _Piece:
    """Two marks at most, for editors put bullets before what has a number typed already; the one that says more."""
    text = line.strip()
    marks = [_Mark.NONE]
    while len(marks) <= 2 and (found := _MARKS.match(text)):
        marks.append(_Mark[str(found.lastgroup).upper()])
        text = text[found.end() :]
    return _Piece(max(marks, key=lambda mark: mark.value), text)


def _joined(pieces: Iterator[_Piece]) -> list[_Piece]:
    """An unmarked line that begins with a small letter goes on with the line before."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and piece.mark is _Mark.NONE and piece.text[0].islower():
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {piece.text}")
        else:
            joined.append(piece)
    return joined


def _is_lead(pieces: Sequence[_Piece]) -> bool:
    first, *others = pieces
    return first.mark is _Mark.NONE and first.introduces and all(piece.mark is not _Mark.NONE for piece in others)


def _grouped(pieces: Sequence[_Piece]) -> tuple[Item, ...]:
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _is_inside(piece, groups[-1][0]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(Item(_tidy(top.text), tuple(_tidy(each.text) for each in inner)) for top, *inner in groups)


def _is_inside(piece: _Piece, top: _Piece) -> bool:
    match piece.mark:
        case _Mark.NONE:
            return False
        case _Mark.NUMBER:
            return top.mark is _Mark.NONE and top.introduces
        case _Mark.DASH:
            return top.mark is _Mark.NUMBER or (top.mark is _Mark.NONE and top.introduces)
        case _Mark.DEEP:
            return top.mark is not _Mark.DEEP


def _tidy(text: str) -> str:
    """Without what parts the items; the full stop of «и т. д.» belongs to it."""
    plain = text.rstrip(" ;,:")
    return plain if _SHORT_WORD.search(plain) else plain.rstrip(" ;,:.") or plain
