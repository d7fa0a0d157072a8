"""The school's working days and the hours when the bot may speak first."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WINDOW_START = time(14)
WINDOW_END = time(18)

LAST_DAYS = 2  # school days before holidays

_DAY = timedelta(days=1)
# The roadmap of a school year begins with the orders of August.
_YEAR_BEGINS_IN = 8
_QUIET_FROM, _QUIET_TO = (6, 20), (8, 20)
_EXAMS_FROM, _EXAMS_TO = (5, 25), (6, 30)


def year_later(day: date) -> date:
    """The same day of the next year; of 29 February the day before."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


@dataclass(frozen=True, slots=True)
class Window:
    """From when until when, aware UTC; the end is outside."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Break:
    """Pupils' holidays, both days inside: teachers work, and are left in peace."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """Weekdays as `date.weekday()` counts them: Monday is 0. A moved working day beats everything else."""

    zone: ZoneInfo
    working_weekdays: frozenset[int] = frozenset(range(5))
    days_off: frozenset[date] = field(default_factory=frozenset)
    working_days_moved: frozenset[date] = field(default_factory=frozenset)
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if not self.working_weekdays or not self.working_weekdays <= frozenset(range(7)):
            raise ValueError("a school works on at least one weekday, counted from 0 to 6")

    def is_working(self, day: date) -> bool:
        """Does the school work on this day?"""
        if day in self.working_days_moved:
            return True
        return day.weekday() in self.working_weekdays and day not in self.days_off

    def add_working_days(self, day: date, count: int) -> date:
        """The n-th working day after (or, below zero, before) the day, which itself is never counted."""
        step = _DAY if count > 0 else -_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def previous_working_day(self, day: date) -> date:
        """The day itself when it is a working one, else the last one before it."""
        return day if self.is_working(day) else self.add_working_days(day, -1)

    def next_working_day(self, day: date) -> date:
        """The day itself when it is a working one, else the first one after it."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days passed since `start`: it is not counted, `end` is."""
        days = (start + _DAY * number for number in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

    def school_days_between(self, start: date, end: date) -> int:
        """The same without the pupils' holidays."""
        days = (start + _DAY * number for number in range(1, (end - start).days + 1))
        return sum(self.is_working(day) and not self.in_break(day) for day in days)

    def in_break(self, day: date) -> bool:
        """Are the pupils on holiday?"""
        return any(each.starts <= day <= each.ends for each in self.breaks)

    def speaks_on(self, day: date) -> bool:
        """May the bot speak first to teachers on this day?

        Not on days off, in holidays, in the two school days before them (marks are due), nor in the teachers' leave.
        """
        if not self.is_working(day) or self.in_break(day) or self.quiet(day):
            return False
        return not any(self.add_working_days(each.starts, -LAST_DAYS) <= day < each.starts for each in self.breaks)

    def next_speaking_day(self, day: date) -> date:
        """The day itself when teachers may be spoken to, else the first one after it."""
        while not self.speaks_on(day):
            day += _DAY
        return day

    def local_day(self, now: datetime) -> date:
        """What date it is at the school."""
        return self._local(now).date()

    def send_window(self, now_utc: datetime, start: time = WINDOW_START, end: time = WINDOW_END) -> Window | None:
        """The window of the school's present day, past or not; None on a day off."""
        day = self.local_day(now_utc)
        return self._window(day, start, end) if self.is_working(day) else None

    def next_send_moment(self, now_utc: datetime, start: time = WINDOW_START, end: time = WINDOW_END) -> datetime:
        """Now inside a window, else the opening of the next one; aware UTC."""
        window = self.send_window(now_utc, start, end)
        if window is None or now_utc >= window.closes:
            after = self.add_working_days(self.local_day(now_utc), 1)
            return self._window(after, start, end).opens
        return max(now_utc.astimezone(UTC), window.opens)

    @staticmethod
    def school_year_of(day: date) -> int:
        """The year in which the school year of this day began: August belongs to the coming one."""
        return day.year if day.month >= _YEAR_BEGINS_IN else day.year - 1

    @staticmethod
    def first_moment(school_year: int, zone: ZoneInfo) -> datetime:
        """When the school year begins in this zone; aware UTC."""
        return datetime(school_year, _YEAR_BEGINS_IN, 1, tzinfo=zone).astimezone(UTC)

    @staticmethod
    def quiet(day: date) -> bool:
        """Is it the teachers' leave, 20 June to 20 August, when only the coordinator is written to?"""
        return _QUIET_FROM <= (day.month, day.day) <= _QUIET_TO

    @staticmethod
    def exams(day: date) -> bool:
        """Is it the weeks of the exams, when nobody is asked to answer surveys?"""
        return _EXAMS_FROM <= (day.month, day.day) <= _EXAMS_TO

    def _window(self, day: date, start: time, end: time) -> Window:
        if start >= end:
            raise ValueError("a send window opens before it closes")
        opens, closes = (datetime.combine(day, edge, self.zone).astimezone(UTC) for edge in (start, end))
        return Window(opens, closes)

    def _local(self, now: datetime) -> datetime:
        if now.tzinfo is None:
            raise ValueError("a time without a zone says nothing about the school's day")
        return now.astimezone(self.zone)
