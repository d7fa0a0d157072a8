"""A card's author withdraws consent or is erased: the card goes, or stays without a name as its author has said."""

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.practising import IGOR, NAMELESS, NEVER, TITLE, collects, opens_library, shared
from tests.dialogs.test_practice_desk import with_nomination

ROWS = "SELECT COALESCE(author_id, 0) || state || publish FROM practice_card"
KEEP = "Оставить без имени"


async def withdraws(person: Person) -> None:
    await person.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await person.presses(label)


async def erased(school: School) -> None:
    """By itself, on day 25."""
    await withdraws(school.cast.teacher)
    school.cast.bot.clock.move(days=26)
    await school.cast.bot.tick()


async def a_reader(school: School) -> Person:
    await school.brings_in(school.cast.colleague, IGOR)
    return school.cast.colleague


@pytest.mark.parametrize("stays", [KEEP, "Удалить"])
async def test_from_the_withdrawal_on_nobody_sees_the_card(school: School, stays: str) -> None:
    await shared(school, stays=stays)
    reader = await a_reader(school)
    await withdraws(school.cast.teacher)
    await opens_library(reader)
    reader.sees("Пока в ней пусто.")
    await reader.presses_data("g:pct1:1:0")
    reader.sees("Этой карточки здесь нет")
    await school.cast.coordinator.presses_data("g:pct1:1:0")
    school.cast.coordinator.sees("Этой карточки здесь нет")
    await school.cast.coordinator.presses_data("g:pctc:0:0")
    school.cast.coordinator.sees("Собирать пока нечего")


async def test_an_erased_authors_card_goes_with_its_lines_and_rewordings(school: School) -> None:
    await with_nomination(school)
    await collects(school)
    await erased(school)
    bot = school.cast.bot
    for table in ("practice_card", "practice_edit", "practice_printed", "nominated"):
        assert await bot.fetch(int, f"SELECT COUNT(*) FROM {table}") == [0]
    assert await bot.fetch(int, "SELECT cards FROM practice_collection") == [1]  # the copy is about, nameless
    await school.cast.coordinator.presses_data("g:pctc:0:0")
    school.cast.coordinator.sees("1 карточка, больше нельзя показывать так: 1")


async def test_a_card_that_its_author_lets_stay_is_nobodys(school: School) -> None:
    await shared(school, stays=KEEP)
    reader = await a_reader(school)
    await erased(school)
    assert await school.cast.bot.fetch(str, ROWS) == ["0acceptednameless"]
    await opens_library(reader)
    await reader.presses("Все карточки")
    await reader.presses(TITLE)
    reader.sees("Проверяем за пять минут")
    reader.does_not_see("Автор")
    await school.cast.coordinator.presses_data("g:pctd:0:0:accepted")
    school.cast.coordinator.sees("автора больше нет в программе")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ({"publish": NAMELESS, "stays": KEEP}, 1),
        ({"publish": NAMELESS, "stays": "Удалить"}, 0),
        ({"publish": NEVER}, 0),
        ({"stays": KEEP, "done": "Как показывала Анна Соколова, без слов."}, 0),
        ({"stays": KEEP, "done": "Методом СОКОЛОВОЙ."}, 0),
    ],
)
async def test_what_stays_is_what_was_allowed_and_holds_no_name(
    school: School, said: dict[str, str], left: int
) -> None:
    await shared(school, **said)
    await erased(school)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM practice_card") == [left]
    leftovers = [
        *await school.cast.bot.fetch(str, "SELECT title || problem || done || words FROM practice_card"),
        *await school.cast.bot.fetch(str, "SELECT was || became FROM practice_edit"),
    ]
    assert not any("околов" in each for each in leftovers)
