"""Start against end of one group, at group level only."""

from mentoring import monitoring
from mentoring.monitoring import Wave
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.rules import comparison
from mentoring.rules.comparison import Circle, Compared
from mentoring.rules.tally import Numbered
from storage.tx import Tx


def circle(named: str) -> Circle | None:
    """By what a button or a job says."""
    return Circle(named) if named in list(Circle) else None


async def of_circle(tx: Tx, school_id: int, circle: Circle, school_year: int | None = None) -> ComparedPaper:
    start, end = [await monitoring.telling(tx, school_id, key, school_year) for key in comparison.PAIRS[circle]]
    lines = await _lines(tx, start, end) if start and end else ()
    return ComparedPaper(circle, start.response if start else None, end.response if end else None, lines)


async def _lines(tx: Tx, start: Wave, end: Wave) -> tuple[Compared, ...]:
    least = comparison.least_of(end.least)
    pairs = comparison.repeated(start.form, end.form)
    before = await monitoring.tallied(tx, start, [Numbered(0, question) for question, _ in pairs])
    after = await monitoring.tallied(tx, end, [Numbered(0, question) for _, question in pairs])
    return tuple(comparison.compare(one, other, least) for one, other in zip(before, after, strict=True))
