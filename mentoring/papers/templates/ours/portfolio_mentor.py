"""Our template of a mentor's portfolio: totals, then what they are made of, table by table."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Pt

from mentoring.papers.office_paper import centre, heading, line, office_document
from mentoring.papers.templates.ours.pieces import end_if, loop_table, only_if
from mentoring.papers.word import content_of

_TOTALS = (
    "Наставляемых: {{ итог.наставляемых }}.",
    "Отмечено встреч: {{ итог.встреч }}, из них посещений уроков: {{ итог.посещений }}.",
    "Персонализированных программ утверждено: {{ итог.программ }}, завершено: {{ итог.завершено }}.",
)


def portfolio_mentor() -> bytes:
    document = office_document(title="Портфолио наставника")
    centre(document, "{{ школа.полное_название }}")
    centre(document, "ПОРТФОЛИО НАСТАВНИКА", bold=True, before=12)
    centre(document, "{{ наставник.имя }}, {{ наставник.должность }}", before=6)
    centre(document, "по данным программы наставничества на {{ на_дату }}").paragraph_format.space_after = Pt(10)
    for said in _TOTALS:
        line(document, said)
    _pairs(document)
    _tables(document)
    line(document, "Наставник __________ / {{ наставник.подпись }}", before=24)
    line(document, "Сведения верны: {{ директор.должность }} __________ / {{ директор.подпись }}", before=12)
    line(document, "М. П.", before=8)
    return content_of(document)


def _pairs(document: WordDocument) -> None:
    heading(document, "Пары и группы")
    loop_table(
        document,
        ("Учебный год", "Форма", "Наставляемых", "Период", "Приказ", "Программа"),
        (22, 29, 33, 32, 27, 27),
        _loop(
            "пара",
            "пары",
            ("год", "форма", "наставляемых", "период", "приказ", "программа"),
        ),
    )


def _tables(document: WordDocument) -> None:
    for field, of, title, columns, widths in (
        ("встречи", "встреча", "Встречи", ("Учебный год", "Вид", "Сколько", "Даты"), (22, 48, 22, 78)),
        ("мероприятия", "мероприятие", "Мероприятия и выступления", ("Дата", "Мероприятие", "Участие"), (26, 66, 78)),
        ("практики", "практика", "Практики, опубликованные с именем", ("Учебный год", "Название"), (26, 144)),
        ("приказы", "приказ", "Приказы о наставничестве", ("Дата", "Номер", "О чём"), (26, 34, 110)),
    ):
        only_if(document, field)
        heading(document, title)
        loop_table(document, columns, widths, _loop(of, field, _FIELDS[field]))
        end_if(document)


_FIELDS = {
    "встречи": ("год", "вид", "число", "даты"),
    "мероприятия": ("дата", "название", "участие"),
    "практики": ("год", "название"),
    "приказы": ("дата", "номер", "название"),
}


def _loop(of: str, field: str, columns: Sequence[str]) -> Sequence[str | Sequence[str]]:
    return (
        f"{{%tr for {of} in {field} %}}",
        tuple(f"{{{{ {of}.{each} }}}}" for each in columns),
        "{%tr endfor %}",
    )
