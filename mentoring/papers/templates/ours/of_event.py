"""Our templates of an event's papers: minutes that chair and secretary sign, and the sheet of who has come."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import body, centre, heading, line, office_document
from mentoring.papers.office_words import BLANK
from mentoring.papers.templates.ours.pieces import each_paragraph, end_each, end_if, loop_table, only_if, otherwise
from mentoring.papers.word import content_of, end_after_table

_RIGHT = Mm(170)
_TO_BE_SIGNED = Mm(9)


def protocol_session() -> bytes:
    document = _minutes()
    _annexes(document)
    return content_of(document)


def protocol_round_table() -> bytes:
    document = _minutes()
    _talks(document)
    _annexes(document)
    return content_of(document)


def registration_sheet() -> bytes:
    document = office_document(title="Лист регистрации")
    centre(document, "{{ школа.полное_название }}")
    centre(document, "ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ", bold=True, before=12)
    centre(document, "{{ мероприятие.название }}", bold=True)
    centre(
        document, "{{ мероприятие.день }}, {{ мероприятие.время }}, {{ мероприятие.место }}"
    ).paragraph_format.space_after = Pt(8)
    table = loop_table(
        document,
        ("№", "Фамилия, имя, отчество", "Должность", "Подпись"),
        (12, 75, 48, 35),
        (
            "{%tr for участник in участники %}",
            ("{{ участник.номер }}", "{{ участник.имя }}", "{{ участник.должность }}", ""),
            "{%tr endfor %}",
        ),
    )
    for row in table.rows:
        row.height = _TO_BE_SIGNED
    end_after_table(document)
    return content_of(document)


def _minutes() -> WordDocument:
    document = office_document(title="Протокол")
    centre(document, "{{ школа.полное_название }}")
    centre(document, "ПРОТОКОЛ № {{ документ.номер }}", bold=True, before=12)
    centre(document, "{{ мероприятие.чего }}", bold=True)
    place = line(document, "{{ документ.дата }}\t{{ школа.город }}", before=6)
    place.paragraph_format.tab_stops.add_tab_stop(_RIGHT, WD_TAB_ALIGNMENT.RIGHT)
    _head(document)
    heading(document, "Повестка")
    each_paragraph(document, "вопрос", "вопросы")
    line(document, "{{ вопрос.номер }}. {{ вопрос.текст }}")
    end_each(document)
    _items(document)
    return document


def _head(document: WordDocument) -> None:
    line(
        document,
        "Проведено: {{ мероприятие.день }} в {{ мероприятие.время }}, {{ мероприятие.место }}",
        before=8,
    )
    line(document, "Председатель: {{ председатель }}")
    line(document, "Секретарь: {{ секретарь }}")
    guests = "{% if присутствовали.гости %}, гостей: {{ присутствовали.гости }}{% endif %}"
    only_if(document, "присутствовали.имена")
    line(document, f"Присутствовали: {{{{ присутствовали.имена }}}}{guests}")
    otherwise(document)
    line(document, f"Присутствовали: {{{{ присутствовали.число }}}} чел. (лист регистрации прилагается){guests}")
    end_if(document)


def _items(document: WordDocument) -> None:
    each_paragraph(document, "вопрос", "вопросы")
    heading(document, "{{ вопрос.номер }}. {{ вопрос.текст }}")
    _keeps(document, "СЛУШАЛИ:")
    each_paragraph(document, "речь", "вопрос.слушали")
    body(document, "{{ речь.текст }}")
    end_each(document)
    _keeps(document, "РЕШИЛИ:")
    each_paragraph(document, "решение", "вопрос.решили")
    whose = "{% if решение.ответственный %}, ответственный: {{ решение.ответственный }}{% endif %}"
    until = "{% if решение.срок %}, срок: до {{ решение.срок }}{% endif %}"
    body(document, f"{{{{ решение.номер }}}}) {{{{ решение.текст }}}}{whose}{until}.")
    end_each(document)
    end_each(document)


def _keeps(document: WordDocument, text: str) -> None:
    """Not the last line of its page."""
    line(document, text).paragraph_format.keep_with_next = True


def _talks(document: WordDocument) -> None:
    only_if(document, "выступления")
    heading(document, "Представленные практики")
    loop_table(
        document,
        ("№", "Автор", "Тема", "Согласие автора на включение в копилку (да / нет, подпись)"),
        (12, 48, 65, 45),
        (
            "{%tr for доклад in выступления %}",
            ("{{ доклад.номер }}", "{{ доклад.автор }}", "{{ доклад.тема }}", "{{ доклад.разрешение }}"),
            "{%tr endfor %}",
        ),
    )
    end_if(document)


def _annexes(document: WordDocument) -> None:
    heading(document, "Приложения")
    each_paragraph(document, "приложение", "приложения")
    line(document, "{{ приложение.номер }}. {{ приложение.название }}")
    end_each(document)
    signed = line(document, f"Председатель {BLANK} / {{{{ председатель }}}}", before=14)
    signed.paragraph_format.keep_with_next = True
    line(document, f"Секретарь {BLANK} / {{{{ секретарь }}}}", before=14)
