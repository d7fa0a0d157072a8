"""Pairs that worked before the bot: the template, a school's own table, what is wrong in it, added once."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import load_workbook

from tests.conftest import School
from tests.dialogs.ringing import at
from tests.dialogs.test_by_hand import LUGOVA, ZARECHNAYA, chooses, orders
from tests.dialogs.test_two_schools import Second, second
from tests.papers.workbooks import workbook
from tests.spreadsheet import saved

__all__ = ["second"]  # a fixture

PEOPLE = (LUGOVA, ZARECHNAYA, "Рябинин Игорь Олегович", "Соколова Анна Ильинична", "Ли Юн")
HEAD = ("Наставник", "Наставляемый", "Форма", "№ приказа", "Дата приказа", "Начало", "Окончание")
OF_TWO = (LUGOVA, "Рябинин И. О.", "Один на один", "45-к", "31.08.2026", "01.09.2026", "31.05.2027")
OF_THREE = (ZARECHNAYA, "Соколова А. И.; Ли Юн", "Группа коллег", "45-к", "31.08.2026", "01.09.2026", "")


async def sends(school: School, *rows: Sequence[str]) -> None:
    await school.cast.coordinator.sends_file("Пары.xlsx", workbook(HEAD, *rows, title="Пары"))


async def pairings(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        """SELECT kind || ' ' || format || ' ' || state || ' ' || origin || ' ' || starts_on || ' ' || ends_on
           FROM pairing ORDER BY id""",
    )


async def test_the_template_has_the_staffs_names_and_can_be_sent_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await coordinator.says("/pairs")
    await coordinator.presses("Загрузить пары из Excel")
    coordinator.sees("Для пар, которые работали ещё до бота")
    await coordinator.presses("Получить шаблон пар")
    book = load_workbook(BytesIO(coordinator.files["Пары.xlsx"]))
    assert LUGOVA in {cell.value for row in book["Как заполнять"].iter_rows() for cell in row}
    await coordinator.sends_file("Пары.xlsx", coordinator.files["Пары.xlsx"])
    coordinator.sees("Заголовки есть, а строки под ними пустые", "Получить шаблон пар")
    for column, value in enumerate((LUGOVA, ZARECHNAYA, "", "Один на один", "45-к", "31.08.2026", "01.09.2026"), 1):
        book["Пары"].cell(2, column, value)
    await coordinator.sends_file("Пары.xlsx", saved(book))
    coordinator.sees("Прочитано: 1 пара. Добавим: 1.")


async def test_pairs_come_in_at_work_with_one_order_and_their_terms(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(school, OF_TWO, OF_THREE)
    coordinator.sees("Прочитано: 2 пары. Добавим: 2.", "Строка 3, Окончание: нет окончания")
    await coordinator.presses("Добавить (2)")
    coordinator.sees("Добавлено: 2 пары.")
    assert await pairings(school) == [
        "pair one_to_one active brought 2026-09-01 2027-05-31",
        "group group active brought 2026-09-01 2027-05-31",
    ]
    assert await orders(school) == ["45-к 2026-08-31 assign 2"]
    await coordinator.presses("К парам")
    coordinator.sees("Лугова Н. А. → Рябинин И. О.: работает", "Заречная О. Л. → Ли Ю., Соколова А. И.: работает")
    await coordinator.presses("Приказы о парах")
    coordinator.does_not_see("(1)", "(2)")


async def test_add_pressed_twice_adds_once_and_no_names_stay(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(school, OF_TWO)
    await coordinator.presses("Добавить (1)", times=2)
    coordinator.sees("Добавлено: 1 пара.")
    assert coordinator.toast == "Уже добавлено"
    assert len(await pairings(school)) == 1
    assert await school.cast.bot.fetch(str, "SELECT content FROM sent_sheet") == ['{"taken": {"pairs": 1, "known": 0}}']


async def test_pairs_that_are_there_are_skipped_and_counted(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await chooses(school, "Рябинин И. О.", "Лугова Н. А.")
    await coordinator.presses("Уже договорились")
    await sends(school, OF_TWO, OF_THREE)
    coordinator.sees("Прочитано: 2 пары. Добавим: 1.", "Пропустим: 1.")
    await coordinator.presses("Добавить (1)")
    coordinator.sees("Добавлено: 1 пара. Пропущено: 1.")
    await sends(school, OF_TWO, OF_THREE)
    coordinator.sees("Добавим: 0.", "Пропустим: 2.", "Добавить пока нечего")
    assert len(await pairings(school)) == 2


async def test_a_pair_without_an_order_waits_for_the_next_one(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(school, (LUGOVA, "Рябинин И. О.", "", "", "", "01.09.2026", ""))
    coordinator.sees("Без номера и даты приказа: 1.", "согласны, нужен приказ")
    await coordinator.presses("Добавить (1)")
    assert await pairings(school) == ["pair one_to_one agreed brought 2026-09-01 2027-05-31"]
    assert await orders(school) == []
    await coordinator.presses("К парам")
    await coordinator.presses("Приказы о парах")
    coordinator.sees("О закреплении пар (1)")


async def test_what_is_wrong_is_said_by_rows_with_what_to_do(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(
        school,
        ("Лугава Н. А.", "Рябинин И. О.", "", "45-к", "31.08.2026", "01.09.2026", ""),
        (ZARECHNAYA, ZARECHNAYA, "", "45-к", "31.08.2026", "01.09.2026", ""),
        (ZARECHNAYA, "Ли Юн", "", "45-к", "31.08.2026", "когда-то", ""),
    )
    coordinator.sees(
        "Ошибки: эти пары не добавятся",
        "Строка 2, Наставник: имени «Лугава Н. А.» нет в списке сотрудников",
        "Строка 3, Наставляемый:",
        "Строка 4, Начало: «когда-то» не читается как дата",
        "Добавить пока нечего",
        "Получить шаблон пар",
    )


async def test_a_cancelled_or_old_sheet_leaves_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(school, OF_TWO)
    shown = coordinator.screen
    await coordinator.presses("Отменить")
    coordinator.sees("прочитанное удалено")
    await coordinator.presses_old(shown, "Добавить (1)")
    coordinator.sees("уже загружен, отменён или устарел")
    await sends(school, OF_TWO)
    shown = coordinator.screen
    school.cast.bot.clock.move(hours=25)
    await at(school.cast, 10, 14)
    await school.cast.bot.machine.keeper.keep()
    await coordinator.presses_old(shown, "Добавить (1)")
    coordinator.sees("уже загружен, отменён или устарел")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM sent_sheet") == [0]
    assert await pairings(school) == []


async def test_somebody_who_has_left_the_list_meanwhile_is_not_paired(school: School) -> None:
    coordinator = school.cast.coordinator
    ids = await school.lists(*PEOPLE)
    await sends(school, OF_TWO, OF_THREE)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET erase_by = '2026-10-03' WHERE id = :id", id=ids[0])
    await coordinator.presses("Добавить (2)")
    coordinator.sees("Добавлено: 1 пара. Пропущено: 1.")


async def test_a_hidden_sheet_of_pairs_is_told_by_its_name(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    book = load_workbook(BytesIO(workbook(HEAD, OF_TWO, title="Пары", more={"Прочее": ("?",)})))
    book["Пары"].sheet_state = "hidden"
    await coordinator.sends_file("Пары.xlsx", saved(book))
    coordinator.sees("Лист «Пары» скрыт", "Получить шаблон пар")


async def test_a_sheet_and_its_people_are_nobody_elses_school(school: School, second: Second) -> None:
    """Neither by a forged press, nor by the ids of another school's people."""
    cast = school.cast
    ids = await school.lists(*PEOPLE)
    await sends(school, OF_TWO)
    for forged in ("a:pia:1:", "a:pix:1:", "g:pis:1:0"):
        await cast.deputy.presses_data(forged)
        cast.deputy.sees("уже загружен, отменён или устарел")
        cast.deputy.does_not_see("Лугова")
    await cast.deputy.presses_data(f"a:bhg:{ids[0]}:{ids[1]}")
    cast.deputy.sees("Такую пару не собрать")
    assert await pairings(school) == []
    await cast.coordinator.presses("Добавить (1)")
    cast.coordinator.sees("Добавлено: 1 пара.")
    await cast.deputy.presses_data(f"a:pr2:1:{ids[1]}")
    cast.deputy.sees("Этой пары больше нет")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM offer") == [0]
    assert second.id != school.id
