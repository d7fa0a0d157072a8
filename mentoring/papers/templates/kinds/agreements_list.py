"""What HR and the accountant need for the agreements with mentors: a list, no agreement and no sum."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import pairs, shared
from storage.vocabulary.documents import DocumentKind

AGREEMENTS_LIST = Outline(
    DocumentKind.AGREEMENTS_LIST,
    "Список для доп. соглашений",
    "Список для доп. соглашений.docx",
    (
        shared.SCHOOL,
        shared.YEAR,
        Field(
            "наставники",
            "наставники пар, которые в приказе",
            Sort.LINES,
            line="наставник",
            by_lines=True,
            each=(
                *(Field("номер", "номер по порядку"), Field("имя", "имя наставника"), pairs.POST, pairs.MENTEES),
                Field("содержание", "содержание работы"),
                *(pairs.STARTS, pairs.ENDS, pairs.FORMAT, Field("объем", "примерный объём")),
                *(pairs.ORDER_NUMBER, pairs.ORDER_DAY),
                Field("соглашение.отметка", "когда отмечено, что соглашение подписано", optional=True),
            ),
        ),
        Field("внешние", "есть ли наставники не из школы", Sort.YES),
        shared.COORDINATOR_POST,
        Field("куратор.подпись", "куратор: инициалы и фамилия"),
    ),
    stage=5,
    about="Кому из наставников нужно соглашение: содержание, срок, форма, объём. Без сумм.",
    place="«Пары» → «Приказы о парах»",
    numbered=False,
)
