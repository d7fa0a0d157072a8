"""The year's report of the school, twice: with names, and without a single one.

The public one has no fields for a name or for people's own words: a template cannot say what it is not given.
"""

from mentoring.papers.templates.fields import Field, Outline
from mentoring.papers.templates.kinds import shared
from mentoring.papers.templates.kinds.year_counted import GROUND, NAMED_PEOPLE, PEOPLE, WORK
from mentoring.papers.templates.kinds.year_measured import END, MEASURED, SWOT, practices
from storage.vocabulary.documents import DocumentKind

_PLACE = "«Дорожная карта» → «Итоги года»"

YEAR_REPORT = Outline(
    DocumentKind.YEAR_REPORT,
    "Отчёт за год с фамилиями",
    "Отчёт за год.docx",
    (
        *GROUND,
        shared.DIRECTOR_POST,
        shared.DIRECTOR,
        *PEOPLE,
        *NAMED_PEOPLE,
        *WORK,
        *MEASURED,
        practices(Field("автор", "автор, если он это разрешил")),
        SWOT,
        *END,
        Field("куратор.подпись", "куратор наставничества: инициалы и фамилия"),
    ),
    stage=6,
    about="Для школы: дорожная карта с подтверждениями, пары, встречи, показатели, мониторинг, выводы и план.",
    place=_PLACE,
    numbered=False,
)

YEAR_REPORT_PUBLIC = Outline(
    DocumentKind.YEAR_REPORT_PUBLIC,
    "Отчёт за год без имён",
    "Отчёт за год, без имён.docx",
    (*GROUND, *PEOPLE, *WORK, *MEASURED, practices(), *END),
    stage=6,
    about="Для сайта и учредителя: то же самое числами. Имён и слов людей в нём нет, меток для них тоже нет.",
    place=_PLACE,
    numbered=False,
    nameless=True,
)
