"""What the papers of pairs have in common, in the fields of their templates."""

from collections.abc import Sequence

from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.pair_values import Act, Pair, Participant, School
from mentoring.papers.templates.fields import Values
from mentoring.rules.text import clean_line


def school_of(school: School) -> Values:
    """As an order begins and ends."""
    return {
        "школа.полное_название": clean_line(school.full_name),
        "школа.город": clean_line(school.city),
        "куратор.имя": clean_line(school.coordinator),
        "куратор.должность": inside(school.coordinator_post),
        "директор.должность": clean_line(school.director_post),
        "директор.подпись": signed_name(school.director) if clean_line(school.director) else "",
    }


def people(of: Sequence[Participant]) -> list[Values]:
    return [
        {"имя": clean_line(each.name), "должность": inside(each.post), "не_первый": at > 0}
        for at, each in enumerate(of)
    ]


def term(of: Pair) -> Values:
    return {
        "форма": clean_line(of.format),
        "начало": day(of.starts_on) if of.starts_on else "",
        "конец": day(of.ends_on) if of.ends_on else "",
    }


def act(of: Act) -> Values:
    """The order that a pair was assigned by."""
    return {"приказ.номер": clean_line(of.number), "приказ.дата": day(of.dated_on) if of.dated_on else ""}
