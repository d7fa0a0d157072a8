"""What a timetable says of the people of the staff list, and what of it cannot be used."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.lessons import Free

MOST_PROBLEMS = 100


class TimetableReason(StrEnum):
    """Why a row says nothing; each is worded in `mentoring.papers.timetable_words` together with the way to mend it."""

    NAME_MISSING = "name_missing"  # lessons without a teacher
    NAME_UNKNOWN = "name_unknown"  # not in the staff list: `hints` are those who may be meant
    NAME_AMBIGUOUS = "name_ambiguous"  # several in the staff list: `hints` are their names
    NAME_TWICE = "name_twice"  # in rows far apart: `rows` are the others
    NO_LESSONS = "no_lessons"  # nothing is filled: perhaps it was forgotten
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class TimetableProblem:
    """`row` as Excel counts it."""

    row: int
    reason: TimetableReason
    value: str = ""
    hints: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TeacherFree:
    """The windows of somebody of the staff list; `name` is the staff list's."""

    person_id: int
    name: str
    row: int
    lessons: Free


@dataclass(frozen=True, slots=True)
class TimetableRead:
    """Who was recognised, in the sheet's order; `more` problems are left out, `ignored` are columns that are no lesson.

    Whoever has a problem is not among `free`: nothing is known of them, which is not the same as no free lesson.
    """

    free: tuple[TeacherFree, ...]
    problems: tuple[TimetableProblem, ...] = ()
    ignored: tuple[str, ...] = ()
    more: int = 0
