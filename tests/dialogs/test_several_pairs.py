"""Several pairs at once: a pile of signed sheets, one order for all, one programme after the other."""

from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.programming import sent
from tests.dialogs.test_by_hand import LUGOVA, ZARECHNAYA, chooses
from tests.dialogs.test_pair_orders import to_order

TWO = (("Лугова Н. А.", "Заречная О. Л."), ("Соколова А. И.", "Рябинин И. О."))


async def two_agreed(school: School) -> None:
    await school.lists(LUGOVA, ZARECHNAYA, MENTEE, MENTOR)
    for mentee, mentor in TWO:
        await chooses(school, mentee, mentor)
        await school.cast.coordinator.presses("Уже договорились")


async def hands_in_sheets(school: School, count: int) -> None:
    """Of the pile, from one to the next."""
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☐ Заречная О. Л.")
    for left in range(count - 1, -1, -1):
        await coordinator.presses("Согласие получено")
        if left:
            await coordinator.presses(f"Следующий из {left}: ")
    coordinator.does_not_see("Следующий из")


async def test_a_pile_of_sheets_is_handed_in_with_two_presses_each(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_agreed(school)
    await hands_in_sheets(school, 4)
    await coordinator.presses("Бумаги пар")
    coordinator.sees("согласий получено: 4 из 4")


async def test_a_sheet_taken_back_leads_nowhere_else(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_agreed(school)
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☐ Лугова Н. А.")
    await coordinator.presses("Согласие получено")
    coordinator.sees("Следующий из 3: Заречная О. Л.")
    await coordinator.presses("Снять отметку о согласии")
    coordinator.does_not_see("Следующий из")


async def test_whose_sheets_come_after_the_draft_are_taken_in_together(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_agreed(school)
    await to_order(school)
    coordinator.does_not_see("Включить всех")
    await coordinator.presses("Скачать проект (Word)")
    await hands_in_sheets(school, 4)
    await to_order(school)
    coordinator.sees("В приказе: 0 из 2.")
    await coordinator.presses("Включить всех с согласиями (2)")
    coordinator.sees("В приказе: 2 из 2.")
    coordinator.does_not_see("Включить всех", "без письменных согласий")


async def test_who_has_not_signed_is_not_taken_in_with_the_others(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_agreed(school)
    await to_order(school)
    await coordinator.presses("Скачать проект (Word)")
    await hands_in_sheets(school, 4)
    await to_order(school)
    shown = coordinator.screen
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☑ Соколова А. И.")
    await coordinator.presses("Снять отметку о согласии")
    await coordinator.presses_old(shown, "Включить всех с согласиями (2)")
    coordinator.sees("В приказе: 1 из 2.", "☐ Рябинин И. О. → Соколова А. И.: нет согласия (Соколова А. И.)")


async def test_from_an_approved_programme_to_the_next_that_waits(school: School) -> None:
    coordinator = school.cast.coordinator
    await sent(school)
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, *TWO[0])
    await coordinator.presses("Уже договорились")
    await coordinator.presses("Программа")
    await coordinator.presses("Составить программу")
    for field in ("запрос", "цель", "задачи", "ожидаемые результаты"):
        await coordinator.presses("Запрос, цель, задачи")
        await coordinator.presses(f"Изменить: {field}")
        await coordinator.says("Вести урок в темпе")
        await coordinator.presses("К программе")
    await coordinator.presses("Отправить координатору")
    await coordinator.presses("Утвердить")
    coordinator.sees("Программа утверждена, версия 1.", "Лугова Н. А.")
    await coordinator.presses("Следующая на утверждении (1)")
    coordinator.sees("Рябинин И. О. → Соколова А. И.", "у координатора на утверждении")
    await coordinator.presses("Утвердить")
    coordinator.sees("Программа утверждена, версия 1.")
    coordinator.does_not_see("Следующая на утверждении")
