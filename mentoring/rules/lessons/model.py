"""A lesson of the week, a lesson of a day, and what several people have in common."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TypeAlias

AFTER_LESSONS = 0  # the number of a slot that is no lesson: «после уроков»
MOST_LESSONS = 10  # in a day, both shifts together


@dataclass(frozen=True, slots=True, order=True)
class Lesson:
    """Of every week; weekdays as `date.weekday()` counts them: Monday is 0."""

    weekday: int
    number: int

    def __post_init__(self) -> None:
        if not (0 <= self.weekday <= 6 and 1 <= self.number <= MOST_LESSONS):
            raise ValueError("a lesson is one of ten of a day of the week")


Free: TypeAlias = frozenset[Lesson]


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """When a pair may meet: a lesson of that day, or AFTER_LESSONS."""

    day: date
    number: int

    def __post_init__(self) -> None:
        if not AFTER_LESSONS <= self.number <= MOST_LESSONS:
            raise ValueError("a slot is one of ten lessons of a day, or after them")

    @property
    def is_after_lessons(self) -> bool:
        return self.number == AFTER_LESSONS


def common(*of: Free) -> Free:
    """The lessons when everybody is free; nobody at all has none."""
    return reduce(frozenset.intersection, of) if of else frozenset()
