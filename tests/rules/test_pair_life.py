"""When a pair is reminded, and when it is silent: over holidays, in leave, at the edges of two weeks."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.pair_life import (
    NUDGE_EVERY,
    SILENT_AFTER,
    first_meeting_days,
    has_not_begun,
    is_silent,
    meeting_reminder_day,
    move_days,
    note_days,
    nudge_days,
    silent_days,
)

AUTUMN = Break(date(2026, 10, 26), date(2026, 11, 4))
SCHOOL = SchoolCalendar(ZoneInfo("Europe/Moscow"), breaks=(AUTUMN,))
MONDAY = date(2026, 9, 7)

days = st.dates(date(2026, 9, 1), date(2027, 5, 31))


def test_the_first_meeting_is_reminded_of_after_seven_and_ten_working_days() -> None:
    assert first_meeting_days(SCHOOL, MONDAY) == (date(2026, 9, 16), date(2026, 9, 21))


@pytest.mark.parametrize(("today", "late"), [(date(2026, 9, 21), False), (date(2026, 9, 22), True)])
def test_the_first_meeting_is_late_when_its_last_day_is_over(today: date, late: bool) -> None:
    assert has_not_begun(SCHOOL, MONDAY, today) is late


@given(days)
def test_nudges_are_never_nearer_than_a_month_and_never_in_holidays(since: date) -> None:
    found = nudge_days(SCHOOL, since, date(2027, 6, 30))
    assert nudge_days(SCHOOL, since, since) == found[:1]
    assert all((later - day).days >= NUDGE_EVERY for day, later in pairwise((since, *found)))
    assert all(SCHOOL.speaks_on(day) for day in found)


@pytest.mark.parametrize(
    ("day", "lesson", "reminded"),
    [
        (date(2026, 9, 10), 3, date(2026, 9, 9)),  # over before the window opens
        (date(2026, 9, 14), 3, date(2026, 9, 11)),  # a Monday's lesson on Friday
        (date(2026, 9, 10), 0, date(2026, 9, 10)),
        (date(2026, 9, 10), -1, date(2026, 9, 10)),
    ],
)
def test_a_meeting_is_reminded_of_while_there_is_time(day: date, lesson: int, reminded: date) -> None:
    assert meeting_reminder_day(SCHOOL, day, lesson) == reminded


def test_holidays_and_leave_are_no_silence() -> None:
    assert silent_days(SCHOOL, date(2026, 10, 23), date(2026, 11, 4)) == 0
    assert silent_days(SCHOOL, date(2027, 6, 18), date(2027, 8, 20)) == 0


@given(days, st.integers(0, 60))
def test_a_pair_is_silent_from_the_twenty_first_school_day_on(since: date, later: int) -> None:
    today = since + timedelta(days=later)
    assert is_silent(SCHOOL, since, today) is (silent_days(SCHOOL, since, today) >= SILENT_AFTER)
    assert silent_days(SCHOOL, since, today) <= later


@given(days, st.integers(0, 40))
def test_a_meeting_is_noted_for_two_weeks_since_the_pair_was_made(began: date, later: int) -> None:
    today = began + timedelta(days=later)
    found = note_days(SCHOOL, began, today)
    assert found[0] == today
    assert all(began <= day <= today and (today - day).days < 14 for day in found)


@given(days)
def test_a_meeting_is_moved_to_school_days_ahead(today: date) -> None:
    found = move_days(SCHOOL, today, 8)
    assert all(day > today and SCHOOL.is_working(day) and not SCHOOL.in_break(day) for day in found)
    assert len(found) == len(set(found)) == 8
