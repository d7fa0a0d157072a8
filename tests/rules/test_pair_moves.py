"""Which way a pair may go, and when a mentor's work may end early."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.leaving import NOTICE_DAYS, last_day
from mentoring.rules.pair_moves import AT_WORK, BEGINNINGS, MOVES, OPEN, TOGETHER, may_move
from storage.vocabulary.pairs import PairState

MOSCOW = ZoneInfo("Europe/Moscow")
NEW_YEAR = frozenset(date(2026, 12, 31) if day == 0 else date(2027, 1, day) for day in range(9))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PairState.PROPOSED, PairState.AGREED),
        (PairState.AGREED, PairState.ORDERED),
        (PairState.ORDERED, PairState.ACTIVE),
        (PairState.ACTIVE, PairState.PAUSED),
        (PairState.PAUSED, PairState.ACTIVE),
        (PairState.ACTIVE, PairState.ORDERED),  # its only meeting was taken back
    ],
)
def test_a_pair_goes_on_step_by_step(before: PairState, after: PairState) -> None:
    assert may_move(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PairState.PROPOSED, PairState.ORDERED),  # nobody is ordered who has not said yes
        (PairState.AGREED, PairState.ACTIVE),  # nor at work without an order
        (PairState.AGREED, PairState.PAUSED),
        (PairState.ORDERED, PairState.AGREED),
        (PairState.ACTIVE, PairState.ACTIVE),
    ],
)
def test_a_pair_neither_jumps_nor_goes_back(before: PairState, after: PairState) -> None:
    assert not may_move(before, after)


def test_from_everywhere_a_pair_can_end_and_from_the_end_nowhere() -> None:
    assert all(may_move(state, PairState.ENDED) for state in OPEN)
    assert MOVES[PairState.ENDED] == frozenset()
    assert MOVES.keys() == set(PairState)


def test_who_sees_each_other_has_said_yes() -> None:
    assert PairState.PROPOSED not in TOGETHER
    assert AT_WORK < TOGETHER < OPEN
    assert BEGINNINGS <= OPEN


def test_the_three_days_of_a_notice_skip_the_new_years_holidays() -> None:
    """Given on Wednesday, 30 December: 11, 12 and 13 January are the days, the duty is over on the 14th."""
    assert last_day(SchoolCalendar(MOSCOW, days_off=NEW_YEAR), date(2026, 12, 30)) == date(2027, 1, 13)


@given(st.dates(date(2026, 9, 1), date(2027, 5, 31)))
def test_a_notice_is_always_three_working_days(given_on: date) -> None:
    calendar = SchoolCalendar(MOSCOW, days_off=NEW_YEAR)
    until = last_day(calendar, given_on)
    assert calendar.is_working(until)
    assert calendar.working_days_between(given_on, until) == NOTICE_DAYS
