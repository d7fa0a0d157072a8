"""Our template of the sheet that a person signs by hand: one page, one purpose, nothing else on it.

The words are those of the chat. Passport, address and signature are blank on purpose: they never reach us.
"""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from mentoring.papers.templates.ours.pieces import end_if, only_if, otherwise
from mentoring.papers.word import centred, content_of, new_document, write
from mentoring.rules.consent_text import PARTICIPANT_CONSENT, TO_PROCESSOR, Operator, operator_words, term_until

SIZE = 14
_SMALL = 10
_SIGNATURE_SIZE = 12
_WIDTH = Mm(170)
_SIGNATURE_PLACES = (Mm(97), Mm(146))
_PASSPORT = "серия __________ № ______________ выдан «____» ______________ ______ г."
_SCHOOL = operator_words(Operator("{{ школа.полное_название }}", "{{ школа.адрес }}"))
_HOSTED = operator_words(
    Operator(
        "{{ школа.полное_название }}",
        "{{ школа.адрес }}",
        "{{ обработчик.название }}",
        "{{ обработчик.адрес }}",
    )
).removeprefix(_SCHOOL)


def consent_pd() -> bytes:
    """One wording for both banks: a teacher may stand in either."""
    text = PARTICIPANT_CONSENT
    document = new_document(title=text.title, size=SIZE)
    heading = centred(document.add_paragraph())
    heading.paragraph_format.space_after = Pt(8)
    write(heading, text.title.upper(), bold=True)
    _person(document)
    for clause in _clauses():
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_after = Pt(2)
        write(paragraph, clause)
    _signature(document)
    return content_of(document)


def _clauses() -> tuple[str, ...]:
    text = PARTICIPANT_CONSENT
    actions = ", ".join(text.actions).replace(
        f"{TO_PROCESSOR}, ", f"{{% if обработчик.есть %}}{TO_PROCESSOR}, {{% endif %}}"
    )
    return (
        f"свободно, своей волей и в своём интересе даю согласие {_SCHOOL}"
        f"{{% if обработчик.есть %}}{_HOSTED}{{% endif %}}",
        f"на обработку следующих данных: {'; '.join(text.personal_data)},",
        f"в целях: {text.purpose}.",
        f"Действия: {actions}. Способ: {text.methods}. {text.limits}",
        f"Срок: {term_until('{{ срок.год }}')}. {text.withdrawal}",
    )


def _person(document: WordDocument) -> None:
    only_if(document, "работник.имя")
    first = document.add_paragraph()
    write(first, "Я, ")
    write(first, "{{ работник.имя }},", bold=True)
    otherwise(document)
    _to_fill(document, "Я,")
    _caption(document, "(фамилия, имя, отчество)")
    end_if(document)
    _to_fill(document, "зарегистрирован(а) по адресу:")
    _to_fill(document, "")
    _to_fill(document, "документ, удостоверяющий личность:")
    write(_for_a_hand(document), _PASSPORT)
    _to_fill(document, "")
    _caption(document, "(кем выдан)")


def _to_fill(document: WordDocument, label: str) -> None:
    """A label and a line to the right edge, with room above for a hand."""
    paragraph = _for_a_hand(document)
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    write(paragraph, f"{label} \t" if label else "\t")


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
