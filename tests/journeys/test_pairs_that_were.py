"""A school whose pairs work already: by hand, out of Excel, in again, out again; plainly and with crashes."""

import pytest

from tests.conftest import School
from tests.dialogs.ringing import at
from tests.dialogs.test_brought_pairs import OF_THREE, OF_TWO, PEOPLE, pairings, sends
from tests.dialogs.test_by_hand import chooses, orders
from tests.dialogs.test_timetables import OF_LUGOVA, free
from tests.dialogs.test_timetables import sends as sends_timetable


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


async def test_pairs_that_were_before_the_bot_come_in_once_and_go_out_whole(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await school.lists(*PEOPLE)
    await chooses(school, "Рябинин И. О.", "Лугова Н. А.")
    await coordinator.presses("Уже работают, приказ есть", times=2)
    await coordinator.says("45-к")
    await coordinator.says("31.08.2026")
    coordinator.sees("она стоит в этом приказе")
    await coordinator.presses("Записать причину")
    await coordinator.says("работают вместе с весны")
    await sends(school, OF_TWO, OF_THREE)
    coordinator.sees("Добавим: 1.", "Пропустим: 1.")
    await coordinator.presses("Добавить (1)", times=2)
    assert await orders(school) == ["45-к 2026-08-31 assign 2"]
    assert [line.split()[3] for line in await pairings(school)] == ["by_hand", "brought"]
    await sends_timetable(school, OF_LUGOVA)
    await coordinator.presses("Записать (1)", times=2)
    assert len(await free(school)) == 2
    await coordinator.says("/pairs")
    await coordinator.presses("Скачать Excel")
    await coordinator.says("/pairs")
    await coordinator.presses("Схема пар")
    book = coordinator.files["Пары 08.09.2026.xlsx"]  # it leaves the chat after a day
    await at(cast, 9, 14)
    await coordinator.sends_file("Пары.xlsx", book)
    coordinator.sees("Прочитано: 2 пары. Добавим: 0.")
    await coordinator.says("/pairs")
    coordinator.sees("Работает: 2.")
