"""Many sheets by one template as one document: each in sections of its own, with the template's heads and feet."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from mentoring.papers.templates.paragraphs import SECT, P
from mentoring.papers.word import content_of, shrink
from mentoring.papers.word_tables import lists_of

_PROPERTIES, _STYLE, _LIST, _VAL = (qn(f"w:{name}") for name in ("pPr", "pStyle", "numPr", "val"))
# What comes before these two in a section, in the order that Word insists on.
_BEFORE_TYPE = frozenset(qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr"))
_BEFORE_PAGES = _BEFORE_TYPE | {
    qn(f"w:{name}") for name in ("type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
}


def joined(sheets: Sequence[Any]) -> bytes:
    """Documents of python-docx, of one template: styles, lists, heads, feet and pictures are the same in all of them.

    Every sheet begins a page, and counts its pages and its lists from one.
    """
    whole = sheets[0]
    body = whole.element.body
    for sheet in sheets[1:]:
        _close(whole)
        moved = list(sheet.element.body)
        for each in moved:
            body.append(each)
        _begin_page(next(section for each in moved for section in each.iter(SECT)))
        _count_anew(whole, [paragraph for each in moved for paragraph in each.iter(P)])
    return content_of(whole)


def _close(whole: WordDocument) -> None:
    """The last section ends in the last paragraph, as all the others do; a table needs one after it."""
    body = whole.element.body
    section = body[-1]
    body.remove(section)
    last = body[-1] if len(body) else None
    if last is None or last.tag != P or next(last.iter(SECT), None) is not None:
        shrink(whole.add_paragraph())
        last = body[-1]
    last.get_or_add_pPr()._insert_sectPr(section)


def _begin_page(section: Any) -> None:
    _put(section, "w:type", "w:val", "nextPage", _BEFORE_TYPE)
    _put(section, "w:pgNumType", "w:start", "1", _BEFORE_PAGES)


def _put(section: Any, tag: str, name: str, value: str, before: frozenset[str]) -> None:
    found = section.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        section.insert(sum(each.tag in before for each in section), found)
    found.set(qn(name), value)


def _count_anew(whole: WordDocument, paragraphs: Sequence[Any]) -> None:
    """Every list of this sheet is a new one like it, that begins at one."""
    if not any(relation.reltype == RT.NUMBERING for relation in whole.part.rels.values()):
        return
    lists = whole.part.numbering_part.element
    styles = lists_of(None, whole.styles.element).styles
    anew: dict[str, str] = {}
    for paragraph in paragraphs:
        about = paragraph.find(_PROPERTIES)
        own = about.find(_LIST) if about is not None else None
        style = about.find(_STYLE) if about is not None else None
        by_style = styles.get(style.get(_VAL, "")) if style is not None and own is None else None
        if own is not None and own.find(qn("w:numId")) is not None:
            number = own.find(qn("w:numId"))
            number.set(_VAL, _like(lists, number.get(_VAL), anew))
        elif by_style:
            _into_list(about, _like(lists, by_style[0], anew), by_style[1])


def _like(lists: Any, number: str, anew: dict[str, str]) -> str:
    """List 0 takes a paragraph out of its style's list, and one that is nowhere described counts nothing."""
    if number in anew:
        return anew[number]
    of = next((each for each in lists.iter(qn("w:num")) if each.get(qn("w:numId")) == number), None)
    if of is None:
        return number
    made = deepcopy(of)
    for old in made.findall(qn("w:lvlOverride")):
        made.remove(old)
    highest = max(int(each.get(qn("w:numId"))) for each in lists.iter(qn("w:num")))
    anew[number] = str(highest + 1)
    made.set(qn("w:numId"), anew[number])
    for level in range(9):
        override, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
        override.set(qn("w:ilvl"), str(level))
        start.set(_VAL, "1")
        override.append(start)
        made.append(override)
    list(lists.iter(qn("w:num")))[-1].addnext(made)
    return anew[number]


def _into_list(about: Any, number: str, level: int) -> None:
    of = about.get_or_add_numPr()
    of.get_or_add_ilvl().set(_VAL, str(level))
    of.get_or_add_numId().set(_VAL, number)
