"""What a year is measured by: counts side by side, each with its formula. A school is small: no statistics beyond."""

from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from mentoring.rules.tally import Few, Marks, Tally, percent

SATISFIED = "satisfied"  # the question of both end surveys
GLAD_FROM, UNHAPPY_TO = 8, 4


class Measure(StrEnum):
    """In the order of the report."""

    COVERAGE = "coverage"
    DATA_PAPERS = "data_papers"
    PAIR_CONSENTS = "pair_consents"
    PROGRAMMES = "programmes"
    PLAN = "plan"
    REGULAR = "regular"
    FINISHED = "finished"
    GLAD_MENTEES = "glad_mentees"
    UNHAPPY_MENTEES = "unhappy_mentees"
    GLAD_MENTORS = "glad_mentors"
    UNHAPPY_MENTORS = "unhappy_mentors"
    STAYED = "stayed"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Indicator:
    """So many of so many; `of` is 0 where there was nobody or nothing to count. `hidden`: too few have answered."""

    measure: Measure
    top: int
    of: int
    hidden: bool = False

    @property
    def percent(self) -> int | None:
        return None if self.hidden or not self.of else percent(self.top, self.of)


def of_marks(glad: Measure, unhappy: Measure, answers: Tally | None) -> tuple[Indicator, Indicator]:
    """Shares of high and of low marks of one question; nothing of a question that too few have answered."""
    if answers is None or not isinstance(answers.found, Marks):
        hidden = answers is not None and isinstance(answers.found, Few)
        return Indicator(glad, 0, 0, hidden), Indicator(unhappy, 0, 0, hidden)
    marks = [(int(each.label), each.many) for each in answers.found.lines]
    high = sum(many for mark, many in marks if mark >= GLAD_FROM)
    low = sum(many for mark, many in marks if mark <= UNHAPPY_TO)
    return Indicator(glad, high, answers.answered), Indicator(unhappy, low, answers.answered)


def median_days(days: list[float]) -> float | None:
    """How long an answer took, in days; None when nobody has answered."""
    return round(median(days), 1) if days else None
