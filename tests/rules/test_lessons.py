"""When a pair may meet: common free lessons, three offers spread over two weeks, never one that is taken."""

from datetime import date, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.lessons import AFTER_LESSONS, DAYS_AHEAD, MOST_SLOTS, Free, Lesson, Slot, common, propose

CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"))
SUNDAY = date(2026, 9, 6)
NOTHING: frozenset[Slot] = frozenset()

lessons = st.builds(Lesson, st.integers(0, 6), st.integers(1, 10))
frees = st.lists(st.frozensets(lessons, max_size=40), max_size=3)
days = st.dates(date(2026, 8, 20), date(2027, 6, 10))
breaks = st.lists(st.tuples(days, st.integers(0, 12)).map(lambda of: Break(of[0], of[0] + timedelta(days=of[1]))))
calendars = st.builds(
    SchoolCalendar,
    st.just(ZoneInfo("Asia/Omsk")),
    st.sampled_from([frozenset(range(5)), frozenset(range(6))]),
    st.frozensets(days, max_size=80),
    st.frozensets(days, max_size=8),
    breaks.map(tuple),
)


def free(*of: tuple[int, int]) -> Free:
    return frozenset(Lesson(*each) for each in of)


def day(of_september: int) -> date:
    return date(2026, 9, of_september)


def takings(today: date) -> st.SearchStrategy[frozenset[Slot]]:
    near = st.integers(0, DAYS_AHEAD + 1).map(lambda ahead: today + timedelta(days=ahead))
    return st.frozensets(st.builds(Slot, near, st.integers(0, 10)), max_size=60)


@pytest.mark.parametrize(("weekday", "number"), [(-1, 1), (7, 1), (0, 0), (0, 11)])
def test_there_is_no_such_lesson(weekday: int, number: int) -> None:
    with pytest.raises(ValueError, match="a lesson"):
        Lesson(weekday, number)


def test_no_slot_is_before_the_first_lesson_or_after_the_tenth() -> None:
    for number in (-1, 11):
        with pytest.raises(ValueError, match="a slot"):
            Slot(SUNDAY, number)


def test_in_common_is_what_everybody_has() -> None:
    one, other, third = free((0, 3), (1, 2)), free((0, 3), (4, 5)), free((0, 3), (1, 2), (4, 5))
    assert common(one, other) == common(one, other, third) == free((0, 3))
    assert common(one) == one
    assert common() == frozenset()


@pytest.mark.parametrize(
    ("shared", "taken", "slots"),
    [
        # One lesson a week: both weeks.
        (free((1, 4)), [], [(8, 4), (15, 4)]),
        # Every day: the soonest, the middle, the last; never the same lesson thrice.
        (free(*((at, n) for at in range(5) for n in (2, 5, 6))), [], [(7, 2), (11, 5), (18, 6)]),
        (free(*((at, 2) for at in range(5))), [], [(7, 2), (11, 2), (18, 2)]),
        # Two days only: one of them has two slots.
        (free((1, 2), (1, 6)), [], [(8, 2), (8, 6), (15, 6)]),
        (free((1, 2), (1, 6)), [(8, 2)], [(8, 6), (15, 2), (15, 6)]),
        (free((1, 2), (1, 6)), [(8, 2), (8, 6), (15, 6)], [(15, 2)]),
        # No lesson in common, or none left: after lessons.
        (free(), [], [(7, 0), (11, 0), (18, 0)]),
        (free((1, 4)), [(8, 4), (15, 4), (7, 0)], [(8, 0), (14, 0), (18, 0)]),
        (free((6, 4)), [], [(7, 0), (11, 0), (18, 0)]),
    ],
)
def test_three_slots_are_offered(shared: Free, taken: list[tuple[int, int]], slots: list[tuple[int, int]]) -> None:
    found = propose([shared, shared], CALENDAR, SUNDAY, frozenset(Slot(day(at), n) for at, n in taken))
    assert [(slot.day.day, slot.number) for slot in found] == slots


def test_nothing_is_offered_when_the_two_weeks_are_holidays() -> None:
    away = SchoolCalendar(ZoneInfo("Europe/Moscow"), breaks=(Break(day(1), day(30)),))
    assert propose([free((0, 1))], away, SUNDAY, NOTHING) == ()
    assert propose([free((0, 1))], CALENDAR, date(2027, 7, 1), NOTHING) == ()


def test_a_working_saturday_has_the_lessons_of_a_saturday() -> None:
    moved = SchoolCalendar(ZoneInfo("Europe/Moscow"), working_days_moved=frozenset({day(12)}))
    assert propose([free((5, 3))], moved, SUNDAY, NOTHING) == (Slot(day(12), 3),)
    assert Slot(day(12), 3) not in propose([free((0, 3))], moved, SUNDAY, NOTHING)


@given(st.data(), frees, calendars, days)
def test_every_slot_is_free_for_all_on_a_school_day_of_the_next_two_weeks(
    data: st.DataObject, free_of_all: list[Free], calendar: SchoolCalendar, today: date
) -> None:
    taken = data.draw(takings(today))
    found = propose(free_of_all, calendar, today, taken)
    assert not taken & set(found)
    assert len(found) == len(set(found)) <= MOST_SLOTS
    assert list(found) == sorted(found)
    for slot in found:
        assert today < slot.day <= today + timedelta(days=DAYS_AHEAD)
        assert calendar.is_working(slot.day)
        assert not calendar.in_break(slot.day)
        if not slot.is_after_lessons:
            assert all(Lesson(slot.day.weekday(), slot.number) in each for each in free_of_all)
    assert len({slot.is_after_lessons for slot in found}) <= 1


@given(st.data(), frees, calendars, days)
def test_there_are_fewer_than_three_only_when_there_are_no_more(
    data: st.DataObject, free_of_all: list[Free], calendar: SchoolCalendar, today: date
) -> None:
    taken = data.draw(takings(today))
    found = propose(free_of_all, calendar, today, taken)
    rest = propose(free_of_all, calendar, today, taken | set(found))
    kinds = {slot.is_after_lessons for slot in chain(found, rest)}
    if len(found) < MOST_SLOTS:
        assert not rest or kinds == {False, True}  # all lessons were offered: what is left is after them
    if len({slot.day for slot in found}) < len(found):
        assert {slot.day for slot in rest if slot.is_after_lessons == found[0].is_after_lessons} <= {
            slot.day for slot in found
        }


@given(frees, calendars, days)
def test_the_order_of_people_does_not_matter(free_of_all: list[Free], calendar: SchoolCalendar, today: date) -> None:
    assert propose(free_of_all, calendar, today, NOTHING) == propose(free_of_all[::-1], calendar, today, NOTHING)


@given(st.frozensets(lessons, min_size=1), days)
def test_the_days_are_as_far_apart_as_there_are_days(shared: Free, today: date) -> None:
    every = SchoolCalendar(ZoneInfo("Europe/Moscow"), working_weekdays=frozenset(range(7)))
    ahead = [today + timedelta(days=at) for at in range(1, DAYS_AHEAD + 1)]
    possible = [each for each in ahead if any(lesson.weekday == each.weekday() for lesson in shared)]
    if not any(every.quiet(each) for each in possible):
        found = propose([shared], every, today, NOTHING)
        assert (found[0].day, found[-1].day) == (possible[0], possible[-1])
        assert {slot.number for slot in found} != {AFTER_LESSONS}
        assert len({slot.day for slot in found}) == min(len(possible), MOST_SLOTS)
