"""Start against end: the same question asked of the same group twice. Means of groups, never of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.tally import Marks, Tally

REPEATED = "s_"  # what the keys of the repeated questions begin with
LEAST_NAMED = 3  # of fewer answers nothing is told of a group, even of those who have given their names


class Circle(StrEnum):
    """Whose start and end are laid side by side."""

    MENTEES = "mentee"
    MENTORS = "mentor"


PAIRS: Mapping[Circle, tuple[str, str]] = {
    Circle.MENTEES: ("mon_start_mentee", "mon_end_mentee"),
    Circle.MENTORS: ("mon_start_mentor", "mon_end_mentor"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """How many have answered, and their mean."""

    answered: int
    mean: Decimal


@dataclass(frozen=True, slots=True)
class Compared:
    """One question; a side is None when too few have answered it. What is not `comparable` has no sides."""

    question: Question
    start: Measured | None
    end: Measured | None
    least: int  # fewer answers than this are too few on either side
    comparable: bool = True

    @property
    def difference(self) -> Decimal | None:
        """Of the means as they are shown, so that whoever subtracts gets the same."""
        return self.end.mean - self.start.mean if self.start and self.end else None


def circle_of(form_key: str) -> Circle | None:
    """Whose start or end the questionnaire is; None of any other."""
    return next((circle for circle, keys in PAIRS.items() if form_key in keys), None)


def repeated(start: Form, end: Form) -> tuple[tuple[Question, Question], ...]:
    """The questions that both ask, in the order of the end."""
    before = {question.key: question for question in start.questions if question.key.startswith(REPEATED)}
    return tuple((before[question.key], question) for question in end.questions if question.key in before)


def is_one_measure(one: Question, other: Question) -> bool:
    """May marks be laid side by side? Another wording measures the same, another scale does not."""
    return one.kind is other.kind is QuestionKind.SCALE and (one.options, one.low, one.high) == (
        other.options,
        other.low,
        other.high,
    )


def least_of(end_least: int) -> int:
    """From how many answers on both sides are shown: as the end's round promised, and never from fewer than three."""
    return max(LEAST_NAMED, end_least)


def compare(start: Tally, end: Tally, least: int) -> Compared:
    if not is_one_measure(start.question, end.question):
        return Compared(end.question, None, None, least, comparable=False)
    return Compared(end.question, _measured(start, least), _measured(end, least), least)


def _measured(of: Tally, least: int) -> Measured | None:
    if of.answered < least or not isinstance(of.found, Marks):
        return None
    return Measured(of.answered, of.found.mean)
