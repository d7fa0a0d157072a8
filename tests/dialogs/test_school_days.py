"""«Календарь школы»: holidays proposed and typed, single days, and nobody is reminded in the holidays."""

from datetime import UTC, datetime

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import FACTS

ANNA = "Соколова Анна Ильинична"
BREAKS = "SELECT COUNT(*) FROM school_break"
REMINDED = """SELECT COUNT(*) FROM outbox o JOIN person p ON p.id = o.person_id
              WHERE o.kind = 'digest' AND p.full_name LIKE 'Соколова%'"""


async def opens(school: School) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("настройки")
    await coordinator.presses("Календарь школы")
    return coordinator


async def types_break(coordinator: Person, starts: str, ends: str) -> None:
    await coordinator.presses("Добавить каникулы")
    await coordinator.says(starts)
    await coordinator.says(ends)


async def test_holidays_by_quarters_are_proposed_and_taken_with_one_press(school: School) -> None:
    coordinator = await opens(school)
    coordinator.sees("Календарь школы, 2026/2027", "Каникулы не указаны")
    await coordinator.presses("Предложить по четвертям")
    coordinator.sees("31 октября – 8 ноября", "31 декабря – 10 января", "27 марта – 4 апреля", "Сверьте с приказом")
    assert await school.cast.bot.fetch(int, BREAKS) == [0]
    await coordinator.presses("Записать эти каникулы", times=2)
    coordinator.sees("Записаны 3 каникулы", "• Каникулы: 31 октября – 8 ноября")
    assert await school.cast.bot.fetch(int, BREAKS) == [3]
    await coordinator.presses("Предложить по триместрам")
    await coordinator.presses("Записать эти каникулы")
    coordinator.sees("Записаны 5 каникул", "Каникулы: 5 октября – 11 октября")
    assert await school.cast.bot.fetch(int, BREAKS) == [5]


async def test_holidays_are_typed_changed_and_dropped(school: School) -> None:
    coordinator = await opens(school)
    await types_break(coordinator, "26.10", "3 ноября")
    coordinator.sees("Записано. Каникулы: 26 октября – 3 ноября.")
    await coordinator.presses("26 октября – 3 ноября")
    await coordinator.presses("Изменить")
    await coordinator.says("24.10.2026")
    await coordinator.says("01.11.2026")
    coordinator.sees("Каникулы: 24 октября – 1 ноября")
    assert await school.cast.bot.fetch(int, BREAKS) == [1]
    await coordinator.presses("24 октября – 1 ноября")
    await coordinator.presses("Убрать", times=2)
    coordinator.sees("Убрано.", "Каникулы не указаны")


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("03.11.2026", "26.10.2026", "не могут кончиться 26 октября"),
        ("01.10.2026", "30.11.2026", "Получилось 61 дней: похоже на опечатку"),
        ("26.10.2025", "03.11.2025", "в другом учебном году"),
    ],
)
async def test_holidays_that_cannot_be_are_explained(school: School, starts: str, ends: str, told: str) -> None:
    coordinator = await opens(school)
    await types_break(coordinator, starts, ends)
    coordinator.sees(told, "Добавить каникулы")
    assert await school.cast.bot.fetch(int, BREAKS) == [0]


async def test_single_days_are_off_and_worked(school: School) -> None:
    coordinator = await opens(school)
    await coordinator.presses("Добавить выходной")
    await coordinator.presses("Отменить")
    coordinator.sees("Каникулы не указаны")
    await coordinator.presses("Добавить выходной")
    await coordinator.says("11.09.2026")
    coordinator.sees("11 сентября, пятница: выходной")
    await coordinator.presses("Добавить рабочий день")
    await coordinator.says("12.09.2026")
    coordinator.sees("12 сентября, суббота: работаем")
    await coordinator.presses("Убрать: 11 сентября")
    coordinator.does_not_see("11 сентября, пятница")


@pytest.mark.parametrize(
    "data", ["a:cald:0:вчера", "a:cald:0:2026-01-01", "a:calx:77:", "a:calt:9:", "g:calb:77:0", "g:calp:9:0"]
)
async def test_a_forged_press_shows_the_calendar(school: School, data: str) -> None:
    coordinator = await opens(school)
    await coordinator.presses_data(data)
    coordinator.sees("Календарь школы, 2026/2027")


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [("09.09.2026", "12.09.2026", 0), ("14.09.2026", "20.09.2026", 0), ("15.09.2026", "20.09.2026", 1)],
)
async def test_nobody_is_reminded_in_holidays_nor_in_the_two_days_before(
    school: School, starts: str, ends: str, told: int
) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await confirms_dates(cast.coordinator)
    await types_break(await opens(school), starts, ends)
    cast.bot.clock.to(datetime(2026, 9, 10, 12, 0, tzinfo=UTC))
    await cast.bot.tick()
    assert await cast.bot.fetch(int, REMINDED) == [told]
