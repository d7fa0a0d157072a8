"""The collection of practice cards in Word: a title page, contents, each card on a page of its own, nominations.

The numbers in the contents are fields that look for their page. Word counts them anew only when it is asked, so each
stands there as it will most probably be: by the lines that the cards before it take.
"""

from collections.abc import Sequence
from itertools import accumulate

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from mentoring.papers import practice_words as words
from mentoring.papers.office_paper import UPRIGHT, centre, heading, line
from mentoring.papers.practice_values import CardPaper, CollectionPaper, NominationPaper
from mentoring.papers.word import content_of, new_document, number_pages, write
from mentoring.rules.text import clean_line

_SIZE = 12
_LINE, _PAGE = 88, 50  # letters of a line, lines of a page: of twelve points on A4
_CONTENTS_PAGE = 38  # entries, with the gap after each
_FROM_TOP = 170  # points: a title stands at a third of its page
_NUMBER_ROOM = Mm(15)


def practice_collection(paper: CollectionPaper) -> bytes:
    """A4 upright; the title page has no number."""
    document = new_document(title=words.OF, size=_SIZE)
    document.sections[0].different_first_page_header_footer = True
    number_pages(document)
    _title(document, paper)
    _contents(document, paper)
    for number, card in enumerate(paper.cards, start=1):
        _card(document, card, _mark(number))
    if paper.nominations:
        _nominations(document, paper.nominations, _mark(len(paper.cards) + 1))
    return content_of(document)


def _title(document: WordDocument, paper: CollectionPaper) -> None:
    centre(document, clean_line(paper.school))
    centre(document, words.TITLE, bold=True, before=_FROM_TOP).runs[0].font.size = Pt(24)
    centre(document, words.OF, before=12).runs[0].font.size = Pt(16)
    centre(document, words.year(paper.school_year), before=12).runs[0].font.size = Pt(16)


def _contents(document: WordDocument, paper: CollectionPaper) -> None:
    head = line(document, words.CONTENTS, bold=True)
    head.paragraph_format.page_break_before = True
    entries = [clean_line(card.title) for card in paper.cards]
    entries += [words.NOMINATIONS] if paper.nominations else []
    for number, (entry, page) in enumerate(zip(entries, _pages(paper, len(entries)), strict=True), start=1):
        _entry(document, entry, _mark(number), page)


def _pages(paper: CollectionPaper, entries: int) -> list[int]:
    """Where each entry will most probably be: after the title page and the contents."""
    first = 2 + -(-entries // _CONTENTS_PAGE)
    return list(accumulate((_length(card) for card in paper.cards), initial=first))[:entries]


def _length(of: CardPaper) -> int:
    """In pages."""
    lines = 3 + sum(1 + _lines(text) for _, text in _parts(of))
    return -(-lines // _PAGE)


def _lines(text: str) -> int:
    return sum(1 + len(each) // _LINE for each in text.split("\n"))


def _entry(document: WordDocument, text: str, mark: str, page: int) -> None:
    paragraph = line(document, f"{text}\t", before=4)
    paragraph.paragraph_format.right_indent = _NUMBER_ROOM
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(UPRIGHT), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f"PAGEREF {mark} \\h")
    field.append(write(paragraph, str(page))._r)
    paragraph._p.append(field)


def _card(document: WordDocument, of: CardPaper, mark: str) -> None:
    _head(document, clean_line(of.title), mark)
    if of.author:
        centre(document, f"{words.AUTHOR}: {of.author}", before=4)
    for name, text in _parts(of):
        heading(document, name)
        line(document, text)


def _parts(of: CardPaper) -> list[tuple[str, str]]:
    """Named, what was left empty is not there."""
    every = (
        (words.AREAS, ", ".join(of.areas)),
        (words.USEFUL_TO, of.useful_to),
        (words.PROBLEM, of.problem),
        (words.DONE, of.done),
        (words.RESULT, of.result),
        (words.LINKS, of.links),
    )
    return [(name, text) for name, text in every if text]


def _nominations(document: WordDocument, of: Sequence[NominationPaper], mark: str) -> None:
    _head(document, words.NOMINATIONS, mark)
    line(document, words.NO_ORDER, before=4)
    for nomination in of:
        heading(document, clean_line(nomination.title))
        for title, author in nomination.cards:
            line(document, words.nominee(clean_line(title), author))


def _head(document: WordDocument, text: str, mark: str) -> None:
    """The first line of its page: found by the contents, and in the list of headings beside the text."""
    paragraph = centre(document, text, bold=True)
    paragraph.runs[0].font.size = Pt(16)
    paragraph.paragraph_format.page_break_before = True
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)
    _bookmark(paragraph, mark)


def _bookmark(paragraph: Paragraph, mark: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), mark.removeprefix("card"))
    start.set(qn("w:name"), mark)
    paragraph.runs[0]._r.addprevious(start)
    paragraph._p.append(end)


def _mark(number: int) -> str:
    """The bookmark of a card."""
    return f"card{number}"
