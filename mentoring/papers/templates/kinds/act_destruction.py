"""The act of destruction of personal data, with the extract of the journal of events beside it."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

ACT_DESTRUCTION = Outline(
    DocumentKind.ACT_DESTRUCTION,
    "Акт об уничтожении данных",
    "Акт об уничтожении данных.docx",
    (
        shared.SCHOOL,
        shared.ADDRESS,
        shared.CITY,
        shared.NUMBER,
        shared.DATED_ON,
        Field(
            "субъекты",
            "чьи данные: номера записей, без имён",
            Sort.LINES,
            line="субъект",
            each=(
                Field("запись", "номер записи"),
                Field("причина", "причина уничтожения"),
                Field("дата", "дата и время уничтожения"),
            ),
        ),
        Field(
            "данные",
            "перечень уничтоженных данных",
            Sort.LINES,
            line="вид",
            each=(Field("название", "что уничтожено"),),
        ),
        Field("система", "информационная система"),
        Field("способ", "способ уничтожения"),
        Field("ответственный.имя", "кто уничтожил или отвечает: фамилия, имя, отчество"),
        Field("ответственный.должность", "должность ответственного"),
        Field("ответственный.подпись", "ответственный: инициалы и фамилия"),
        shared.DIRECTOR_POST,
        shared.DIRECTOR,
        Field(
            "события",
            "выгрузка из журнала событий",
            Sort.LINES,
            line="событие",
            each=(
                Field("время", "дата и время"),
                Field("что", "событие"),
                Field("запись", "номер записи"),
                Field("кто", "кем выполнено"),
            ),
        ),
    ),
    stage=6,
    about="Подтверждает уничтожение данных. Вместо имени номер записи, рядом выгрузка из журнала.",
    place="«Уничтожить данные» → «Акты об уничтожении»",
    number_by_hand=True,
)
