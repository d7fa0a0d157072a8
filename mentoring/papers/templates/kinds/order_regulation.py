"""The order by which a school adopts its regulation on mentoring and the roadmap of the year."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from mentoring.rules.roadmap import REGULATION
from storage.vocabulary.documents import DocumentKind

ROADMAP = Field(
    "дорожная_карта",
    "дорожная карта: этапы и мероприятия",
    Sort.LINES,
    line="этап",
    each=(
        Field("номер", "номер этапа"),
        Field("название", "название этапа"),
        Field("срок", "срок этапа"),
        Field("ответственный", "кто отвечает за этап"),
        Field(
            "дела",
            "мероприятия этапа",
            Sort.LINES,
            line="дело",
            each=(
                Field("номер", "номер мероприятия"),
                Field("содержание", "что делается"),
                Field("срок", "срок мероприятия"),
                Field("ответственный", "кто отвечает"),
                Field("результат", "результат или подтверждение", optional=True),
            ),
        ),
    ),
)

ORDER_REGULATION = Outline(
    DocumentKind.ORDER_REGULATION,
    "Приказ об утверждении Положения",
    "Приказ о Положении.docx",
    (
        shared.SCHOOL,
        shared.CITY,
        shared.NUMBER,
        shared.DATED_ON,
        shared.YEAR,
        shared.GROUNDS,
        Field("положение.название", "название Положения"),
        Field("положение.действует_с", "с какого дня действует Положение"),
        Field("педсовет.номер", "номер протокола педсовета"),
        Field("педсовет.дата", "дата протокола педсовета"),
        Field("профсоюз.номер", "номер мнения профсоюза", optional=True),
        Field("профсоюз.дата", "дата мнения профсоюза", optional=True),
        shared.COORDINATOR,
        shared.COORDINATOR_POST,
        Field("итоги.срок", "до какого дня куратор представляет итоги"),
        Field("сайт.ответственный", "кто размещает документы на сайте"),
        Field("сайт.срок", "до какого дня разместить на сайте"),
        Field("прежний_приказ.номер", "номер приказа, который отменяется", optional=True),
        Field("прежний_приказ.дата", "дата приказа, который отменяется", optional=True),
        Field("контроль.ответственный", "на кого возложен контроль, если не на руководителя", optional=True),
        shared.DIRECTOR_POST,
        shared.DIRECTOR,
        ROADMAP,
        shared.ACQUAINTED,
    ),
    stage=1,
    activity=REGULATION,
    about="Утверждает Положение, дорожную карту на год и назначает куратора.",
)
