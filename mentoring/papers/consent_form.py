"""The sheet that a person signs by hand: one page, one purpose, nothing else on it.

Passport, address and signature are blank on purpose: they are written on paper and never reach us.
"""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from mentoring.papers.values import ConsentForm
from mentoring.papers.word import centred, content_of, new_document, write
from mentoring.rules.consent_text import action_words, operator_words, term_words
from mentoring.rules.text import clean_line

SIZE = 14
_SMALL = 10
# A long name of a school must not push the signature to a second page.
_SIZES = ((1_800, 14), (2_150, 13), (2_550, 12))  # letters in the clauses, tried page by page
_SMALLEST = 11
_SIGNATURE_SIZE = 12
_WIDTH = Mm(170)
_SIGNATURE_PLACES = (Mm(97), Mm(146))
_PASSPORT = "серия __________ № ______________ выдан «____» ______________ ______ г."


def build(form: ConsentForm) -> bytes:
    return build_many([form])


def build_many(forms: Sequence[ConsentForm]) -> bytes:
    """A page per person, in the given order."""
    document = new_document(title="Согласие на обработку персональных данных", size=SIZE)
    for at, form in enumerate(forms):
        _page(document, form, starts_page=at > 0)
    return content_of(document)


def _page(document: WordDocument, form: ConsentForm, *, starts_page: bool) -> None:
    clauses = _clauses(form)
    size = _size(clauses)
    heading = centred(document.add_paragraph())
    heading.paragraph_format.page_break_before = starts_page
    heading.paragraph_format.space_after = Pt(8)
    write(heading, form.text.title.upper(), size=size, bold=True)
    _person(document, form.person, size)
    for clause in clauses:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_after = Pt(2)
        write(paragraph, clause, size=size)
    _signature(document)


def _size(clauses: Sequence[str]) -> float:
    length = sum(len(clause) for clause in clauses)
    return next((size for most, size in _SIZES if length <= most), _SMALLEST)


def _clauses(form: ConsentForm) -> tuple[str, ...]:
    text = form.text
    return (
        f"свободно, своей волей и в своём интересе даю согласие {operator_words(form.operator)}",
        f"на обработку следующих данных: {'; '.join(text.personal_data)},",
        f"в целях: {text.purpose}.",
        f"Действия: {action_words(text, form.operator)}. Способ: {text.methods}. {text.limits}",
        f"Срок: {term_words(form.school_year)}. {text.withdrawal}",
    )


def _person(document: WordDocument, person: str, size: float) -> None:
    if name := clean_line(person):
        first = document.add_paragraph()
        write(first, "Я, ", size=size)
        write(first, f"{name},", size=size, bold=True)
    else:
        _to_fill(document, "Я,", size)
        _caption(document, "(фамилия, имя, отчество)")
    _to_fill(document, "зарегистрирован(а) по адресу:", size)
    _to_fill(document, "", size)
    _to_fill(document, "документ, удостоверяющий личность:", size)
    write(_for_a_hand(document), _PASSPORT, size=size)
    _to_fill(document, "", size)
    _caption(document, "(кем выдан)")


def _to_fill(document: WordDocument, label: str, size: float) -> None:
    """A label and a line to the right edge, with room above for a hand."""
    paragraph = _for_a_hand(document)
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    write(paragraph, f"{label} " if label else "", size=size)
    paragraph.add_run("\t").font.size = Pt(size)


def _for_a_hand(document: WordDocument) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(5)
    return paragraph


def _caption(document: WordDocument, text: str) -> None:
    write(centred(document.add_paragraph()), text, size=_SMALL)


def _signature(document: WordDocument) -> None:
    """Always in the large type: it is written on, not read."""
    line, captions = document.add_paragraph(), document.add_paragraph()
    line.paragraph_format.space_before = Pt(14)
    for paragraph in (line, captions):
        for place in _SIGNATURE_PLACES:
            paragraph.paragraph_format.tab_stops.add_tab_stop(place, WD_TAB_ALIGNMENT.CENTER)
    write(line, "«____» ______________ 20____ г.\t______________\t___________________", size=_SIGNATURE_SIZE)
    write(captions, "\t(подпись)\t(расшифровка)", size=_SMALL)
