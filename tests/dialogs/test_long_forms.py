"""A questionnaire with more and longer answers than one message holds is read back by pages, and handed in."""

from collections.abc import Callable
from typing import Any

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.drafting import TIME_TABLE, published
from tests.dialogs.requesting import FACTS
from tests.dialogs.surveying import ANNA, asks, climate

LONG = "Подробно расскажу обо всём по порядку. " * 8
MANY = 24


def wordy(raw: dict[str, Any]) -> None:
    climate(raw)
    asked = {**TIME_TABLE, "required": True}
    raw["questions"] = [{**asked, "key": f"q{at}", "text": f"Вопрос {at}?"} for at in range(1, MANY + 1)]


async def begins(school: School, change: Callable[[dict[str, Any]], None]) -> Person:
    """A teacher at the first question of what the school asks."""
    await published(school, "needs", change)
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await asks(school, "Соколова А. И.")
    teacher = school.cast.teacher
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    return teacher


async def at_the_summary(school: School) -> Person:
    teacher = await begins(school, wordy)
    for number in range(1, MANY + 1):
        await teacher.says(f"Ответ {number}. {LONG}")
    return teacher


async def test_long_answers_are_read_back_by_pages_and_sent(school: School) -> None:
    teacher = await at_the_summary(school)
    teacher.sees("Проверьте ответы", "Ответ 1.", "Страница 1 из 3", "Изменить 1", "Отправить", "Ещё")
    teacher.does_not_see("Ответ 24.", "Изменить 24")
    await teacher.presses("Ещё")
    await teacher.presses("Ещё")
    teacher.sees("Проверьте ответы", "Ответ 24.", "Страница 3 из 3", "Изменить 24", "Отправить", "Раньше")
    teacher.does_not_see("Ответ 1.", "Ещё")
    await teacher.presses("Отправить")
    teacher.sees("Спасибо! Ответы отправлены")
    await teacher.presses("Меню")
    await teacher.presses("Мои данные")
    await teacher.presses("Ответы: Климат в коллективе")
    teacher.sees("Ответ 1.", "Страница 1 из 3")


async def test_a_change_leads_back_to_the_page_that_it_was_begun_on(school: School) -> None:
    teacher = await at_the_summary(school)
    await teacher.says("дальше")
    teacher.sees("Страница 2 из 3")
    await teacher.presses("Ещё")
    await teacher.presses("Изменить 23")
    await teacher.says(f"Передумала. {LONG}")
    teacher.sees("Передумала", "Ответ 24.", "Страница 3 из 3")
    await teacher.presses("Изменить 24")
    await teacher.presses("Назад")
    teacher.sees("Передумала", "Страница 3 из 3")


async def test_many_short_answers_have_no_more_buttons_than_a_thumb_scrolls(school: School) -> None:
    def brief(raw: dict[str, Any]) -> None:
        wordy(raw)
        raw["questions"] = [{**raw["questions"][0], "key": f"q{at}"} for at in range(30)]

    teacher = await begins(school, brief)
    for _ in range(30):
        await teacher.says("Хорошо")
    teacher.sees("Изменить 25", "Страница 1 из 2")
    teacher.does_not_see("Изменить 26")
    await teacher.presses("Ещё")
    teacher.sees("Изменить 26", "Изменить 30", "Страница 2 из 2")


async def test_a_note_is_passed_by_its_word_too(school: School) -> None:
    def with_note(raw: dict[str, Any]) -> None:
        climate(raw)
        raw["questions"].insert(0, {"key": "note", "type": "note", "text": "Сначала прочитайте это."})

    teacher = await begins(school, with_note)
    teacher.sees("Сначала прочитайте это")
    await teacher.says("дальше")
    teacher.sees("1 из 2")
