"""When the steps of a programme are due: in school weeks, never on a day off, in holidays or outside of the term."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mentoring.forms import load
from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.programmes import (
    Programme,
    Term,
    TermDoubt,
    default_term,
    duration_doubts,
    is_school_day,
    missing,
    prefill,
    school_weeks,
    week_away,
)
from mentoring.rules.school_breaks import Scheme, proposed
from storage.vocabulary.pairs import Format

TEMPLATES = load().programmes
MOSCOW = ZoneInfo("Europe/Moscow")
OFF = frozenset({date(2026, 11, 4), date(2027, 2, 23), date(2027, 3, 8), date(2027, 5, 3), date(2027, 5, 10)})
YEAR = SchoolCalendar(MOSCOW, days_off=OFF, breaks=proposed(Scheme.QUARTERS, 2026))

days = st.dates(date(2026, 8, 1), date(2027, 8, 31))
calendars = st.builds(
    SchoolCalendar,
    st.just(MOSCOW),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(days, max_size=60),
    st.frozensets(days, max_size=5),
    st.lists(
        st.builds(lambda first, long: Break(first, first + timedelta(days=long)), days, st.integers(0, 20)), max_size=5
    ).map(tuple),
)
areas = st.lists(st.sampled_from([*TEMPLATES.areas]), max_size=4)


def programme(first: date, last: date, *of: str, calendar: SchoolCalendar = YEAR) -> Programme:
    return prefill(TEMPLATES, of, "", starts_on=first, ends_on=last, calendar=calendar)


def due(of: Programme) -> list[tuple[str, str]]:
    return [(f"{step.due_on:%d.%m}", step.area) for step in of.steps]


def test_a_year_of_lessons_is_counted_in_school_weeks() -> None:
    found = programme(date(2026, 9, 17), date(2027, 5, 31), "method", "docs")
    assert due(found) == [
        ("17.09", ""),
        ("24.09", "docs"),
        ("01.10", "method"),
        ("15.10", "method"),
        ("22.10", "docs"),
        ("29.10", "method"),
        ("28.01", ""),
        ("18.02", "method"),
        ("27.05", ""),
    ]  # fmt: skip


def test_a_week_of_holidays_is_no_week() -> None:
    weeks = school_weeks(YEAR, date(2026, 10, 19), date(2026, 11, 15))
    assert [(week[0], len(week)) for week in weeks.weeks] == [
        (date(2026, 10, 19), 5),
        (date(2026, 10, 26), 5),
        (date(2026, 11, 9), 5),
    ]
    assert weeks.day(2) == date(2026, 11, 9)


def test_the_day_moves_inside_of_its_week_when_it_is_off() -> None:
    wednesday = school_weeks(YEAR, date(2027, 2, 17), date(2027, 3, 31))
    assert wednesday.day(1) == date(2027, 2, 24)
    tuesday = school_weeks(YEAR, date(2027, 2, 16), date(2027, 3, 31))
    assert tuesday.day(1) == date(2027, 2, 24)
    friday = school_weeks(YEAR, date(2026, 12, 25), date(2027, 1, 31))
    assert friday.day(1) == date(2026, 12, 30)
    assert friday.day(2) == date(2027, 1, 15)


def test_what_a_short_term_has_no_room_for_is_left_out_but_the_first_of_each_area() -> None:
    month = programme(date(2026, 9, 14), date(2026, 10, 9), "method", "growth")
    assert due(month) == [("14.09", ""), ("21.09", ""), ("28.09", "method"), ("28.09", "growth"), ("28.09", "")]
    fortnight = programme(date(2026, 9, 14), date(2026, 9, 25), "method")
    assert due(fortnight) == [("14.09", ""), ("14.09", "method"), ("14.09", "")]


def test_in_the_holidays_there_is_no_day_to_propose() -> None:
    found = programme(date(2027, 7, 1), date(2027, 7, 31), "docs")
    assert {step.due_on for step in found.steps} == {None}


@given(calendars, days, days, areas)
@example(YEAR, date(2026, 9, 1), date(2026, 9, 1), ["growth"])
def test_a_step_is_due_on_a_school_day_inside_of_the_term_and_in_order(
    calendar: SchoolCalendar, one: date, other: date, chosen: list[str]
) -> None:
    first, last = sorted((one, other))
    assume(school_weeks(calendar, first, last).weeks)
    found = programme(first, last, *chosen, calendar=calendar)
    when = [step.due_on for step in found.steps if step.due_on]
    assert len(when) == len(found.steps)
    assert all(calendar.is_working(day) and not calendar.in_break(day) and not calendar.quiet(day) for day in when)
    assert all(first <= day <= last for day in when)
    assert when == sorted(when)
    assert {step.area for step in found.steps} == {"", *chosen}
    assert not [each for each in missing(found) if each.step]


@given(calendars, days, days)
@example(YEAR, date(2026, 9, 1), date(2027, 5, 31))
def test_later_weeks_have_later_days(calendar: SchoolCalendar, one: date, other: date) -> None:
    weeks = school_weeks(calendar, *sorted((one, other)))
    due_on = [weeks.day(number) for number in range(weeks.last + 1)] if weeks.weeks else []
    found = [day for day in due_on if day]
    assert len(found) == len(due_on)
    assert found == sorted(set(found))
    assert all(is_school_day(calendar, day) for day in found)


@pytest.mark.parametrize(
    ("since", "year", "term"),
    [
        (date(2026, 9, 14), 2026, Term(date(2026, 9, 14), date(2027, 5, 31))),
        (date(2026, 8, 25), 2026, Term(date(2026, 9, 1), date(2027, 5, 31))),
        (date(2027, 3, 1), 2026, Term(date(2027, 3, 1), date(2027, 5, 31))),
        (date(2027, 3, 2), 2026, Term(date(2027, 3, 2), date(2027, 5, 31), extend_to=date(2027, 9, 1))),
        (date(2027, 4, 15), 2026, Term(date(2027, 4, 15), date(2027, 5, 31), extend_to=date(2027, 10, 14))),
        (date(2027, 6, 10), 2026, Term(date(2027, 9, 1), date(2028, 5, 31))),
    ],
)
def test_the_usual_term_ends_with_may_and_lasts_three_months(since: date, year: int, term: Term) -> None:
    assert default_term(since, year) == term


@given(days)
def test_the_proposed_term_is_never_doubtful(since: date) -> None:
    term = default_term(since, SchoolCalendar.school_year_of(since))
    assert duration_doubts(term.starts_on, term.extend_to or term.ends_on, Format.ONE_TO_ONE) == ()


@pytest.mark.parametrize(
    ("first", "last", "form", "doubts"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), Format.ONE_TO_ONE, ()),
        (date(2026, 9, 1), date(2026, 11, 29), Format.ONE_TO_ONE, (TermDoubt.TOO_SHORT,)),
        (date(2026, 9, 1), date(2026, 11, 29), Format.SHORT_TERM, ()),
        (date(2026, 9, 1), date(2027, 8, 31), Format.GROUP, ()),
        (date(2026, 9, 1), date(2027, 9, 1), Format.GROUP, (TermDoubt.TOO_LONG,)),
        (date(2026, 9, 1), date(2027, 9, 1), Format.SHORT_TERM, (TermDoubt.TOO_LONG,)),
        (date(2026, 11, 30), date(2027, 2, 27), Format.REMOTE, ()),
        (date(2026, 9, 1), date(2026, 9, 1), Format.SPEED, (TermDoubt.NOT_NEEDED,)),
        (date(2026, 9, 1), date(2027, 5, 31), Format.SITUATIONAL, (TermDoubt.NOT_NEEDED,)),
    ],
)
def test_three_to_twelve_months_are_usual(first: date, last: date, form: Format, doubts: tuple[TermDoubt, ...]) -> None:
    assert duration_doubts(first, last, form) == doubts


def test_a_week_away_leaps_over_holidays_and_days_off() -> None:
    first, last = date(2026, 9, 9), date(2027, 5, 31)
    assert week_away(YEAR, date(2026, 10, 14), 1, first, last) == date(2026, 10, 21)
    assert week_away(YEAR, date(2026, 10, 21), 1, first, last) == date(2026, 10, 28)
    assert week_away(YEAR, date(2026, 10, 28), 1, first, last) == date(2026, 11, 11)  # 4 November is a day off
    assert week_away(YEAR, date(2026, 12, 24), 1, first, last) == date(2027, 1, 14)  # the winter break
    assert week_away(YEAR, date(2027, 1, 14), -1, first, last) == date(2026, 12, 24)
    assert week_away(YEAR, date(2026, 9, 9), -1, first, last) is None
    assert week_away(YEAR, date(2027, 5, 31), 1, first, last) is None


@given(calendar=calendars, day=days, weeks=st.sampled_from([-1, 1]), first=days, last=days)
def test_a_week_away_is_a_school_day_of_the_same_weekday_in_the_term(
    calendar: SchoolCalendar, day: date, weeks: int, first: date, last: date
) -> None:
    found = week_away(calendar, day, weeks, first, last)
    if found is not None:
        assert is_school_day(calendar, found)
        assert first <= found <= last
        assert (found - day).days % 7 == 0
        assert (found > day) is (weeks > 0)
