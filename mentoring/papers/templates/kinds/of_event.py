"""Papers of one event: its minutes of either sort, and the sheet that everybody signs who has come."""

from mentoring.papers.office_words import LONG_BLANK
from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

TITLE = Field("мероприятие.название", "название мероприятия")
DAY = Field("мероприятие.день", "день мероприятия")
STARTS = Field("мероприятие.время", "время начала")
PLACE = Field("мероприятие.место", "место")
_MINUTES = (
    shared.SCHOOL,
    shared.CITY,
    shared.NUMBER,
    shared.DATED_ON,
    Field("мероприятие.чего", "чего это протокол: «установочной сессии наставников»"),
    DAY,
    STARTS,
    PLACE,
    Field("председатель", "председатель"),
    Field("секретарь", "секретарь"),
    Field("присутствовали.число", "сколько присутствовало"),
    Field("присутствовали.имена", "кто присутствовал, если не больше пятнадцати", optional=True),
    Field("присутствовали.гости", "сколько гостей", optional=True),
    Field(
        "вопросы",
        "повестка, что слушали и что решили по каждому вопросу",
        Sort.LINES,
        line="вопрос",
        each=(
            Field("номер", "номер вопроса", blank="1"),
            Field("текст", "вопрос повестки"),
            Field(
                "слушали",
                "что слушали",
                Sort.LINES,
                line="речь",
                each=(Field("текст", "кого и о чём слушали", blank=LONG_BLANK),),
            ),
            Field(
                "решили",
                "что решили",
                Sort.LINES,
                line="решение",
                each=(
                    Field("номер", "номер решения", blank="1"),
                    Field("текст", "решение", blank=LONG_BLANK),
                    Field("ответственный", "кто отвечает", optional=True),
                    Field("срок", "до какого дня", optional=True),
                ),
            ),
        ),
    ),
    Field(
        "приложения",
        "приложения",
        Sort.LINES,
        line="приложение",
        each=(Field("номер", "номер приложения", blank="1"), Field("название", "название приложения")),
    ),
)
_TALKS = Field(
    "выступления",
    "согласие авторов на включение в копилку",
    Sort.LINES,
    line="доклад",
    each=(
        Field("номер", "номер по порядку"),
        Field("автор", "кто выступал"),
        Field("тема", "тема"),
        Field("разрешение", "согласие автора включить практику в копилку: да или нет, подпись"),
    ),
    optional=True,
)
_MADE = "«Мероприятия», карточка мероприятия"

PROTOCOL_SESSION = Outline(
    DocumentKind.PROTOCOL_SESSION,
    "Протокол установочной сессии",
    "Протокол установочной сессии.docx",
    _MINUTES,
    stage=4,
    about="Что слушали и решили на сессии: решения с ответственными и сроками.",
    place=f"{_MADE}, «Протокол»",
)
PROTOCOL_ROUND_TABLE = Outline(
    DocumentKind.PROTOCOL_ROUND_TABLE,
    "Протокол круглого стола, конференции",
    "Протокол мероприятия.docx",
    (*_MINUTES, _TALKS),
    stage=6,
    about="Что слушали и решили на круглом столе, конференции, семинаре или консультации, кто выступал.",
    place=f"{_MADE}, «Протокол»",
)
REGISTRATION_SHEET = Outline(
    DocumentKind.REGISTRATION_SHEET,
    "Лист регистрации",
    "Лист регистрации.docx",
    (
        shared.SCHOOL,
        TITLE,
        DAY,
        STARTS,
        PLACE,
        Field(
            "участники",
            "кто обещал прийти, и пустые строки",
            Sort.LINES,
            line="участник",
            each=(
                Field("номер", "номер по порядку"),
                Field("имя", "фамилия, имя, отчество", optional=True),
                Field("должность", "должность", optional=True),
            ),
        ),
    ),
    stage=4,
    about="Кто пришёл на мероприятие: фамилия, должность, подпись.",
    place=f"{_MADE}, до начала",
    numbered=False,
)
