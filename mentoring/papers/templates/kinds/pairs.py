"""Fields that the papers of pairs share: people with their posts, terms, consents."""

from mentoring.papers.templates.fields import Field, Sort
from mentoring.papers.templates.kinds import shared

POST = Field("должность", "должность участника")
FORMAT = Field("форма", "форма наставничества")
STARTS = Field("начало", "срок наставничества")
ENDS = Field("конец", "срок наставничества")
REGULATION_NUMBER = Field("положение.номер", "номер и дата приказа о Положении")
REGULATION_DAY = Field("положение.дата", "номер и дата приказа о Положении")
ORDER_NUMBER = Field("приказ.номер", "номер и дата приказа о закреплении")
ORDER_DAY = Field("приказ.дата", "номер и дата приказа о закреплении")
# Whoever has no name is told by their pair: here is only room for a hand.
ACQUAINTED = Field(
    shared.ACQUAINTED.name,
    shared.ACQUAINTED.what,
    Sort.LINES,
    line=shared.ACQUAINTED.line,
    each=(Field("номер", "номер по порядку"), Field("имя", "фамилия, имя, отчество", optional=True)),
)


def people(name: str, who: str, *, line: str, optional: bool = False, only_if: str = "") -> Field:
    """Some people of a pair; `who` tells one whose name is missing."""
    return Field(
        name,
        who,
        Sort.LINES,
        line=line,
        each=(
            Field("имя", who),
            POST,
            Field("не_первый", "есть ли перед ним другой: тогда нужна запятая или точка с запятой", Sort.YES),
        ),
        optional=optional,
        only_if=only_if,
        by_lines=True,
    )


MENTORS = people("наставники", "имя наставника", line="наставник")
MENTEES = people("наставляемые", "имя наставляемого", line="наставляемый")
CONSENTS = Field(
    "согласия",
    "согласия участников",
    Sort.LINES,
    line="согласие",
    each=(
        Field("имя", "чьё согласие: фамилия и инициалы", optional=True),
        Field("договор", "это наставник не из школы: у него договор, а не согласие", Sort.YES),
        Field("дата", "дата согласия участника"),
    ),
    optional=True,
    by_lines=True,
)
