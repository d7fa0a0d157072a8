"""Whoever withdrew is seen under «Уничтожить данные» and nowhere else, until they are erased."""

from io import BytesIO

from openpyxl import load_workbook

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_consents import ANNA
from tests.dialogs.test_invites import words
from tests.papers.workbooks import workbook

IGOR = "Рябинин Игорь Олегович"


async def withdraws(school: School) -> Person:
    teacher = school.cast.teacher
    await hands_in(school, teacher, ANNA, position="учитель физики")
    await school.lists(IGOR)
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    return school.cast.coordinator


async def test_lists_and_search_do_not_know_them(school: School) -> None:
    coordinator = await withdraws(school)
    await coordinator.says("/people")
    coordinator.sees("в списке: 2", "Рябинин И. О.")
    coordinator.does_not_see("Соколова")
    await coordinator.says("Соколова")
    coordinator.sees("никого не нашлось")
    coordinator.does_not_see("Соколова А. И.")
    await coordinator.says("/today")
    await coordinator.presses("Уничтожить данные")
    coordinator.sees("Соколова А. И.")


async def test_blanks_are_not_printed_for_them(school: School) -> None:
    coordinator = await withdraws(school)
    await coordinator.presses_data("a:forms:0:")
    printed = words(coordinator.files["Согласия на данные.docx"])
    assert "Рябинин" in printed
    assert "Соколова" not in printed


async def test_a_list_sent_again_neither_writes_to_them_nor_adds_them_anew(school: School) -> None:
    coordinator = await withdraws(school)
    await coordinator.sends_file("Штат.xlsx", workbook(["ФИО", "Должность"], [ANNA, "завуч"], [IGOR, "завуч"]))
    coordinator.sees("Отозвали согласие: 1 человек. Их строки пропущены")
    await coordinator.presses("Обновить сведения (1)")
    facts = "SELECT full_name || ', ' || position FROM person WHERE position <> '' ORDER BY sort_name"
    assert await school.cast.bot.fetch(str, facts) == [f"{IGOR}, завуч", f"{ANNA}, учитель физики"]


async def test_the_workbook_counts_them_before_the_erasure_and_after_it(school: School) -> None:
    bot, coordinator = school.cast.bot, await withdraws(school)
    await hands_in(school, school.cast.colleague, "Лугова Ольга Львовна")
    for days in (0, 25):
        bot.clock.move(days=days)
        await bot.tick()
        await coordinator.presses_data("a:book:0:")
        await coordinator.presses("Да, сделать файл")
        (book,) = [content for name, content in coordinator.files.items() if bot.clock.now().strftime("%d.%m") in name]
        assert ("Исключено: отозвано согласие", 1) in lines(book)


def lines(book: bytes) -> set[tuple[object, ...]]:
    """The first two cells of every row."""
    return {row[:2] for sheet in load_workbook(BytesIO(book)) for row in sheet.iter_rows(values_only=True)}
