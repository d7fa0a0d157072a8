"""What a programme lacks before it can be approved."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.programmes.model import Programme, Step
from mentoring.rules.text import has_words


class Lack(StrEnum):
    """What is not there or cannot be."""

    PROBLEM = "problem"
    GOAL = "goal"
    TASKS = "tasks"
    STEPS = "steps"
    EXPECTED = "expected"
    TERM = "term"  # one of its days
    TERM_BACKWARDS = "term_backwards"
    STEP_WORDS = "step_words"
    STEP_DATE = "step_date"
    STEP_OUTSIDE = "step_outside"  # its day is not in the term


@dataclass(frozen=True, slots=True)
class Missing:
    """`step` is its number from 1, 0 when the programme as a whole is meant."""

    what: Lack
    step: int = 0


def missing(of: Programme) -> tuple[Missing, ...]:
    """In the order of the paper's sections; empty when it can be approved."""
    return (*(Missing(each) for each in _whole(of)), *_of_steps(of))


def _whole(of: Programme) -> Iterator[Lack]:
    checked = (
        (of.starts_on is None or of.ends_on is None, Lack.TERM),
        (_is_backwards(of), Lack.TERM_BACKWARDS),
        (not has_words(of.problem), Lack.PROBLEM),
        (not has_words(of.goal), Lack.GOAL),
        (not any(map(has_words, of.tasks)), Lack.TASKS),
        (not of.steps, Lack.STEPS),
        (not (any(map(has_words, of.expected)) or has_words(of.product)), Lack.EXPECTED),
    )
    return (lack for holds, lack in checked if holds)


def _of_steps(of: Programme) -> Iterator[Missing]:
    for number, step in enumerate(of.steps, start=1):
        if not has_words(step.activity):
            yield Missing(Lack.STEP_WORDS, number)
        if step.due_on is None:
            yield Missing(Lack.STEP_DATE, number)
        elif not _is_backwards(of) and _is_outside(step, of):
            yield Missing(Lack.STEP_OUTSIDE, number)


def _is_backwards(of: Programme) -> bool:
    return of.starts_on is not None and of.ends_on is not None and of.ends_on < of.starts_on


def _is_outside(step: Step, of: Programme) -> bool:
    if step.due_on is None:
        return False
    too_early = of.starts_on is not None and step.due_on < of.starts_on
    return too_early or (of.ends_on is not None and step.due_on > of.ends_on)
