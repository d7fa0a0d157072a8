"""Our template of the list for agreements: across, what is paid and the agreement's number are left to the hand."""

from docx.shared import Pt

from mentoring.papers.office_paper import body, centre, line, office_document
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.ours.pieces import across, end_if, loop_table, only_if
from mentoring.papers.word import content_of

_HEADINGS = (
    *("№", "Наставник, должность", "Наставляемые, должность", "Содержание", "Срок", "Форма и объём"),
    *("Приказ", "Выплата", "Соглашение"),
)
_WIDTHS = (9, 36, 38, 40, 26, 34, 24, 22, 28)
_MENTEES = (
    "{%p for наставляемый in наставник.наставляемые %}\n"
    "{{ наставляемый.имя }}, {{ наставляемый.должность }}\n"
    "{%p endfor %}"
)
# The day of the mark is not the day of the agreement: that one stands in the school's register.
_AGREEMENT = (
    "№ ______\n"
    "от ________\n"
    "{%p if наставник.соглашение.отметка %}\n"
    "подписано, отметка {{ наставник.соглашение.отметка }}\n"
    "{%p endif %}"
)


def agreements_list() -> bytes:
    document = office_document(title="Список для дополнительных соглашений")
    across(document)
    centre(document, "{{ школа.полное_название }}")
    centre(document, "СПИСОК НАСТАВНИКОВ", bold=True, before=12)
    last = centre(document, "для дополнительных соглашений на {{ учебный_год }} учебный год", bold=True)
    last.paragraph_format.space_after = Pt(8)
    loop_table(
        document,
        _HEADINGS,
        _WIDTHS,
        (
            "{%tr for наставник in наставники %}",
            (
                "{{ наставник.номер }}",
                "{{ наставник.имя }}, {{ наставник.должность }}",
                _MENTEES,
                "{{ наставник.содержание }}",
                "с {{ наставник.начало }} по {{ наставник.конец }}",
                "{{ наставник.форма }}; {{ наставник.объем }}",
                "от {{ наставник.приказ.дата }} № {{ наставник.приказ.номер }}",
                "______",
                _AGREEMENT,
            ),
            "{%tr endfor %}",
        ),
    )
    body(document, "Размер и условия выплат вписывает школа: бот сумм не хранит.", before=8)
    only_if(document, "внешние")
    body(document, "Внешние наставники в список не входят: с ними заключают договор.")
    end_if(document)
    line(document, f"{{{{ куратор.должность }}}} {BLANK} / {{{{ куратор.подпись }}}} / {NO_DAY}", before=14)
    return content_of(document)
