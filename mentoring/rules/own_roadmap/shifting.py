"""A school's own roadmap for the year after: the same words, every year that is named in a term one later."""

import re
from dataclasses import replace

from mentoring.rules.own_roadmap.model import Asks, OwnRoadmap
from mentoring.rules.roadmap_files import Edge, StageRow, Term

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def next_year(of: OwnRoadmap) -> OwnRoadmap:
    """What was said of stages that were over then says nothing of the new year."""
    understood = of.understood
    return OwnRoadmap(
        replace(
            understood,
            title=_later(understood.title),
            school_year=understood.school_year + 1 if understood.school_year is not None else None,
            stages=tuple(_stage(each) for each in understood.stages),
        ),
        of.keys,
        {at: _later(said) if at[1] is Asks.TERM else said for at, said in of.answers.items() if at[1] is not Asks.PAST},
    )


def _stage(of: StageRow) -> StageRow:
    term = of.term
    return replace(of, term=Term(_later(term.written), term.kind, _edge(term.starts), _edge(term.ends)))


def _edge(of: Edge | None) -> Edge | None:
    """29 February has no day a year later: the day before."""
    if of is None or of.year is None:
        return of
    leap = (of.month, of.day) == (2, 29)
    return replace(of, year=of.year + 1, day=28 if leap else of.day)


def _later(text: str) -> str:
    return _YEAR.sub(lambda found: str(int(found[1]) + 1), text)
