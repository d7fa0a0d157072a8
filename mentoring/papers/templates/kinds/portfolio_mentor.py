"""What a mentor shows at an attestation: their own work in numbers, dates and orders."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

PORTFOLIO_MENTOR = Outline(
    DocumentKind.PORTFOLIO_MENTOR,
    "Портфолио наставника",
    "Портфолио наставника.docx",
    (
        shared.SCHOOL,
        Field("наставник.имя", "фамилия, имя, отчество наставника"),
        Field("наставник.должность", "должность наставника"),
        Field("наставник.подпись", "наставник: инициалы и фамилия"),
        Field("на_дату", "на какой день"),
        Field("итог.наставляемых", "сколько всего наставляемых"),
        Field("итог.встреч", "сколько всего встреч"),
        Field("итог.посещений", "из них посещений уроков"),
        Field("итог.программ", "сколько программ утверждено"),
        Field("итог.завершено", "из них завершено"),
        Field(
            "пары",
            "пары и группы по годам",
            Sort.LINES,
            line="пара",
            each=(
                Field("год", "учебный год"),
                Field("форма", "форма наставничества"),
                Field("наставляемых", "число наставляемых"),
                Field("период", "с какого и по какое время"),
                Field("приказ", "номер и дата приказа"),
                Field("программа", "что стало с программой", optional=True),
            ),
        ),
        Field(
            "встречи",
            "встречи по видам",
            Sort.LINES,
            line="встреча",
            each=(
                Field("год", "учебный год"),
                Field("вид", "вид встречи"),
                Field("число", "сколько"),
                Field("даты", "даты"),
            ),
            optional=True,
        ),
        Field(
            "мероприятия",
            "мероприятия и выступления",
            Sort.LINES,
            line="мероприятие",
            each=(
                Field("дата", "дата"),
                Field("название", "название мероприятия"),
                Field("участие", "участие или тема выступления"),
            ),
            optional=True,
        ),
        Field(
            "практики",
            "практики, опубликованные с именем",
            Sort.LINES,
            line="практика",
            each=(Field("год", "учебный год"), Field("название", "название практики")),
            optional=True,
        ),
        Field(
            "приказы",
            "приказы о наставничестве",
            Sort.LINES,
            line="приказ",
            each=(Field("дата", "дата"), Field("номер", "номер"), Field("название", "о чём приказ")),
            optional=True,
        ),
        shared.DIRECTOR_POST,
        shared.DIRECTOR,
    ),
    stage=6,
    about="Для аттестации наставника. Берёт его только он сам.",
    place="наставник сам: «Моя пара» или «Моё наставничество» → «Моё портфолио»",
    numbered=False,
)
