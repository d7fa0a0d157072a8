"""A school's timetable of teachers: who has windows, and when."""

from mentoring.rules.timetables.layout import WEEKDAYS, looks_like_timetable
from mentoring.rules.timetables.model import (
    MOST_PROBLEMS,
    TeacherFree,
    TimetableProblem,
    TimetableRead,
    TimetableReason,
)
from mentoring.rules.timetables.reading import read, windows

__all__ = [
    "MOST_PROBLEMS",
    "WEEKDAYS",
    "TeacherFree",
    "TimetableProblem",
    "TimetableRead",
    "TimetableReason",
    "looks_like_timetable",
    "read",
    "windows",
]
