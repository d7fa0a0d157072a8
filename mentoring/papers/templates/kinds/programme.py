"""A pair's or a group's personalised programme. What is written at the end of the work is not missing before."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import of_pair, shared
from storage.vocabulary.documents import DocumentKind

PLAN = Field(
    "план",
    "план мероприятий",
    Sort.LINES,
    line="дело",
    each=(
        Field("номер", "номер по порядку"),
        Field("направление", "направление"),
        Field("мероприятие", "что делается"),
        Field("форма", "форма", optional=True),
        Field("срок", "срок"),
        Field("результат", "ожидаемый результат", optional=True),
        Field("подтверждение", "чем подтверждается", optional=True),
        Field("отметка", "когда выполнено", optional=True),
    ),
)
INDICATORS = Field(
    "показатели",
    "показатели",
    Sort.LINES,
    line="показатель",
    each=(
        Field("название", "показатель"),
        Field("старт", "на старте", optional=True),
        Field("план", "план", optional=True),
        Field("факт", "факт", optional=True),
        Field("проверка", "как проверяется", optional=True),
    ),
    optional=True,
)
CHANGES = Field(
    "изменения",
    "изменения и продление",
    Sort.LINES,
    line="изменение",
    each=(
        Field("дата", "день"),
        Field("что", "что изменено"),
        Field("кто", "кто внёс", optional=True),
    ),
    optional=True,
)

PROGRAMME = Outline(
    DocumentKind.PROGRAMME,
    "Персонализированная программа",
    "Персонализированная программа.docx",  # nobody's name: files are seen in lists of chats
    (
        shared.SCHOOL,
        shared.CITY,
        shared.YEAR,
        shared.DIRECTOR_POST,
        shared.DIRECTOR,
        shared.COORDINATOR,
        shared.COORDINATOR_POST,
        of_pair.COORDINATOR_SIGNS,
        of_pair.MENTORS,
        of_pair.MENTEES,
        of_pair.ORDER_NUMBER,
        of_pair.ORDER_DATE,
        of_pair.FORMAT,
        Field("пара.вид", "вид наставничества"),
        Field("пара.режим", "режим встреч"),
        of_pair.STARTS,
        of_pair.ENDS,
        Field("запрос.направления", "направления запроса", optional=True),
        Field("запрос.слова", "запрос наставляемого", other="запрос.направления"),
        of_pair.GOAL,
        of_pair.numbered("задачи", "задачи", "задача"),
        PLAN,
        INDICATORS,
        of_pair.numbered("результаты", "ожидаемые результаты", "результат", other="продукт"),
        Field("продукт", "продукт", optional=True),
        CHANGES,
        Field("итог.выполнение", "как выполнена программа", optional=True),
        Field("итог.вывод_наставника", "вывод наставника", optional=True),
        Field("итог.вывод_наставляемого", "вывод наставляемого", optional=True),
        Field("итог.рекомендация", "рекомендация", optional=True),
    ),
    stage=5,
    about="План работы пары: цель, задачи, мероприятия, сроки. Подписывают пара, куратор и директор.",
    place="«Пары», карточка пары, «Программа»",
    numbered=False,
)
