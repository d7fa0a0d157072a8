"""Fields that the papers of one pair share: who is in it, its order, its term, what it works for."""

from mentoring.papers.office_words import BLANK
from mentoring.papers.templates.fields import Field, Sort

_PERSON = (
    Field("имя", "фамилия и инициалы"),
    Field("должность", "должность"),
    Field("категория", "квалификационная категория", optional=True),
    Field("стаж", "стаж", optional=True),
    Field("подпись", "инициалы и фамилия рядом с подписью"),
)
MENTORS = Field("наставники", "наставник: имя и должность", Sort.LINES, line="наставник", each=_PERSON)
MENTEES = Field("наставляемые", "наставляемый: имя и должность", Sort.LINES, line="наставляемый", each=_PERSON)
COORDINATOR_SIGNS = Field("куратор.подпись", "куратор: инициалы и фамилия")
ORDER_NUMBER = Field("приказ.номер", "номер приказа о закреплении")
ORDER_DATE = Field("приказ.дата", "дата приказа о закреплении", blank=BLANK)
FORMAT = Field("пара.форма", "форма наставничества")
STARTS = Field("срок.начало", "начало программы")
ENDS = Field("срок.конец", "конец программы")
GOAL = Field("цель", "цель")


def numbered(name: str, what: str, line: str, *, other: str = "") -> Field:
    """A list of texts with their numbers; with nothing to say there is a first one to be written."""
    each = (Field("номер", "номер по порядку", blank="1"), Field("текст", "текст"))
    return Field(name, what, Sort.LINES, line=line, each=each, other=other)
