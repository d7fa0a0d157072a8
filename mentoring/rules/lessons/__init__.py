"""Free lessons of the week, and when those who need each other may meet."""

from mentoring.rules.lessons.model import (
    AFTER_LESSONS,
    MOST_LESSONS,
    Free,
    Lesson,
    Slot,
    common,
)
from mentoring.rules.lessons.proposing import DAYS_AHEAD, MOST_SLOTS, propose

__all__ = [
    "AFTER_LESSONS",
    "DAYS_AHEAD",
    "MOST_LESSONS",
    "MOST_SLOTS",
    "Free",
    "Lesson",
    "Slot",
    "common",
    "propose",
]
