"""What a roadmap leaves open and only a person can say, with answers to choose from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.rules.roadmap_files.model import StageRow, Understood
from mentoring.rules.roadmap_files.term_tokens import Edge
from mentoring.rules.roadmap_files.terms import Term, TermKind, asks, named_months

WHOLE_YEAR = "сентябрь – май"
COORDINATOR = "координатор"

_FIRST_WAVE = "до 30 сентября"  # «весь год» cannot be late: the first wave has a day, then it repeats
_LAST_WEEKS = "с 20 апреля по 31 мая"  # when the reporting period of a school year is over
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_OF_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip


class What(StrEnum):
    """Which cell is open."""

    TERM = "term"
    RESPONSIBLE = "responsible"


class Why(StrEnum):
    """Why it must be asked."""

    NO_TERM = "no_term"
    WHOLE_YEAR = "whole_year"  # a term that nobody can be late by
    REPORTING_PERIOD = "reporting_period"  # nobody has said when it is
    VAGUE_TERM = "vague_term"
    OTHER_YEAR = "other_year"  # days of another school year are written
    NOBODY = "nobody"
    ONLY_PARTICIPANTS = "only_participants"  # mentors and mentees cannot choose among colleagues


@dataclass(frozen=True, slots=True)
class Open:
    """`stage` counts from 1; each proposal is a text that `read_term` or `read_responsible` understands."""

    stage: int
    what: What
    why: Why
    proposals: tuple[str, ...]


_WHY = {
    TermKind.EMPTY: Why.NO_TERM,
    TermKind.YEAR: Why.WHOLE_YEAR,
    TermKind.PERIOD: Why.REPORTING_PERIOD,
    TermKind.VAGUE: Why.VAGUE_TERM,
}
_PROPOSED = {
    Why.WHOLE_YEAR: (WHOLE_YEAR, _FIRST_WAVE),
    Why.REPORTING_PERIOD: (_LAST_WEEKS, WHOLE_YEAR),
}


def questions(understood: Understood, school_year: int | None = None) -> tuple[Open, ...]:
    """In the order of the stages, the term before the responsible.

    `school_year` is the one that the roadmap is to run in; without it, the one that its title says.
    """
    year = school_year if school_year is not None else understood.school_year
    people = _people(understood)
    return tuple(
        question
        for number, stage in enumerate(understood.stages, start=1)
        for question in (*_of_term(number, stage.term, year), *_of_responsible(number, stage, people))
    )


def _of_term(number: int, term: Term, year: int | None) -> Iterator[Open]:
    if asks(term):
        why = _WHY[term.kind]
        yield Open(number, What.TERM, why, _PROPOSED.get(why) or _near(term))
    elif year is not None and term.year_differs(year):
        yield Open(number, What.TERM, Why.OTHER_YEAR, (_in_any_year(term),))


def _of_responsible(number: int, stage: StageRow, people: tuple[str, ...]) -> Iterator[Open]:
    if stage.responsible.asks:
        why = Why.NOBODY if stage.responsible.is_empty else Why.ONLY_PARTICIPANTS
        yield Open(number, What.RESPONSIBLE, why, (*people, COORDINATOR))


def _people(understood: Understood) -> tuple[str, ...]:
    """Who answers for most other stages."""
    named = Counter(name for stage in understood.stages for name in stage.responsible.names)
    return tuple(name for name, _ in named.most_common(1))


def _near(term: Term) -> tuple[str, ...]:
    """The months that the term mentions, then the whole year."""
    months = named_months(term.written)
    return tuple(dict.fromkeys([*([_span(months[0], months[-1])] if months else []), WHOLE_YEAR]))


def _span(first: Edge, last: Edge) -> str:
    names = dict.fromkeys((_MONTHS[first.month - 1], _MONTHS[last.month - 1]))
    return " – ".join(names)


def _in_any_year(term: Term) -> str:
    """The same days without their year, so that they fall into the school year in hand."""
    starts, ends = (replace(edge, year=None) if edge else None for edge in (term.starts, term.ends))
    if starts is None or ends is None:
        return f"до {_day(ends)}" if ends else WHOLE_YEAR
    if term.kind is TermKind.MONTHS:
        return _span(starts, ends)
    return _day(starts) if starts == ends else f"с {_day(starts)} по {_day(ends)}"


def _day(edge: Edge) -> str:
    """A month alone ends with its last day, and so it is said."""
    month = _OF_MONTHS[edge.month - 1]
    return f"{edge.day} {month}" if edge.day else f"конца {month}"
