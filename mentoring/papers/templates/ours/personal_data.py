"""Our templates of the application that takes the consent back, and of the consent to publish."""

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import body, centre, grid, line, office_document
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.ours.pieces import end_if, only_if
from mentoring.papers.word import content_of

_STAMP_FROM = Mm(70)
_LONG = "______________________________________________"
_LAW = "Федерального закона от 27.07.2006 № 152-ФЗ «О персональных данных»"


def withdrawal_pd() -> bytes:
    document = office_document(title="Заявление об отзыве согласия", counts_pages=False)
    only_if(document, "директор.дательный")
    _stamp(document, "{{ школа.краткое_название }}")
    _stamp(document, "Кому: {{ директор.дательный }}")
    line(document, "{%p else %}")
    _stamp(document, "Кому: {{ школа.краткое_название }}, {{ директор.должность }}: {{ директор.имя }}")
    end_if(document)
    _stamp(document, "От кого: {{ заявитель.имя }}, {{ заявитель.должность }}")
    centre(document, "ЗАЯВЛЕНИЕ", bold=True, before=30)
    centre(document, "об отзыве согласия на обработку персональных данных", bold=True)
    body(
        document,
        f"На основании статьи 9 {_LAW} отзываю согласие на обработку моих персональных данных"
        "{% if согласие.дата %}, данное {{ согласие.дата }}{% endif %} оператору: {{ школа.полное_название }} (адрес: "
        "{{ школа.адрес }}) в целях организации и мониторинга наставничества педагогических работников.",
        before=14,
    )
    body(
        document,
        "Прошу прекратить обработку и уничтожить мои персональные данные в срок, не превышающий тридцати дней с даты "
        "поступления этого заявления, кроме тех, которые школа обязана хранить по закону, и сообщить мне об этом.",
        before=6,
    )
    line(document, f"{NO_DAY}    {BLANK} / {{{{ заявитель.подпись }}}}", before=30)
    line(document, f"Заявление принято: {NO_DAY}    {BLANK}", before=30)
    return content_of(document)


def consent_publication() -> bytes:
    """As the law has it of data that are made public: each kind allowed or not by the person's own hand."""
    document = office_document(title="Согласие на публикацию", counts_pages=False)
    centre(document, "СОГЛАСИЕ", bold=True)
    centre(document, "на обработку персональных данных,", bold=True)
    centre(document, "разрешённых субъектом персональных данных для распространения", bold=True)
    line(document, f"Я, {_LONG}{BLANK}", before=10)
    line(document, "Контакты (телефон, почта или адрес):", before=4)
    line(document, _LONG + BLANK)
    body(
        document,
        f"На основании статьи 10.1 {_LAW} разрешаю оператору {{{{ школа.полное_название }}}} (адрес: "
        "{{ школа.адрес }}, ОГРН {{ школа.огрн }}) распространять отмеченные мною данные в целях рассказа о программе "
        "наставничества и её итогах на сайте:",
        before=4,
    )
    line(document, _LONG + BLANK).paragraph_format.space_after = Pt(6)
    table = grid(
        document,
        ("Данные", "Разрешаю", "Не разрешаю", "Условия и запреты"),
        (
            ("Фамилия, имя, отчество", "☐", "☐", ""),
            ("Должность", "☐", "☐", ""),
            ("Фотография", "☐", "☐", ""),
            ("Результаты участия в программе, описание практики", "☐", "☐", ""),
        ),
        (70, 26, 30, 44),
    )
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for said in (
        "Строка, в которой ничего не отмечено, означает отказ. Неотмеченные данные не публикуются.",
        f"Согласие действует до {NO_DAY} Его можно отозвать в любое время: распространение прекращается по "
        "требованию, поданному в школу.",
        "Отказ дать это согласие или его отзыв не влияет на участие в программе наставничества.",
    ):
        body(document, said, before=6)
    line(document, f"{NO_DAY}    {BLANK} / {BLANK}{BLANK}", before=24)
    return content_of(document)


def _stamp(document: WordDocument, said: str) -> None:
    line(document, said).paragraph_format.left_indent = _STAMP_FROM
