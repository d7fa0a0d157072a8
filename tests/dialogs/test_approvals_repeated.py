"""«Впустить» pressed once more: by the same finger, by a colleague, on a screen that is out of date."""

import pytest

from tests.conftest import School
from tests.dialogs.test_approvals import deputy_of, opens_queue, people, waits


async def test_all_pressed_twice_keeps_what_was_done_on_the_screen(school: School) -> None:
    cast = school.cast
    await school.lists("Соколова Анна Ильинична", "Рябинин Игорь Олегович")
    await waits(school, cast.teacher, "Соколова Анна Ильинична")
    await waits(school, cast.colleague, "Рябинин Игорь Олегович")
    coordinator = await opens_queue(school)
    await coordinator.presses("Впустить всех")
    await coordinator.presses("Да, впустить 2", times=2)
    coordinator.sees("Впущено: 2 человека. Бот сообщит каждому.", "никто не ждёт")
    coordinator.does_not_see("Уже решено")
    assert coordinator.toast == "Уже записано"


@pytest.mark.parametrize(
    ("button", "done"),
    [
        ("Это Соколова А. И.", "Соколова А. И.: впущен(а), бот сообщит"),
        ("Впустить как нового человека", "Соколова А.: впущен(а), бот сообщит"),
        ("Не впускать", "Не впущен(а), имя удалено"),
    ],
)
async def test_decision_pressed_twice_keeps_what_was_done_on_the_screen(school: School, button: str, done: str) -> None:
    await school.lists("Соколова Анна Ильинична")
    await waits(school, school.cast.teacher, "Соколова Анна")
    coordinator = await opens_queue(school)
    await coordinator.presses("Соколова А.")
    if button == "Не впускать":
        await coordinator.presses(button)
    await coordinator.presses(button, times=2)
    coordinator.sees(done)
    coordinator.does_not_see("Уже решено")
    assert coordinator.toast == "Уже записано"


async def test_second_coordinator_is_told_that_it_is_settled(school: School) -> None:
    deputy = await deputy_of(school)
    await waits(school, school.cast.newcomer, "Берёзова Ольга Львовна")
    coordinator = await opens_queue(school)
    await coordinator.presses("Берёзова О. Л.")
    await opens_queue(school, deputy)
    await deputy.presses("Берёзова О. Л.")
    await coordinator.presses("Впустить как нового человека")
    await deputy.presses("Впустить как нового человека")
    deputy.sees("Уже решено")
    told = [each for each in school.cast.newcomer.messages if "Координатор подтвердил" in each.text]
    assert len(told) == 1


async def test_only_who_was_on_the_confirmed_screen_is_let_in(school: School) -> None:
    """Meanwhile the list has grown by somebody who was waiting before."""
    cast = school.cast
    await school.lists("Соколова Анна Ильинична")
    await waits(school, cast.newcomer, "Берёзова Ольга Львовна")
    await waits(school, cast.teacher, "Соколова Анна Ильинична")
    coordinator = await opens_queue(school)
    await coordinator.presses("Впустить всех, кто есть в списке: 1")
    await school.lists("Берёзова Ольга Львовна")
    await coordinator.presses("Да, впустить 1")
    coordinator.sees("список изменился, никто не впущен", "Берёзова О. Л.")
    assert "Соколова Анна Ильинична waiting" in await people(school)
    await coordinator.presses("Да, впустить 2")
    coordinator.sees("Впущено: 2 человека")
