"""Our templates of thanks and certificates: a page for each person, with a place for the seal."""

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from mentoring.papers.office_paper import body, centre, line, office_document
from mentoring.papers.office_words import NO_DAY
from mentoring.papers.templates.ours.pieces import end_if, only_if, sign
from mentoring.papers.word import content_of

_TITLE, _NAME = 26, 18
_FOR = "за поддержку коллег и работу наставником в {{ учебный_год }} учебном году."


def thanks_mentor() -> bytes:
    """Whom it thanks stands in the accusative when somebody has looked at it, else in the nominative."""
    document = _sheets("Благодарность наставнику")
    _large(centre(document, "БЛАГОДАРНОСТЬ", bold=True, before=120), _TITLE)
    only_if(document, "лист.кого")
    centre(document, "{{ школа.краткое_название }} благодарит", before=36)
    _large(centre(document, "{{ лист.кого }}", bold=True, before=12), _NAME)
    centre(document, _FOR, before=12)
    line(document, "{%p else %}")
    centre(document, "Наставник:", before=36)
    _large(centre(document, "{{ лист.кто }}", bold=True, before=12), _NAME)
    centre(document, "{{ школа.краткое_название }} благодарит", before=12)
    centre(document, _FOR)
    end_if(document)
    _end(document)
    line(document, "{{ школа.город }}, " + NO_DAY, before=24)
    return _whole(document)


def certificate_mentor() -> bytes:
    document = _sheets("Свидетельство наставника")
    _certifies(document, "в {{ учебный_год }} учебном году работал(а) наставником.")
    for said in (
        "Период: {{ лист.период }}.",
        "Основание: {{ лист.приказы }}.",
        "Число наставляемых: {{ лист.наставляемых }}.",
        "Форма наставничества: {{ лист.формы }}.",
        "Завершено персонализированных программ: {{ лист.программ }}.",
    ):
        body(document, said, before=4)
    _end(document)
    return _whole(document)


def certificate_mentee() -> bytes:
    document = _sheets("Свидетельство наставляемого")
    _certifies(document, "в {{ учебный_год }} учебном году завершил(а) программу наставничества.")
    for said in (
        "Период: {{ лист.период }}.",
        "Основание: {{ лист.приказы }}.",
        "Форма наставничества: {{ лист.формы }}.",
    ):
        body(document, said, before=4)
    _end(document)
    return _whole(document)


def _sheets(title: str) -> WordDocument:
    """One sheet for every line; each begins a page."""
    document = office_document(title=title, counts_pages=False)
    line(document, "{%p for лист in листы %}")
    centre(document, "{{ школа.полное_название }}", bold=True).paragraph_format.page_break_before = True
    return document


def _certifies(document: WordDocument, what: str) -> None:
    _large(centre(document, "СВИДЕТЕЛЬСТВО", bold=True, before=60), _TITLE)
    centre(document, "№ {{ документ.номер }} от {{ документ.дата }}", before=6)
    centre(document, "Настоящее свидетельство подтверждает, что", before=30)
    _large(centre(document, "{{ лист.кто }},", bold=True, before=12), _NAME)
    centre(document, what, before=12).paragraph_format.space_after = Pt(24)


def _end(document: WordDocument) -> None:
    line(document, "", before=48)
    sign(document)
    line(document, "М. П.", before=12)


def _whole(document: WordDocument) -> bytes:
    line(document, "{%p endfor %}")
    return content_of(document)


def _large(paragraph: Paragraph, size: int) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(size)
