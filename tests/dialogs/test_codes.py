"""Links and codes that do not fit: counted for an hour, and a way to knock that leaks no school."""

from copy import copy

import pytest

from mentoring.entrance import WRONG_CODES_AN_HOUR
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.dialogs.test_two_schools import NAME, Second, second

__all__ = ["second"]  # a fixture

WRONG = "AAAAA-AAAAA"


async def guesses(person: Person) -> None:
    for _ in range(WRONG_CODES_AN_HOUR):
        await person.says(WRONG)
    await person.says(WRONG)
    person.sees("коды больше не принимаются")


async def waiting(school: School) -> list[int]:
    return await school.cast.bot.fetch(int, "SELECT school_id FROM person WHERE state = 'waiting'")


async def test_wrong_codes_count_for_an_hour_only(school: School) -> None:
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    outsider = school.cast.outsider
    await guesses(outsider)
    await outsider.says(secret.code)
    outsider.sees("больше не принимаются")
    school.cast.bot.clock.move(minutes=61)
    await outsider.says(secret.code)
    outsider.sees("согласие на обработку данных")


async def test_code_behind_start_is_a_code_and_counts(school: School) -> None:
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    outsider = school.cast.outsider
    for _ in range(WRONG_CODES_AN_HOUR):
        await outsider.starts("AAAAAAAAAA")
        outsider.sees("Код не подошёл")
    await outsider.starts(secret.code)
    outsider.sees("больше не принимаются")
    await outsider.starts(secret.token)
    outsider.sees("согласие на обработку данных")


async def test_code_behind_start_lets_in_as_a_typed_one(school: School) -> None:
    (person_id,) = await school.lists(NAME)
    await school.cast.teacher.starts((await school.invites(person_id)).code)
    school.cast.teacher.sees("согласие на обработку данных")


@pytest.mark.parametrize(
    "pasted",
    [
        "https://t.me/nastavnik_demo_bot?start={}",
        "t.me/nastavnik_demo_bot?start={}",
        "Вот ссылка: https://telegram.me/nastavnik_demo_bot?start={} заходите",
        "tg://resolve?domain=nastavnik_demo_bot&start={}",
    ],
)
async def test_pasted_link_is_read_as_the_link(school: School, pasted: str) -> None:
    (person_id,) = await school.lists(NAME)
    await school.cast.teacher.says(pasted.format((await school.invites(person_id)).token))
    school.cast.teacher.sees("согласие на обработку данных")


async def test_stranger_who_typed_no_wrong_code_cannot_knock(school: School) -> None:
    outsider = school.cast.outsider
    await outsider.says("Здравствуйте")
    await outsider.presses_data("a:knock:0:")
    outsider.sees("только по приглашению")
    assert len(await school.cast.bot.fetch(int, "SELECT id FROM account")) == 1


async def test_of_several_schools_the_stranger_names_theirs(school: School, second: Second) -> None:
    outsider = school.cast.outsider
    await guesses(outsider)
    await outsider.presses("Попросить координатора впустить")
    outsider.sees("В какую школу вы идёте?")
    assert "99" not in outsider.heard
    await outsider.says("Школа")
    outsider.sees("не нашлась")
    await outsider.says("школа №99, москва")
    outsider.sees("согласие на обработку данных")
    assert await waiting(school) == [second.id]
    await outsider.presses("Согласен(на)")
    await outsider.presses("Нет, напишу")
    await outsider.says("Зимин Олег Петрович")
    await school.cast.deputy.says("/people")
    await school.cast.deputy.presses("Впустить (1)")
    school.cast.deputy.sees("Зимин О. П.")


async def test_namesake_schools_are_told_apart_by_the_city(cast: Cast) -> None:
    first = await set_up_school(cast, city="Москва")
    there = copy(cast)
    there.coordinator = cast.deputy
    other = await set_up_school(there, city="Омск", coordinator="Лугов Павел Андреевич")
    outsider = cast.outsider
    await guesses(outsider)
    await outsider.presses("Попросить")
    await outsider.says("Школа № 12")
    outsider.sees("Так называется не одна школа")
    await outsider.says("Омск, школа 12")
    assert await waiting(first) == [other.id]


async def test_guessing_names_of_schools_ends_too(school: School, second: Second) -> None:
    outsider = school.cast.outsider
    await guesses(outsider)
    await outsider.presses("Попросить")
    for number in range(20):
        await outsider.says(f"Гимназия {number}")
    outsider.sees("Попыток было слишком много")
    await outsider.says("Школа № 99")
    assert await waiting(school) == []


async def test_member_of_one_school_knocks_at_another(school: School, second: Second) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await guesses(teacher)
    await teacher.presses("Попросить")
    teacher.sees("В какую школу вы идёте?")
    await teacher.says("Лицей")
    teacher.sees("не нашлась", "Меню")
    await teacher.presses("Попросить")
    await teacher.says("Школа № 99")
    teacher.sees("Школа № 99", "согласие на обработку данных", "Другая школа")
    assert await waiting(school) == [second.id]
