"""Our template of the act of destruction: the act on one page, the extract of the journal on the next."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import body, centre, line, office_document, turn_page
from mentoring.papers.templates.ours.pieces import loop_table, sign
from mentoring.papers.word import content_of, end_after_table

_EDGE = Mm(170)


def act_destruction() -> bytes:
    document = office_document(title="Акт об уничтожении персональных данных")
    centre(document, "{{ школа.полное_название }}")
    centre(document, "{{ школа.адрес }}")
    centre(document, "АКТ № {{ документ.номер }}", bold=True, before=12)
    centre(document, "об уничтожении персональных данных", bold=True)
    place = line(document, "{{ документ.дата }}\t{{ школа.город }}", before=6)
    place.paragraph_format.tab_stops.add_tab_stop(_EDGE, WD_TAB_ALIGNMENT.RIGHT)
    body(
        document,
        "Оператор персональных данных {{ школа.полное_название }} (адрес: {{ школа.адрес }}) составил настоящий акт "
        "о том, что уничтожены персональные данные следующих субъектов:",
        before=10,
    ).paragraph_format.space_after = Pt(4)
    loop_table(
        document,
        ("Номер записи", "Причина уничтожения", "Дата и время уничтожения"),
        (32, 90, 48),
        (
            "{%tr for субъект in субъекты %}",
            ("{{ субъект.запись }}", "{{ субъект.причина }}", "{{ субъект.дата }}"),
            "{%tr endfor %}",
        ),
    )
    _destroyed(document)
    line(
        document,
        "Уничтожил(а) или отвечает за уничтожение: {{ ответственный.имя }}, {{ ответственный.должность }}",
        before=14,
    )
    line(document, "__________ / {{ ответственный.подпись }}", before=10)
    sign(document)
    _extract(document)
    return content_of(document)


def _destroyed(document: WordDocument) -> None:
    body(document, "Перечень уничтоженных персональных данных:", before=8)
    line(document, "{%p for вид in данные %}")
    body(document, "– {{ вид.название }}")
    line(document, "{%p endfor %}")
    body(document, "Информационная система: {{ система }}.", before=6)
    body(document, "Способ уничтожения: {{ способ }}.")
    body(document, "К акту приложена выгрузка из журнала регистрации событий информационной системы.")


def _extract(document: WordDocument) -> None:
    turn_page(document, landscape=False)
    line(document, "Приложение к акту № {{ документ.номер }} от {{ документ.дата }}")
    centre(document, "ВЫГРУЗКА ИЗ ЖУРНАЛА", bold=True, before=10)
    centre(document, "регистрации событий информационной системы").paragraph_format.space_after = Pt(6)
    loop_table(
        document,
        ("Дата и время", "Событие", "Номер записи", "Кем выполнено"),
        (40, 66, 24, 40),
        (
            "{%tr for событие in события %}",
            ("{{ событие.время }}", "{{ событие.что }}", "{{ событие.запись }}", "{{ событие.кто }}"),
            "{%tr endfor %}",
        ),
    )
    end_after_table(document)
