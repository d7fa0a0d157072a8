"""Thanks and certificates: a sheet for each person, so that one template makes one of them or all of the year."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

_PLACE = "карточка человека, карточка пары или «Итоги года» → «Благодарности и свидетельства»"
_SIGNED = (shared.DIRECTOR_POST, shared.DIRECTOR)
_WHO = Field("кто", "имя и должность: Иванова Анна Петровна, учитель физики")
_PERIOD = Field("период", "с какого и по какое время")
_ORDERS = Field("приказы", "номера и даты приказов о закреплении")
_FORMS = Field("формы", "форма наставничества")

THANKS_MENTOR = Outline(
    DocumentKind.THANKS_MENTOR,
    "Благодарность наставнику",
    "Благодарность наставнику.docx",
    (
        shared.SCHOOL,
        shared.SHORT_NAME,
        shared.CITY,
        shared.YEAR,
        *_SIGNED,
        Field(
            "листы",
            "кого благодарят: каждому своя страница",
            Sort.LINES,
            line="лист",
            each=(
                _WHO,
                Field("кого", "кого благодарят, если падеж проверен: Иванову Анну Петровну, учителя", optional=True),
            ),
        ),
    ),
    stage=6,
    about="Благодарит наставника за год. Коллеги в ней не названы.",
    place=_PLACE,
    numbered=False,
)

CERTIFICATE_MENTOR = Outline(
    DocumentKind.CERTIFICATE_MENTOR,
    "Свидетельство наставника",
    "Свидетельство наставника.docx",
    (
        shared.SCHOOL,
        shared.YEAR,
        shared.NUMBER,
        shared.DATED_ON,
        *_SIGNED,
        Field(
            "листы",
            "чьи это свидетельства: каждому своя страница",
            Sort.LINES,
            line="лист",
            each=(
                _WHO,
                _PERIOD,
                _ORDERS,
                Field("наставляемых", "число наставляемых"),
                _FORMS,
                Field("программ", "число завершённых программ"),
            ),
        ),
    ),
    stage=6,
    about="Для аттестации: только то, что стоит в приказах и программах. Наставляемые не названы.",
    place=_PLACE,
    number_by_hand=True,
)

CERTIFICATE_MENTEE = Outline(
    DocumentKind.CERTIFICATE_MENTEE,
    "Свидетельство наставляемого",
    "Свидетельство наставляемого.docx",
    (
        shared.SCHOOL,
        shared.YEAR,
        shared.NUMBER,
        shared.DATED_ON,
        *_SIGNED,
        Field(
            "листы",
            "чьи это свидетельства: каждому своя страница",
            Sort.LINES,
            line="лист",
            each=(_WHO, _PERIOD, _ORDERS, _FORMS),
        ),
    ),
    stage=6,
    about="Подтверждает, что программа завершена.",
    place=_PLACE,
    number_by_hand=True,
)
