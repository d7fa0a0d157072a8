"""J1: from the school's roadmap in Word to a living calendar; told plainly and with a crash around every update."""

from datetime import UTC, date, datetime

import pytest

from tests.conftest import School
from tests.dialogs.roadmapping import ANSWERS, confirmed, sends, source, states


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


async def test_a_roadmap_is_sent_answered_in_two_sittings_accepted_and_reminded_of(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await sends(coordinator, source())
    coordinator.sees("6 этапов, 15 пунктов и 2 подпункта", "нужно уточнить: 6")
    await coordinator.presses("Ответить на вопросы")
    for answer in ANSWERS[:3]:
        await coordinator.presses(answer, times=2)
    await coordinator.presses("Продолжить позже")
    cast.bot.clock.to(datetime(2026, 9, 22, 12, 5, tzinfo=UTC))
    await cast.bot.tick()
    assert await confirmed(school) == {}
    await coordinator.says("/roadmap")
    await coordinator.presses("Ваша карта ждёт решения")
    await coordinator.presses("Ответить на вопросы")
    coordinator.sees("Этап 4", "Наставники. Наставляемые")
    for answer in ANSWERS[3:]:
        await coordinator.presses(answer)
    await coordinator.presses("Принять карту", times=2)
    await coordinator.says("сроки этапов")
    await coordinator.presses("Подтвердить сроки", times=2)
    assert await states(school) == ["accepted"]
    assert (await confirmed(school))["a4_materials"] == date(2026, 10, 15)
    cast.bot.clock.to(datetime(2026, 9, 23, 12, 5, tzinfo=UTC))
    await cast.bot.tick()
    coordinator.sees("До 30 сентября: «Приказ(ы) о закреплении")
