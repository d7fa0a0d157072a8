"""What must be asked of a school's own roadmap before anything is scheduled from it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from mentoring.rules import roadmap_files
from mentoring.rules.own_roadmap.model import Asks, OwnRoadmap, Past
from mentoring.rules.roadmap_files import What, Why, asks, read_responsible, read_term, window

_WHAT = {What.TERM: Asks.TERM, What.RESPONSIBLE: Asks.RESPONSIBLE}
_ORDER = tuple(Asks)


@dataclass(frozen=True, slots=True)
class Question:
    """`stage` counts from 1; `why` is of a term or a responsible. A choice is a text or one of Past."""

    stage: int
    asks: Asks
    why: Why | None
    choices: tuple[str, ...]


def asked(own: OwnRoadmap, school_year: int, today: date, settled: Collection[str]) -> tuple[Question, ...]:
    """All of them, answered ones too, in the order of the stages; `settled` are keys of which all is known."""
    open_cells = [
        Question(each.stage, _WHAT[each.what], each.why, each.proposals)
        for each in roadmap_files.questions(own.understood, school_year)
    ]
    every = [*open_cells, *_past(own, school_year, today, settled, {(each.stage, each.asks) for each in open_cells})]
    return tuple(sorted(every, key=lambda each: (each.stage, _ORDER.index(each.asks))))


def open_questions(own: OwnRoadmap, every: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(each for each in every if (each.stage, each.asks) not in own.answers)


def reads(asked_for: Asks, text: str, school_year: int) -> bool:
    """Is this text an answer that leaves nothing open?"""
    if asked_for is Asks.TERM:
        term = read_term(text)
        return not asks(term) and not term.year_differs(school_year)
    if asked_for is Asks.RESPONSIBLE:
        return not read_responsible(text).asks
    return text in set(Past)


def _past(
    own: OwnRoadmap, school_year: int, today: date, settled: Collection[str], open_cells: Collection[tuple[int, Asks]]
) -> Iterator[Question]:
    """Of terms that the document names itself: an answered one was chosen with the calendar at hand."""
    for number, stage in enumerate(own.understood.stages, 1):
        days = window(stage.term, school_year)
        is_over = days is not None and days[1] < today and (number, Asks.TERM) not in open_cells
        if is_over and not own.keys_of(number) <= set(settled):
            yield Question(number, Asks.PAST, None, tuple(Past))
