"""What the staff list knows is shown once and confirmed; only the rest is asked."""

import pytest

from tests.conftest import School
from tests.dialogs.requesting import FACTS, begins, kept


async def test_known_facts_are_confirmed_once_and_not_asked(school: School) -> None:
    teacher = await begins(school, **FACTS)
    teacher.sees("Это уже известно", "Физика", "4–10 лет")
    await teacher.presses("Всё верно")
    teacher.sees("4 из", "Нужен ли вам наставник")


@pytest.mark.parametrize(
    ("unknown", "asked"),
    [
        ("subjects", "Какие предметы вы ведёте"),
        ("levels", "С какими классами"),
        ("experience", "Ваш педагогический стаж"),
    ],
)
async def test_what_the_staff_list_knows_is_shown_and_only_the_rest_is_asked(
    school: School, unknown: str, asked: str
) -> None:
    teacher = await begins(school, **{key: value for key, value in FACTS.items() if key != unknown})
    teacher.sees("Это уже известно", "Изменить 2")
    teacher.does_not_see("Изменить 3", asked)
    await teacher.presses("Всё верно")
    teacher.sees(asked, "из 7")
    await teacher.presses("Назад")
    teacher.sees("Это уже известно")
    await teacher.presses("Изменить 2")
    await teacher.presses("Назад")
    await teacher.presses("Всё верно")
    teacher.sees(asked)


async def test_back_leads_over_what_was_asked_to_the_facts_and_on_again(school: School) -> None:
    teacher = await begins(school, subjects=("physics",), experience="y4")
    await teacher.presses("Всё верно")
    await teacher.presses("☐ 5–9 классы")
    await teacher.presses("Готово")
    teacher.sees("4 из 7", "Нужен ли вам наставник")
    await teacher.presses("Да, по одному")
    await teacher.presses("Назад")
    await teacher.presses("Назад")
    teacher.sees("С какими классами")
    await teacher.presses("Назад")
    await teacher.presses("Изменить 2")
    await teacher.presses("11–20 лет")
    teacher.sees("Всё верно?", "11–20 лет", "Физика")
    await teacher.presses("Всё верно")
    teacher.sees("В чём помощь нужнее всего")
    said = await kept(school.cast)
    assert (said["experience"], said["levels"], said["want_mentor"]) == ('"y11"', '["ooo"]', '"short"')


async def test_one_line_of_the_facts_is_changed_and_the_others_stay(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Изменить 3")
    teacher.sees("педагогический стаж")
    await teacher.presses("Назад")
    teacher.sees("Всё верно?", "4–10 лет")
    await teacher.presses("Изменить 3")
    await teacher.presses("11–20 лет")
    teacher.sees("Всё верно?", "11–20 лет", "Физика")
    await teacher.presses("Изменить 1")
    assert "☑ Физика" in teacher.buttons
    await teacher.presses("Назад")
    await teacher.presses("Всё верно")
    teacher.sees("Нужен ли вам наставник")
    said = await kept(school.cast)
    assert (said["experience"], said["subjects"]) == ('"y11"', '["physics"]')
