"""J10: a year that is reported, closed and begun anew; plainly and with a crash around every update."""

import pytest

from tests.conftest import School
from tests.dialogs.test_year_turn import PAIR, a_year, looks, renews, september


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


async def test_the_year_is_closed_and_the_next_one_begins_once(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await a_year(school)
    await looks(coordinator)
    await coordinator.presses("Какие пары продолжат")
    await coordinator.presses(f"☐ {PAIR}")
    await looks(coordinator)
    await coordinator.presses("Начать 2027/2028", times=2)
    assert await cast.bot.fetch(int, "SELECT school_year FROM closed_year") == [2026]
    assert await cast.bot.fetch(str, "SELECT state FROM pairing ORDER BY id") == ["ended", "agreed"]
    await september(cast)
    await renews(cast.newcomer)
    await cast.newcomer.presses("Подтвердить запрос")
    await cast.newcomer.presses("Всё по-прежнему", times=2)
    runs = "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs' AND carried = '' AND state = 'submitted'"
    assert await cast.bot.fetch(int, runs) == [1]
    assert await cast.bot.fetch(str, "SELECT end_reason FROM pairing WHERE state = 'ended'") == ["term"]
    dateless = "SELECT COUNT(*) FROM pairing WHERE state = 'ended' AND ended_on IS NULL"
    assert await cast.bot.fetch(int, dateless) == [0]
