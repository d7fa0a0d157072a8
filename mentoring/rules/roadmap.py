"""The roadmap as data: stages, activities, and dates that move with the school year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.rules.calendar import SchoolCalendar
from storage.vocabulary import EvidenceKind, Open, Role

REGULATION = "a1_regulation"  # the order on the regulation of mentoring
REQUESTS = "a2_requests"  # the activity of everybody's request
CATCHING_UP_DAYS = 5


class Counter(StrEnum):
    """What of the data fills an activity by itself."""

    PAPERS = "papers"  # signed consents that are in, of those who are in the programme
    REQUESTS = "requests"  # requests handed in, of those who were asked
    MENTEES = "mentees"  # who asked for support
    MENTOR_FORMS = "mentor_forms"  # questionnaires handed in, of those who were asked
    MENTORS = "mentors"  # who is ready to be a mentor
    PAIRS = "pairs"  # pairs in an order, of those that have agreed
    PROGRAMMES = "programmes"  # approved, of the pairs in an order that need one
    PRACTICES = "practices"  # cards of the year that were accepted into the library


@dataclass(frozen=True, slots=True)
class Offset:
    """A day of any school year: «Y-09-15», or «Y+1-05-31» in the calendar year after."""

    next_year: bool
    month: int
    day: int

    def in_year(self, school_year: int) -> date:
        """The date in the school year that begins in this calendar year."""
        return date(school_year + self.next_year, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing to do. Steps are working days around the due date, or after the person was invited.

    Without a due date it depends on each pair; `due_words` say how.
    """

    key: str
    text: str
    due: Offset | None
    due_words: str = ""
    repeat: str = ""  # what comes after the first wave
    evidence: EvidenceKind = EvidenceKind.DOCUMENT
    counter: Counter | None = None
    teacher_steps: tuple[int, ...] = ()
    teacher_steps_from_invitation: tuple[int, ...] = ()
    coordinator_steps: tuple[int, ...] = ()
    added: bool = False  # ours: not in the document that schools usually have


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A row of the school's roadmap; `term` as the document words it.

    Of a school's own one also who answers for it and what is expected, as written; `led_by` is who is reminded.
    """

    key: str
    title: str
    term: str
    starts: Offset
    ends: Offset
    activities: tuple[Activity, ...]
    open: frozenset[Open] = frozenset()
    added: bool = False
    led_by: Role = Role.COORDINATOR
    responsible: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """An activity's date in one school year, shown as it is even on a day off."""

    stage: Stage
    activity: Activity
    day: date


@dataclass(frozen=True, slots=True)
class Roadmap:
    """All stages we know."""

    stages: tuple[Stage, ...]

    def due_dates(self, school_year: int) -> tuple[Due, ...]:
        """Every activity that has a date of its own, in the order of the roadmap."""
        return tuple(
            Due(stage, activity, activity.due.in_year(school_year))
            for stage in self.stages
            for activity in stage.activities
            if activity.due is not None
        )

    def activity(self, key: str) -> Activity:
        """The activity of this key; KeyError if there is none."""
        return self.place(key)[1]

    def place(self, key: str) -> tuple[Stage, Activity]:
        """The activity with its stage; KeyError if there is none."""
        for stage in self.stages:
            for activity in stage.activities:
                if activity.key == key:
                    return stage, activity
        raise KeyError(key)


def proposed_days(calendar: SchoolCalendar, days: Iterable[date], today: date) -> dict[date, date]:
    """What to propose instead of each day of a stage.

    Days to come stay, on a day off too. Days that have passed are spread from today on in their order, a week of work
    apart, and push on those after them: a bank is not due before the requests that it is made of.
    """
    proposed, last = {}, date.min
    for day in sorted(set(days)):
        fit = day
        if fit < today or fit <= last:
            fit = last = calendar.add_working_days(max(last, today), CATCHING_UP_DAYS)
        proposed[day] = fit
    return proposed


def reminder_days(calendar: SchoolCalendar, due: date, steps: tuple[int, ...]) -> tuple[date, ...]:
    """Step by step, the days to remind on: a due date on a day off counts as the working day before it."""
    base = calendar.previous_working_day(due)
    return tuple(calendar.add_working_days(base, step) for step in steps)
