"""Of many schools a share is looked at in each tick of the planner, and each of them within a minute."""

from datetime import UTC, datetime

import pytest

from mentoring.reminders import MOST_TURNS, turn
from scheduler.clockwork import PLAN_SECONDS
from storage.schools import School
from storage.vocabulary import Privacy

NOON = datetime(2026, 9, 8, 9, tzinfo=UTC)


def schools(many: int) -> list[School]:
    return [
        School(number, "Школа", "Школа", "Москва", "", "Europe/Moscow", 2026, "12345", Privacy.NORMAL, NOON, "")
        for number in range(many)
    ]


def test_a_few_schools_are_looked_at_in_every_tick() -> None:
    few = schools(12)
    assert [turn(few, number) for number in range(3)] == [few, few, few]


@pytest.mark.parametrize("many", [0, 1, 99, 100, 250, 399, 1003])
def test_every_school_has_its_turn_within_a_minute_and_none_twice_in_a_tick(many: int) -> None:
    every = schools(many)
    shares = [[each.id for each in turn(every, number)] for number in range(MOST_TURNS)]
    assert {each for share in shares for each in share} == {each.id for each in every}
    assert all(len(set(share)) == len(share) for share in shares)
    assert MOST_TURNS * PLAN_SECONDS <= 60


def test_of_very_many_a_tick_sees_a_quarter() -> None:
    every = schools(1000)
    shares = [turn(every, number) for number in range(MOST_TURNS)]
    assert [len(share) for share in shares] == [250, 250, 250, 250]
    assert sum(len(share) for share in shares) == len({each.id for share in shares for each in share})
