"""Holidays as most schools have them, to be proposed: each school confirms its own."""

from datetime import date, timedelta
from enum import StrEnum

from mentoring.rules.calendar import Break

SATURDAY, MONDAY, SUNDAY = 5, 0, 6
_NINE_DAYS, _WEEK = timedelta(days=8), timedelta(days=6)


class Scheme(StrEnum):
    """How a school parts its year."""

    QUARTERS = "quarters"
    TRIMESTERS = "trimesters"


def proposed(scheme: Scheme, school_year: int) -> tuple[Break, ...]:
    """In the order of the year. The days of a real school differ by a week: they are a beginning, not a rule."""
    winter = Break(date(school_year, 12, 31), _next(date(school_year + 1, 1, 9), SUNDAY))
    if scheme is Scheme.QUARTERS:
        return (
            _nine_days(_last(school_year, 10, SATURDAY)),
            winter,
            _nine_days(_last(school_year + 1, 3, SATURDAY)),
        )
    return (
        _week(_next(date(school_year, 10, 4), MONDAY)),
        _week(_next(date(school_year, 11, 15), MONDAY)),
        winter,
        _week(_next(date(school_year + 1, 2, 18), MONDAY)),
        _week(_next(date(school_year + 1, 4, 4), MONDAY)),
    )


def _nine_days(starts: date) -> Break:
    """From a Saturday to the Sunday of the week after."""
    return Break(starts, starts + _NINE_DAYS)


def _week(starts: date) -> Break:
    return Break(starts, starts + _WEEK)


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _last(year: int, month: int, weekday: int) -> date:
    """Of a month that has 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() - weekday) % 7)
