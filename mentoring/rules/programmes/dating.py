"""Days of a programme: counted in school weeks, never on a day off, in holidays or in the teachers' leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from mentoring.rules.calendar import SchoolCalendar

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def is_school_day(calendar: SchoolCalendar, day: date) -> bool:
    """Do teachers teach on this day?"""
    return calendar.is_working(day) and not calendar.in_break(day) and not calendar.quiet(day)


def week_away(calendar: SchoolCalendar, day: date, weeks: int, starts_on: date, ends_on: date) -> date | None:
    """The same weekday this many weeks later or earlier, further on when it is no school day; None outside the term."""
    found = day + _WEEK * weeks
    while starts_on <= found <= ends_on:
        if is_school_day(calendar, found):
            return found
        found += _WEEK * (1 if weeks > 0 else -1)
    return None


@dataclass(frozen=True, slots=True)
class SchoolWeeks:
    """The weeks of a term that have a school day, each with those of its school days that are in the term."""

    weeks: tuple[tuple[date, ...], ...]

    @property
    def last(self) -> int:
        """The number of the last one, counted from 0; below 0 when the term has no school day."""
        return len(self.weeks) - 1

    def day(self, number: int) -> date | None:
        """The weekday that the term begins on, in the week of this number, or the nearest in it.

        A week before the first is the first, one after the last is the last.
        """
        if not self.weeks:
            return None
        week = self.weeks[min(max(number, 0), self.last)]
        weekday = self.weeks[0][0].weekday()
        return next((day for day in week if day.weekday() >= weekday), week[-1])


def school_weeks(calendar: SchoolCalendar, starts_on: date, ends_on: date) -> SchoolWeeks:
    """From Monday to Sunday; both days are in the term. A week of holidays is no week."""
    days = (day for day in _days(starts_on, ends_on) if is_school_day(calendar, day))
    return SchoolWeeks(tuple(tuple(week) for _, week in groupby(days, _monday)))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * number for number in range((last - first).days + 1))


def _monday(day: date) -> date:
    return day - _DAY * day.weekday()
