"""Word's tables as a person sees them: merged cells with their text, lists with their numbers and bullets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

MOST_COLUMNS = 60

P, TBL = qn("w:p"), qn("w:tbl")
_TR, _TC, _VAL = qn("w:tr"), qn("w:tc"), qn("w:val")
_MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
# Text boxes and pictures float beside the text, a fallback says again what stands beside it, the rest is struck out.
_CLOSED = frozenset(
    qn(tag) for tag in ("w:txbxContent", "w:pict", "w:drawing", "w:object", "w:del", "w:moveFrom", "w:pPr", "w:rPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BULLETS = frozenset({"bullet", "none"})


@dataclass(slots=True)
class Lists:
    """How the document numbers its paragraphs; it counts on from paragraph to paragraph as Word does.

    `kinds` are formats by list and level, `styles` the lists that styles put paragraphs into.
    """

    kinds: dict[tuple[str, int], str]
    styles: dict[str, tuple[str, int]]
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, paragraph: Any) -> str:
        """«2) », «– », for a deeper level «◦ », or nothing."""
        place = self._place(paragraph)
        if place is None or place[0] == "0":  # list 0 takes a paragraph out of its style's list
            return ""
        if place[1] > 0:
            return "◦ "
        if self.kinds.get(place, "decimal") in _BULLETS:
            return "– "
        self.counted[place] = self.counted.get(place, 0) + 1
        return f"{self.counted[place]}) "

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        about = paragraph.find(qn("w:pPr"))
        if about is None:
            return None
        own = numbering(about)
        style = about.find(qn("w:pStyle"))
        return own or (self.styles.get(style.get(_VAL, "")) if style is not None else None)


def lists_of(numbering_part: Any, styles_part: Any) -> Lists:
    """Out of the two parts of the file; either may be missing."""
    kinds: dict[tuple[str, int], str] = {}
    styles: dict[str, tuple[str, int]] = {}
    if numbering_part is not None:
        abstract = {each.get(qn("w:abstractNumId")): each for each in numbering_part.iter(qn("w:abstractNum"))}
        for number in numbering_part.iter(qn("w:num")):
            ref = number.find(qn("w:abstractNumId"))
            described = abstract.get(ref.get(_VAL)) if ref is not None else None
            for level in described.iter(qn("w:lvl")) if described is not None else ():
                kind = level.find(qn("w:numFmt"))
                place = number.get(qn("w:numId"), ""), _integer(level.get(qn("w:ilvl")))
                kinds[place] = kind.get(_VAL, "") if kind is not None else ""
    for style in styles_part.iter(qn("w:style")) if styles_part is not None else ():
        about = style.find(qn("w:pPr"))
        if about is not None and (found := numbering(about)):
            styles[style.get(qn("w:styleId"), "")] = found
    return Lists(kinds, styles)


def numbering(about: Any) -> tuple[str, int] | None:
    """The list and the level that a paragraph's properties name."""
    number = about.find(qn("w:numPr"))
    found = number.find(qn("w:numId")) if number is not None else None
    if found is None:
        return None
    level = number.find(qn("w:ilvl"))
    return found.get(_VAL, ""), _integer(level.get(_VAL)) if level is not None else 0


def inside(element: Any, tags: frozenset[str]) -> Iterator[Any]:
    """The nearest descendants of these kinds, in the order of the document; nothing inside of them."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in tags:
            yield child
        elif child.tag not in _CLOSED:
            waiting.append(iter(child))


def rows_of(table: Any, lists: Lists, most: int) -> Iterator[tuple[str, ...]]:
    """Each row of the table, one more than `most` at the most."""
    above: Sequence[str] = ()
    for at, row in enumerate(inside(table, frozenset({_TR}))):
        if at > most:
            return
        above = _row(row, above, lists)
        yield tuple(above)


def text_of(paragraph: Any) -> str:
    words = inside(paragraph, frozenset({_TEXT, *_MARKS}))
    return "".join(_MARKS.get(word.tag) or word.text or "" for word in words)


def _row(row: Any, above: Sequence[str], lists: Lists) -> list[str]:
    cells = [""] * _before(row)
    for cell in inside(row, frozenset({_TC})):
        about = cell.find(qn("w:tcPr"))
        span = _span(about)
        cells.append(_cell(cell, about, above[len(cells)] if len(cells) < len(above) else "", lists))
        cells += [""] * (span - 1)
        if len(cells) >= MOST_COLUMNS:
            break
    return cells[:MOST_COLUMNS]


def _cell(cell: Any, about: Any, above: str, lists: Lists) -> str:
    """Merged down, it says what the cell above says; merged across in the old way, nothing."""
    if _merged(about, "w:vMerge"):
        return above
    return "" if _merged(about, "w:hMerge") else "\n".join(_lines(cell, lists))


def _lines(cell: Any, lists: Lists) -> Iterator[str]:
    """The paragraphs, those of tables inside too."""
    for paragraph in inside(cell, frozenset({P})):
        line = f"{lists.mark(paragraph)}{text_of(paragraph)}".strip()
        if line:
            yield line


def _merged(about: Any, how: str) -> bool:
    merge = about.find(qn(how)) if about is not None else None
    return merge is not None and merge.get(_VAL, "continue") == "continue"


def _span(about: Any) -> int:
    span = about.find(qn("w:gridSpan")) if about is not None else None
    return max(1, min(_integer(span.get(_VAL)), MOST_COLUMNS)) if span is not None else 1


def _before(row: Any) -> int:
    """Columns that the row leaves out at its beginning."""
    about = row.find(qn("w:trPr"))
    skipped = about.find(qn("w:gridBefore")) if about is not None else None
    return min(_integer(skipped.get(_VAL)), MOST_COLUMNS) if skipped is not None else 0


def _integer(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 9 else 0
