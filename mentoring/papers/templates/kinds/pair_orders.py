"""The three orders on pairs: who is assigned to whom, what changes, what ends."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import pairs, shared
from storage.vocabulary.documents import DocumentKind

PLACE = "«Пары» → «Приказы о парах»"
_EMPLOYED, _PROGRAMMES = "наставники_школы", "программы_нужны"
_HEAD = (
    shared.SCHOOL,
    shared.CITY,
    shared.NUMBER,
    shared.DATED_ON,
    pairs.REGULATION_NUMBER,
    pairs.REGULATION_DAY,
    Field("основания", "другие основания: письма, региональный акт", optional=True),
    Field(_EMPLOYED, "есть ли наставники, которые работают в школе", Sort.YES),
    shared.COORDINATOR,
    shared.COORDINATOR_POST,
    Field("соглашения.исполняет", "кто оформляет соглашения с наставниками", only_if=_EMPLOYED),
    shared.DIRECTOR_POST,
    shared.DIRECTOR,
)
_DUE = (
    Field(_PROGRAMMES, "нужны ли персонализированные программы", Sort.YES),
    Field("программы.срок", "срок подготовки программ", only_if=_PROGRAMMES),
)
_NUMBER = Field("номер", "номер по порядку")
_CHANGED = "что было прежде"

ORDER_PAIRS = Outline(
    DocumentKind.ORDER_PAIRS,
    "Приказ о закреплении пар",
    "Приказ о парах.docx",
    (
        *_HEAD,
        shared.YEAR,
        *_DUE,
        Field(
            "пары",
            "пары",
            Sort.LINES,
            line="пара",
            by_lines=True,
            each=(
                *(_NUMBER, pairs.MENTORS, pairs.MENTEES, pairs.FORMAT),
                *(pairs.STARTS, pairs.ENDS, pairs.CONSENTS),
            ),
        ),
        pairs.ACQUAINTED,
    ),
    about="Закрепляет наставников за наставляемыми на учебный год.",
    place=PLACE,
)

ORDER_PAIRS_CHANGE = Outline(
    DocumentKind.ORDER_PAIRS_CHANGE,
    "Приказ об изменениях в парах",
    "Приказ об изменениях.docx",
    (
        *_HEAD,
        *_DUE,
        Field(
            "изменения",
            "пары",
            Sort.LINES,
            line="изменение",
            by_lines=True,
            each=(
                *(_NUMBER, pairs.MENTORS, pairs.MENTEES, pairs.ORDER_NUMBER, pairs.ORDER_DAY),
                Field("что", "что изменено"),
                Field("другие_наставники", "меняются ли наставники", Sort.YES),
                pairs.people("прежние", _CHANGED, line="прежний", only_if="другие_наставники"),
                Field("другой_срок", "меняется ли срок", Sort.YES),
                Field("прежний_конец", _CHANGED, only_if="другой_срок"),
                Field("новый_конец", pairs.ENDS.what, only_if="другой_срок"),
                Field("с_даты", "с какой даты"),
                pairs.CONSENTS,
            ),
        ),
        pairs.ACQUAINTED,
    ),
    about="Меняет наставника, состав группы или срок.",
    place=PLACE,
)

ORDER_PAIRS_END = Outline(
    DocumentKind.ORDER_PAIRS_END,
    "Приказ о прекращении наставничества",
    "Приказ о прекращении.docx",
    (
        *_HEAD,
        Field(
            "окончания",
            "пары",
            Sort.LINES,
            line="окончание",
            by_lines=True,
            each=(
                *(_NUMBER, pairs.MENTORS, pairs.MENTEES, pairs.ORDER_NUMBER, pairs.ORDER_DAY),
                Field("дата", "дата прекращения"),
                Field("основание", "основание прекращения"),
                Field("предупреждение", "нужно ли назвать дату уведомления", Sort.YES),
                Field("уведомление", "дата уведомления", only_if="предупреждение"),
            ),
        ),
        pairs.ACQUAINTED,
    ),
    about="Прекращает работу пар. Причины только из закрытого списка.",
    place=PLACE,
)
