"""Tags in the paragraphs of a Word file, whatever Word has made of them.

Word cuts what one types into runs, with spelling marks and corrections between. A paragraph is read as one text; a tag
that is found in it is put whole, in its plain spelling, into the run that it begins in, and taken out of the others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

P, T, R, TR, TC, TBL, SECT = (qn(f"w:{name}") for name in ("p", "t", "r", "tr", "tc", "tbl", "sectPr"))
BODY, TEXT_BOX = qn("w:body"), qn("w:txbxContent")
_BREAKS = frozenset(qn(f"w:{name}") for name in ("br", "cr", "tab"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
BRACES = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Found:
    """A tag where it begins; `alone_in` says whether it is all that its paragraph and its row say."""

    text: str
    paragraph: str
    node: Any  # the paragraph
    holder: Any  # what holds the run: the paragraph, or a link in it
    is_alone: bool


@dataclass(slots=True)
class _Piece:
    """A `w:t`, or a break between two of them."""

    node: Any
    text: str


def text_of(paragraph: Any) -> str:
    return "".join(piece.text for piece in _pieces(paragraph))


def tags_of(paragraph: Any) -> Iterator[Found]:
    pieces = _pieces(paragraph)
    text, starts = _joined(pieces)
    for tag in TAG.finditer(text):
        at = _piece_at(starts, tag.start())
        run = pieces[at].node.getparent()
        yield Found(tag[0], text, paragraph, run.getparent(), text.strip() == tag[0].strip())


def tidy(paragraph: Any, spelling: Callable[[str], str]) -> None:
    """Every tag whole in one run, spelt as `spelling` says."""
    pieces = _pieces(paragraph)
    text, starts = _joined(pieces)
    found = list(TAG.finditer(text))
    if not found:
        return
    written = ["" for _ in pieces]
    end = 0
    for tag in found:
        _keep(pieces, starts, written, (end, tag.start()))
        written[_piece_at(starts, tag.start())] += spelling(tag[0])
        end = tag.end()
    _keep(pieces, starts, written, (end, len(text)))
    for piece, said in zip(pieces, written, strict=True):
        if piece.node.tag == T:
            piece.node.text = said
            piece.node.set(_SPACE, "preserve")


def _keep(pieces: Sequence[_Piece], starts: Sequence[int], written: list[str], span: tuple[int, int]) -> None:
    """What stands between tags stays where it is."""
    for at, piece in enumerate(pieces):
        begin = max(span[0] - starts[at], 0)
        written[at] += piece.text[begin : max(span[1] - starts[at], begin)]


def _joined(pieces: Sequence[_Piece]) -> tuple[str, list[int]]:
    starts, length = [], 0
    for piece in pieces:
        starts.append(length)
        length += len(piece.text)
    return "".join(piece.text for piece in pieces), starts


def _piece_at(starts: Sequence[int], place: int) -> int:
    """A piece without text begins where the next one does, and holds nothing."""
    return max(at for at, start in enumerate(starts) if start <= place)


def _pieces(paragraph: Any) -> list[_Piece]:
    """Of this paragraph alone: a text box inside of it has paragraphs of its own."""
    found: list[_Piece] = []
    for node in paragraph.iterchildren():
        _walk(node, found)
    return found


def _walk(node: Any, found: list[_Piece]) -> None:
    if node.tag == T:
        found.append(_Piece(node, node.text or ""))
    elif node.tag in _BREAKS and node.getparent().tag == R:
        found.append(_Piece(node, "\n"))
    elif node.tag != P:
        for each in node.iterchildren():
            _walk(each, found)
