"""What the year's report measures and concludes: indicators, surveys, practices, a SWOT, words, the plan."""

from mentoring.papers.office_words import LONG_BLANK
from mentoring.papers.templates.fields import Field, Sort
from mentoring.papers.templates.kinds.listed import listed

_LINES_TO_WRITE_ON = "\n".join([LONG_BLANK] * 3)
_YEAR_CHART, _COMPARED_CHART = 85, 110  # millimetres

MEASURED = (
    listed(
        "показатели",
        "показатели",
        "показатель",
        Field("название", "показатель"),
        Field("формула", "как считается"),
        Field("значение", "значение"),
    ),
    Field("диаграмма_года", "год на одной картинке", Sort.PICTURE, width=_YEAR_CHART),
    Field("половина_ответов.дней", "за сколько дней пришла половина ответов на анкеты с именем", optional=True),
    listed(
        "анкеты",
        "анкеты мониторинга",
        "анкета",
        Field("название", "анкета"),
        Field("прошла", "как прошла"),
    ),
    listed(
        "сравнения",
        "старт и итог: наставляемые, наставники",
        "сравнение",
        Field("название", "кого сравнивают"),
        Field(
            "вопросы",
            "вопросы",
            Sort.LINES,
            line="вопрос",
            each=(Field("текст", "вопрос"), Field("средние", "средние на старте и в итоге")),
        ),
        Field("диаграмма", "старт и итог на картинке", Sort.PICTURE, width=_COMPARED_CHART),
    ),
    listed(
        "ответы",
        "ответы на анкеты",
        "ответ",
        Field("анкета", "анкета"),
        Field("вопрос", "вопрос"),
        Field("ответы", "что и сколько раз ответили"),
        Field("ответили", "сколько ответили", optional=True),
    ),
    Field("практики.число", "сколько карточек практик за год"),
)
SWOT = listed(
    "swot",
    "SWOT-анализ: черновик из ответов на анкеты",
    "сторона",
    Field("название", "сторона"),
    Field("слова", "что сказано в анкетах, без имён", optional=True),
)


def practices(*more: Field) -> Field:
    return listed(
        "практики_года",
        "карточки практик",
        "практика",
        Field("название", "название практики"),
        Field("кому", "кому полезно", optional=True),
        Field("направления", "направления", optional=True),
        *more,
    )


def _written(name: str, what: str) -> Field:
    said = Field("текст", "абзац", blank=_LINES_TO_WRITE_ON)
    return Field(name, what, Sort.LINES, line="абзац", each=(said,))


END = (
    _written("выводы", "выводы"),
    _written("план", "план на следующий год"),
    listed(
        "приложения",
        "приложения к отчёту",
        "приложение",
        Field("номер", "номер по порядку"),
        Field("название", "что приложено"),
    ),
)
