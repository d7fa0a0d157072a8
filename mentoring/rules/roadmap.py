"""The roadmap as data: stages, activities, and dates that move with the school year."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.rules.calendar import SchoolCalendar

CATCHING_UP_DAYS = 5

_OFFSET = re.compile(r"Y(\+1)?-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Offset:
    """A day of any school year: «Y-09-15», or «Y+1-05-31» in the calendar year after."""

    next_year: bool
    month: int
    day: int

    def in_year(self, school_year: int) -> date:
        """The date in the school year that begins in this calendar year."""
        return date(school_year + self.next_year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to do. Steps are working days around the due date, or after the person was invited."""

    key: str
    text: str
    due: Offset
    teacher_steps: tuple[int, ...] = ()
    teacher_steps_from_invitation: tuple[int, ...] = ()
    coordinator_steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the school's roadmap."""

    key: str
    title: str
    starts: Offset
    ends: Offset
    activities: tuple[Activity, ...]


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
        """Every activity with its date, in the order of the roadmap."""
        return tuple(
            Due(stage, activity, activity.due.in_year(school_year))
            for stage in self.stages
            for activity in stage.activities
        )

    def activity(self, key: str) -> Activity:
        """The activity of this key; KeyError if there is none."""
        for stage in self.stages:
            for activity in stage.activities:
                if activity.key == key:
                    return activity
        raise KeyError(key)


def proposed_days(calendar: SchoolCalendar, days: Iterable[date], today: date) -> dict[date, date]:
    """What to propose instead of each day of the roadmap.

    Working days to come stay. Days that have passed are spread from today on in their order, a week of work apart,
    and push on those after them: a bank is not due before the requests that it is made of.
    """
    proposed, last = {}, date.min
    for day in sorted(set(days)):
        fit = calendar.previous_working_day(day)
        if fit < today or fit <= last:
            fit = last = calendar.add_working_days(max(last, today), CATCHING_UP_DAYS)
        proposed[day] = fit
    return proposed


def reminder_days(calendar: SchoolCalendar, due: date, steps: tuple[int, ...]) -> tuple[date, ...]:
    """Step by step, the days to remind on: a due date on a day off counts as the working day before it."""
    base = calendar.previous_working_day(due)
    return tuple(calendar.add_working_days(base, step) for step in steps)


def parse_roadmap(raw: Mapping[str, object]) -> Roadmap:
    """Read the roadmap; a ValueError or KeyError names what is wrong with it."""
    roadmap = Roadmap(tuple(_stage(row) for row in _rows(raw, "stages")))
    keys = [due.activity.key for due in roadmap.due_dates(2000)]
    if len(set(keys)) != len(keys):
        raise ValueError("two activities of the roadmap have one key")
    return roadmap


def _stage(row: Mapping[str, object]) -> Stage:
    return Stage(
        key=str(row["key"]),
        title=str(row["title"]),
        starts=_offset(row["starts"]),
        ends=_offset(row["ends"]),
        activities=tuple(_activity(inner) for inner in _rows(row, "activities")),
    )


def _activity(row: Mapping[str, object]) -> Activity:
    return Activity(
        key=str(row["key"]),
        text=str(row["text"]),
        due=_offset(row["due"]),
        teacher_steps=_steps(row, "teacher_steps"),
        teacher_steps_from_invitation=_steps(row, "teacher_steps_from_invitation"),
        coordinator_steps=_steps(row, "coordinator_steps"),
    )


def _offset(written: object) -> Offset:
    parts = _OFFSET.fullmatch(str(written))
    if parts is None:
        raise ValueError(f"not an offset: {written}")
    offset = Offset(parts[1] is not None, int(parts[2]), int(parts[3]))
    offset.in_year(2001)  # no leap year: an offset must exist in every year
    return offset


def _steps(row: Mapping[str, object], name: str) -> tuple[int, ...]:
    steps = row.get(name, [])
    if not isinstance(steps, list) or not all(type(step) is int for step in steps):
        raise ValueError(f"{row['key']}: {name} is a list of numbers")
    return tuple(steps)


def _rows(table: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    rows = table[name]
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError(f"{name} is a list of tables")
    return rows
