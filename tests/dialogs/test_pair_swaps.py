"""«Поменять наставника»: two lines of the draft change places, what it costs is told before and after."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import helps, phone
from tests.dialogs.pairing import PAIR, matched
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_pair_drafts import two_and_two

OTHER = "Лугова Мария Павловна"
LINE = "Ветрова З. И. → Соколова А. И."


async def chooses(person: Person, label: str = "Рябинин И. О. → Берёзова О. П.") -> None:
    await person.presses(LINE)
    await person.presses("Поменять наставника")
    await person.presses(label)


async def test_two_lines_change_places_and_stay_so(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await coordinator.presses(LINE)
    await coordinator.presses("Поменять наставника")
    coordinator.sees("Другой наставник: Соколова А. И.", "Сейчас: Ветрова З. И., 5 баллов.")
    coordinator.sees(
        "Рябинин И. О. → Берёзова О. П.: на 1 балл меньше, хуже: Берёзова О. П.; нет общих направлений и пожеланий"
    )
    await coordinator.presses("Рябинин И. О. → Берёзова О. П.")
    coordinator.sees(
        "Поменять местами",
        "сейчас: Ветрова З. И., 5 баллов (урок и методика; 5–9 классы; после уроков)",
        "станет: Рябинин И. О., 7 баллов (урок и методика; физика; 5–9 классы; после уроков)",
        "станет: Ветрова З. И., 2 балла (5–9 классы; после уроков)",
        "Обратите внимание: нет общих направлений и пожеланий.",
        "Всего на 1 балл меньше. Хуже станет: Берёзова О. П.",
    )
    coordinator.does_not_see("..")
    await coordinator.presses("Поменять")
    coordinator.sees("Пересчитано: на 1 балл меньше.", "Берёзова О. П.: Рябинин И. О. → Ветрова З. И.", "Пар: 2")
    assert coordinator.screen.text.count(", закреплено") == 2
    await coordinator.presses("Подобрать заново")
    coordinator.sees("Пересчитано: ничего не изменилось.", "Рябинин И. О. → Соколова А. И.: 7 баллов")


async def test_a_swap_is_undone_as_a_pin_is(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await chooses(coordinator)
    await coordinator.presses("Поменять")
    await coordinator.presses("Ветрова З. И. → Берёзова О. П.")
    await coordinator.presses("Снять закрепление")
    coordinator.sees("Берёзова О. П.: у подходящих наставников заняты все места")
    await coordinator.presses("Рябинин И. О. → Соколова А. И.")
    await coordinator.presses("Снять закрепление")
    coordinator.sees("Пар: 2", LINE, "Рябинин И. О. → Берёзова О. П.")


async def test_a_free_place_is_taken_and_the_one_that_is_left_is_told(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await helps(school, phone(school, 403, OTHER), OTHER, subjects=("history",), time=("sat",))
    await coordinator.says("/pairs")
    await coordinator.presses("Черновик подбора (2)")
    await coordinator.presses("Подобрать заново")
    await chooses(coordinator, "Лугова М. П., есть место")
    coordinator.sees("Занять свободное место", "Всего на 1 балл меньше.", "Освободится место (Ветрова З. И.)")
    coordinator.sees("Обратите внимание: нет общего времени.")
    await coordinator.presses("Поменять")
    coordinator.sees("Соколова А. И.: Ветрова З. И. → Лугова М. П.", "Лугова М. П. → Соколова А. И.: 4 балла")


async def test_relatives_and_a_ban_are_told_and_hide_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await coordinator.presses(LINE)
    await coordinator.presses("Кто ещё подходит")
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Отметить: родственники")
    await coordinator.presses("Запретить")
    await chooses(coordinator)
    coordinator.sees("Обратите внимание: родственники; вы запретили эту пару.")
    await coordinator.presses("Поменять")
    coordinator.sees("Рябинин И. О. → Соколова А. И.: 7 баллов", "есть предупреждения")
    await coordinator.presses("Рябинин И. О. → Соколова А. И.")
    coordinator.sees("Обратите внимание: родственники.")
    coordinator.does_not_see("вы запретили эту пару")


async def test_many_choices_come_by_pages(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    for number in range(5):
        name = f"Ладогина Мария {'АБВГД'[number]}льинична"
        await helps(school, phone(school, 410 + number, name), name, time=("sat",))
    await coordinator.says("/pairs")
    await coordinator.presses("Черновик подбора (2)")
    await coordinator.presses("Подобрать заново")
    await coordinator.presses(next(each for each in coordinator.buttons if "→ Соколова" in each))
    await coordinator.presses("Поменять наставника")
    first = coordinator.screen.text
    await coordinator.presses("Ещё ▶")
    second = coordinator.screen.text
    assert {line for line in first.splitlines() if line.startswith("•")}.isdisjoint(second.splitlines())
    coordinator.sees("Другой наставник: Соколова А. И.", "хуже: Берёзова О. П.")
    await coordinator.presses("◀ Раньше")
    assert coordinator.screen.text == first


async def test_there_may_be_nobody_to_change_places_with(school: School) -> None:
    coordinator = school.cast.coordinator
    await matched(school)
    await coordinator.presses(PAIR)
    await coordinator.presses("Поменять наставника")
    coordinator.sees("Поменяться не с кем")
    await coordinator.presses("Назад")
    coordinator.sees(PAIR, "Всего: ")


async def test_who_is_no_line_of_the_draft_is_pinned_instead(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await coordinator.presses(LINE)
    await coordinator.presses("Кто ещё подходит")
    await coordinator.presses("Рябинин И. О.")
    assert "Поменять наставника" not in coordinator.buttons


async def test_of_two_coordinators_the_later_one_sees_what_has_become_of_it(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    await two_and_two(school)
    await deputy.says("/pairs")
    await deputy.presses("Черновик подбора (2)")
    await chooses(deputy)
    await chooses(cast.coordinator)
    await cast.coordinator.presses("Поменять")
    await deputy.presses("Поменять")
    deputy.sees("Черновик тем временем стал другим", "Рябинин И. О. → Соколова А. И.: 7 баллов", "закреплено")


@pytest.mark.parametrize("step", ["Поменять наставника", "Рябинин И. О. → Берёзова О. П."])
async def test_an_old_screen_shows_the_draft_of_now(school: School, step: str) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await coordinator.presses(LINE)
    if step != "Поменять наставника":
        await coordinator.presses("Поменять наставника")
    old = coordinator.screen
    await coordinator.says("/pairs")
    await coordinator.presses("Черновик подбора (2)")
    await coordinator.presses("Подобрать заново")
    await coordinator.presses_old(old, step)
    coordinator.sees("Черновик тем временем стал другим", "Пар: 2")


async def test_what_changed_meanwhile_is_matched_anew_and_nobody_is_swapped(school: School) -> None:
    cast = school.cast
    zoya = await two_and_two(school)
    await chooses(cast.coordinator)
    await zoya.says("меню")
    await zoya.presses("Моё наставничество")
    await zoya.presses("Сделать паузу")
    await cast.coordinator.presses("Поменять")
    cast.coordinator.sees("Пока черновик ждал, что-то изменилось", "Пар: 1")
    cast.coordinator.does_not_see("закреплено")


async def test_a_swap_is_noted_with_its_pins_and_whose_they_are(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await chooses(coordinator)
    await coordinator.presses("Поменять")
    fetch = school.cast.bot.fetch
    noted = await fetch(str, "SELECT act FROM journal WHERE act LIKE 'pair.%' ORDER BY id")
    assert noted == ["pair.draft", "pair.pinned", "pair.pinned", "pair.swap", "pair.draft"]
    assert len(set(await fetch(int, "SELECT set_by FROM pair_tie WHERE kind = 'pinned'"))) == 1


@pytest.mark.parametrize("argument", ["", "1", "x.y", "1.2.3", "0", "1.999", "99999999999999999999.1"])
async def test_forged_swaps_change_nothing(school: School, argument: str) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    for press in (Go(Spot.PAIR_SWAPS, 1, 9, argument), Go(Spot.PAIR_SWAP, 1, 9, argument)):
        await coordinator.presses_data(pack(press))
        coordinator.sees("Черновик тем временем стал другим")
    await coordinator.presses_data(pack(Act(Deed.PAIR_SWAP, 1, argument)))
    coordinator.sees("Черновик тем временем стал другим", "Пар: 2")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM pair_tie") == [0]
