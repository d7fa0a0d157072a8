"""Working days and the hours of speaking, from Kaliningrad to Kamchatka."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.calendar import Break, SchoolCalendar, Window
from mentoring.rules.school_breaks import Scheme, proposed

MOSCOW = ZoneInfo("Europe/Moscow")


def days(first: date, last: date) -> frozenset[date]:
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))


OFF = frozenset(
    {
        *days(date(2026, 12, 31), date(2027, 1, 8)),
        date(2026, 11, 4), date(2027, 2, 23), date(2027, 3, 8), date(2027, 5, 3), date(2027, 5, 10),
    }
)  # fmt: skip
CALENDAR = SchoolCalendar(MOSCOW, days_off=OFF)
SPRING_BREAK = days(date(2027, 3, 27), date(2027, 4, 4))

zones = st.sampled_from(
    ["Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk",
     "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan",
     "Asia/Kamchatka"]
).map(ZoneInfo)  # fmt: skip
calendars = st.builds(
    SchoolCalendar,
    zones,
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.dates(date(2026, 8, 1), date(2027, 8, 31)), max_size=60),
    st.frozensets(st.dates(date(2026, 8, 1), date(2027, 8, 31)), max_size=5),
)
some_days = st.dates(date(2026, 8, 1), date(2027, 8, 31))
moments = st.datetimes(datetime(2026, 8, 1), datetime(2027, 8, 31), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 12, 30), 3, date(2027, 1, 13)),  # a refusal: 11, 12 and 13 January
        (date(2026, 12, 30), 4, date(2027, 1, 14)),  # the earliest end of the duty
        (date(2026, 11, 3), 1, date(2026, 11, 5)),
        (date(2026, 11, 6), 1, date(2026, 11, 9)),
        (date(2027, 5, 14), -3, date(2027, 5, 11)),
        (date(2027, 5, 15), -1, date(2027, 5, 14)),
        (date(2027, 1, 11), -1, date(2026, 12, 30)),
        (date(2027, 5, 15), 0, date(2027, 5, 15)),
    ],
)
def test_working_days_are_counted_from_the_next_day(day: date, count: int, result: date) -> None:
    assert CALENDAR.add_working_days(day, count) == result


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2027, 5, 15), date(2027, 5, 14), date(2027, 5, 17)),
        (date(2027, 5, 29), date(2027, 5, 28), date(2027, 5, 31)),
        (date(2027, 5, 28), date(2027, 5, 28), date(2027, 5, 28)),
        (date(2027, 1, 3), date(2026, 12, 30), date(2027, 1, 11)),
    ],
)
def test_a_day_off_has_a_working_day_on_either_side(day: date, before: date, after: date) -> None:
    assert CALENDAR.previous_working_day(day) == before
    assert CALENDAR.next_working_day(day) == after


def test_a_moved_working_day_beats_the_weekend_and_the_holiday() -> None:
    saturday = date(2026, 10, 31)
    calendar = SchoolCalendar(MOSCOW, days_off=OFF | {saturday}, working_days_moved=frozenset({saturday}))
    assert calendar.is_working(saturday)
    assert not CALENDAR.is_working(saturday)


def test_a_six_day_school_works_on_saturdays() -> None:
    assert SchoolCalendar(MOSCOW, frozenset(range(6))).is_working(date(2027, 5, 15))


def test_silence_over_the_spring_break_does_not_count() -> None:
    school = SchoolCalendar(MOSCOW, days_off=OFF | SPRING_BREAK)
    spoke, now = date(2027, 3, 19), date(2027, 4, 16)
    assert CALENDAR.working_days_between(spoke, now) == 20
    assert school.working_days_between(spoke, now) == 15
    assert school.add_working_days(spoke, 15) == now


@pytest.mark.parametrize("weekdays", [frozenset[int](), frozenset({7}), frozenset({-1})])
def test_a_school_without_working_days_is_refused(weekdays: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="weekday"):
        SchoolCalendar(MOSCOW, weekdays)


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("2027-05-15T09:00", "2027-05-17T11:00"),  # Saturday waits for Monday, 14:00 in Moscow
        ("2027-05-14T08:00", "2027-05-14T11:00"),
        ("2027-05-14T11:00", "2027-05-14T11:00"),
        ("2027-05-14T14:59", "2027-05-14T14:59"),
        ("2027-05-14T15:00", "2027-05-17T11:00"),
        ("2027-05-13T22:00", "2027-05-14T11:00"),  # past midnight in Moscow: Friday already
        ("2026-12-30T16:00", "2027-01-11T11:00"),
    ],
)
def test_a_message_waits_for_the_window(now: str, moment: str) -> None:
    assert CALENDAR.next_send_moment(utc(now)) == utc(moment)


def test_the_window_is_local_and_may_be_another() -> None:
    kamchatka = SchoolCalendar(ZoneInfo("Asia/Kamchatka"))
    window = kamchatka.send_window(utc("2027-05-14T05:00"))
    assert window == Window(utc("2027-05-14T02:00"), utc("2027-05-14T06:00"))
    early = CALENDAR.send_window(utc("2027-05-14T05:00"), time(8, 30), time(9))
    assert early == Window(utc("2027-05-14T05:30"), utc("2027-05-14T06:00"))
    assert CALENDAR.send_window(utc("2027-05-15T12:00")) is None


def test_a_naive_time_and_an_empty_window_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        CALENDAR.send_window(datetime(2027, 5, 14, 12))  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="opens"):
        CALENDAR.send_window(utc("2027-05-14T12:00"), time(18), time(14))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 9, 1), 2026),
        (date(2027, 5, 31), 2026),
        (date(2027, 7, 31), 2026),
        (date(2027, 8, 1), 2027),
    ],
)
def test_august_belongs_to_the_coming_school_year(day: date, year: int) -> None:
    assert SchoolCalendar.school_year_of(day) == year


@pytest.mark.parametrize(
    ("day", "quiet"),
    [
        (date(2027, 6, 19), False), (date(2027, 6, 20), True), (date(2027, 7, 15), True),
        (date(2027, 8, 20), True), (date(2027, 8, 21), False), (date(2027, 1, 1), False),
    ],
)  # fmt: skip
def test_the_teachers_leave_is_quiet(day: date, quiet: bool) -> None:
    assert SchoolCalendar.quiet(day) is quiet


@given(calendar=calendars, day=some_days, count=st.integers(1, 30))
def test_counting_there_counts_back(calendar: SchoolCalendar, day: date, count: int) -> None:
    later = calendar.add_working_days(day, count)
    assert calendar.is_working(later)
    assert calendar.working_days_between(day, later) == count
    assert calendar.add_working_days(later, -count) == calendar.add_working_days(calendar.add_working_days(day, 1), -1)


@given(calendar=calendars, now=moments)
def test_the_next_moment_is_inside_a_window_and_stays(calendar: SchoolCalendar, now: datetime) -> None:
    moment = calendar.next_send_moment(now)
    local = moment.astimezone(calendar.zone)
    assert moment >= now
    assert moment.tzinfo is UTC
    assert calendar.is_working(local.date())
    assert time(14) <= local.time() < time(18)
    assert calendar.next_send_moment(moment) == moment


CHANGES = [
    ("Europe/Berlin", date(2026, 10, 25)),
    ("Europe/Berlin", date(2027, 3, 28)),
    ("Europe/Moscow", date(2026, 10, 25)),
]


@pytest.mark.parametrize(("zone", "day"), CHANGES)
@pytest.mark.parametrize("opens", [time(9), time(14)])
def test_clocks_that_are_changed_move_no_message_out_of_its_window(zone: str, day: date, opens: time) -> None:
    """Every quarter of an hour from two days before to two days after, on a school that works on Sundays too."""
    calendar = SchoolCalendar(ZoneInfo(zone), frozenset(range(7)))
    closes = time(opens.hour + 4)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
    found = set()
    for quarter in range(4 * 24 * 4):
        now = start + timedelta(minutes=15 * quarter)
        moment = calendar.next_send_moment(now, opens, closes)
        assert moment >= now
        assert calendar.next_send_moment(moment, opens, closes) == moment
        local = moment.astimezone(calendar.zone)
        assert opens <= local.time() < closes
        found.add(local.date())
    assert len(found) in (4, 5)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_teachers_are_left_in_peace_in_holidays_and_just_before_them() -> None:
    calendar = SchoolCalendar(MOSCOW, breaks=(Break(date(2026, 10, 31), date(2026, 11, 8)),))
    silent = [day for day in (date(2026, 10, number) for number in range(26, 32)) if not calendar.speaks_on(day)]
    assert silent == [date(2026, 10, 29), date(2026, 10, 30), date(2026, 10, 31)]
    assert calendar.is_working(date(2026, 11, 2))
    assert calendar.in_break(date(2026, 11, 8))
    assert calendar.next_speaking_day(date(2026, 10, 29)) == date(2026, 11, 9)
    assert calendar.next_speaking_day(date(2027, 6, 20)) == date(2027, 8, 23)


@pytest.mark.parametrize(
    ("scheme", "year", "expected"),
    [
        (Scheme.QUARTERS, 2025, ["2025-10-25/2025-11-02", "2025-12-31/2026-01-11", "2026-03-28/2026-04-05"]),
        (
            Scheme.TRIMESTERS,
            2026,
            [
                *("2026-10-05/2026-10-11", "2026-11-16/2026-11-22", "2026-12-31/2027-01-10"),
                *("2027-02-22/2027-02-28", "2027-04-05/2027-04-11"),
            ],
        ),
    ],
)
def test_usual_holidays_are_proposed(scheme: Scheme, year: int, expected: list[str]) -> None:
    assert [f"{each.starts}/{each.ends}" for each in proposed(scheme, year)] == expected
