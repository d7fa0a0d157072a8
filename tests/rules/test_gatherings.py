"""Days of an event: warnings, reminders, late marks, what cannot wait, what of the roadmap it proves."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.gatherings.agenda import items
from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.clock import read_clock
from mentoring.rules.gatherings import (
    Warn,
    activity_of,
    at_once,
    begins,
    by_wish,
    lasts,
    may_mark,
    reminder_days,
    warnings,
)
from storage.vocabulary.gatherings import GatheringKind

MOSCOW = ZoneInfo("Europe/Moscow")
AUTUMN = Break(date(2026, 10, 26), date(2026, 11, 4))
SCHOOL = SchoolCalendar(MOSCOW, breaks=(AUTUMN,), days_off=frozenset({date(2026, 11, 4)}))
LONG_AGO = date(2026, 8, 1)

days = st.dates(date(2026, 9, 1), date(2027, 5, 31))


@pytest.mark.parametrize(
    ("day", "taken", "warned"),
    [
        (date(2026, 9, 17), False, ()),
        (date(2026, 9, 17), True, (Warn.TAKEN,)),
        (date(2026, 9, 19), False, (Warn.DAY_OFF,)),  # a Saturday
        (date(2026, 10, 27), False, (Warn.BREAK,)),
        (date(2026, 11, 4), True, (Warn.DAY_OFF, Warn.BREAK, Warn.TAKEN)),
        (date(2027, 7, 1), False, (Warn.LEAVE,)),
        (date(2026, 9, 7), False, (Warn.PAST,)),
        (date(2026, 9, 8), False, ()),  # today
    ],
)
def test_what_speaks_against_a_day(day: date, taken: bool, warned: tuple[Warn, ...]) -> None:
    assert warnings(SCHOOL, day, date(2026, 9, 8), taken=taken) == warned


@pytest.mark.parametrize(
    ("day", "starts", "reminded"),
    [
        (date(2026, 9, 18), "15:30", [date(2026, 9, 15), date(2026, 9, 18)]),
        (date(2026, 9, 18), "15:00", [date(2026, 9, 15), date(2026, 9, 18)]),
        (date(2026, 9, 18), "14:59", [date(2026, 9, 15), date(2026, 9, 17)]),  # over or near when the window opens
        (date(2026, 9, 21), "10:00", [date(2026, 9, 18)]),  # Monday morning: both fall on Friday
        (date(2026, 9, 22), "16:00", [date(2026, 9, 18), date(2026, 9, 22)]),  # three days before is a Saturday
        (date(2026, 11, 6), "16:00", [date(2026, 10, 21), date(2026, 11, 6)]),  # the holidays and two days before
        (date(2026, 11, 4), "16:00", [date(2026, 10, 21)]),  # both fall on the last day when anyone is spoken to
        (date(2027, 7, 20), "16:00", []),  # in the summer's leave
    ],
)
def test_reminders_come_three_days_before_and_on_the_day(day: date, starts: str, reminded: list[date]) -> None:
    assert list(reminder_days(SCHOOL, day, starts, LONG_AGO)) == reminded


def test_whoever_was_invited_since_has_just_heard() -> None:
    day = date(2026, 9, 18)
    assert reminder_days(SCHOOL, day, "16:00", date(2026, 9, 15)) == (day,)
    assert reminder_days(SCHOOL, day, "16:00", day) == ()


@given(day=days, invited_on=days, early=st.booleans())
def test_no_reminder_comes_after_the_day_nor_before_the_invitation_nor_when_nobody_is_spoken_to(
    day: date, invited_on: date, early: bool
) -> None:
    reminded = reminder_days(SCHOOL, day, "09:00" if early else "16:00", invited_on)
    assert len(reminded) <= 2
    assert all(invited_on < each <= day and SCHOOL.speaks_on(each) for each in reminded)


@pytest.mark.parametrize(
    ("today", "may"),
    [
        (date(2026, 9, 16), False),
        (date(2026, 9, 17), True),
        (date(2026, 10, 1), True),
        (date(2026, 10, 2), False),
    ],
)
def test_attendance_is_marked_on_the_day_and_two_weeks_after_it(today: date, may: bool) -> None:
    assert may_mark(date(2026, 9, 17), today) is may


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ((16, 10, 0), (16, 10, 0)),
        ((16, 20, 59), (16, 20, 59)),
        ((16, 22, 0), (17, 8, 0)),
        ((17, 2, 0), (17, 8, 0)),
        ((17, 7, 59), (17, 8, 0)),
        ((19, 12, 0), (19, 12, 0)),  # a Saturday: whoever would come on it must know
        ((20, 22, 0), (20, 22, 0)),  # of the next morning at half past seven, there is no other hour
    ],
)
def test_what_cannot_wait_is_said_at_once_or_at_eight(now: tuple[int, int, int], said: tuple[int, int, int]) -> None:
    begin = begins(date(2026, 9, 21), "07:30", MOSCOW)
    assert at_once(_moscow(*now), begin, MOSCOW) == _moscow(*said)


def _moscow(day: int, hour: int, minute: int) -> datetime:
    return datetime.combine(date(2026, 9, day), time(hour, minute), MOSCOW).astimezone(UTC)


SPRING = date(2027, 4, 20)


@pytest.mark.parametrize(
    ("kind", "day", "activity"),
    [
        (GatheringKind.SESSION, date(2026, 9, 17), "a4_sessions"),
        (GatheringKind.CONSULTATION, date(2027, 5, 17), "a4_sessions"),
        (GatheringKind.SEMINAR, date(2027, 1, 20), "a4_sessions"),
        (GatheringKind.SEMINAR, date(2027, 4, 20), "a6_conference"),
        (GatheringKind.CONFERENCE, date(2027, 3, 20), "a6_conference"),
        (GatheringKind.ROUND_TABLE, date(2027, 5, 28), "a6_round_table"),
    ],
)
def test_an_event_proves_the_activity_of_its_kind(kind: GatheringKind, day: date, activity: str) -> None:
    assert activity_of(kind, day, SPRING) == activity


@pytest.mark.parametrize("kind", GatheringKind)
def test_every_kind_lasts_some_time(kind: GatheringKind) -> None:
    assert timedelta(minutes=30) <= lasts(kind) <= timedelta(hours=3)


@pytest.mark.parametrize(
    ("typed", "time_"),
    [
        ("15:30", "15:30"),
        ("15.30", "15:30"),
        ("в 15 30", "15:30"),
        ("15-30", "15:30"),
        ("9", "09:00"),
        ("16 часов", "16:00"),
        ("в 16 ч.", "16:00"),
        ("24:00", None),
        ("15:60", None),
        ("после уроков", None),
        ("1530", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, time_: str | None) -> None:
    assert read_clock(typed) == time_


def test_wishes_are_counted_the_most_wanted_first_ties_by_their_own_order() -> None:
    said = [("visit", "role"), ("visit", "visit"), ("law", "none"), ("law", "visit")]
    assert by_wish(said, ("role", "visit", "law", "motive")) == (("visit", 3), ("law", 2), ("role", 1))
    assert by_wish([], ("role",)) == ()


def test_an_agenda_is_its_lines_without_the_numbers_that_were_typed() -> None:
    assert items("1. Итоги\n\n 2) Планы \n— Разное\n• 5-А класс") == ("Итоги", "Планы", "Разное", "5-А класс")
    assert items("\n - \n") == ()
    assert len(items("\n".join(f"{n}. вопрос" for n in range(50)))) == 20
