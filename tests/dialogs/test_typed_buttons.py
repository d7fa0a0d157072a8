"""A label that is typed is a press: it never becomes an answer, a question or a reply."""

import pytest

from storage.runs import Answer
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS


async def kept(school: School) -> dict[str, str | None]:
    rows = await school.cast.bot.fetch(
        Answer, "SELECT a.question, a.value FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.form_key = 'needs'"
    )
    return {row.question: row.value for row in rows}


@pytest.fixture
async def teacher(school: School) -> Person:
    """On the core's first own question."""
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична", **FACTS)
    await teacher.presses("Заполнить запрос")
    await teacher.says("начать")
    await teacher.says("Всё верно!")
    teacher.sees("Нужен ли вам наставник")
    return teacher


async def test_what_is_typed_where_only_buttons_answer_is_not_met_with_silence(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична", **FACTS)
    await teacher.presses("Заполнить запрос")
    for screen in ("Начать", "Всё верно?"):
        await teacher.says("Здравствуйте")
        teacher.sees("Не получилось понять сообщение", screen)
        await teacher.says("Начать")


async def reaches_a_text_question(teacher: Person) -> None:
    for label in ("Да, по одному", "☐ Урок и методика", "Готово", "☐ После уроков", "Готово", "Пока нет", "Отправить"):
        await teacher.presses(label)
    await teacher.presses("Уточнить")
    while "ближайшие два месяца" not in teacher.screen.text:
        await teacher.presses("Пропустить")


async def test_the_whole_request_can_be_typed(school: School, teacher: Person) -> None:
    for said in ("2", "1", "готово", "второй", "Готово", "3"):
        await teacher.says(said)
    teacher.sees("Проверьте ответы")
    await teacher.says("изменить 4")
    teacher.sees("Нужен ли вам наставник")
    await teacher.says("назад")
    await teacher.says("ОТПРАВИТЬ")
    teacher.sees("Отправлено 08.09.2026")
    assert (await kept(school))["want_mentor"] == '"short"'


@pytest.mark.parametrize("word", ["Назад", "пропустить", "Продолжить позже.", "отмена", "Спросить координатора"])
async def test_a_word_of_the_buttons_is_no_answer_to_a_text_question(
    school: School, teacher: Person, word: str
) -> None:
    await reaches_a_text_question(teacher)
    await teacher.says(word)
    assert (await kept(school)).get("priority") is None
    teacher.does_not_see("ближайшие два месяца")


@pytest.mark.parametrize("word", ["меню", "Помощь", "мои данные", "Стоп", "Стоп, не хочу"])
async def test_words_of_the_menu_lead_out_of_a_dialog(school: School, teacher: Person, word: str) -> None:
    await reaches_a_text_question(teacher)
    await teacher.says(word)
    assert "priority" not in await kept(school)
    teacher.does_not_see("ближайшие два месяца")


async def test_a_button_that_is_not_there_is_no_answer_either(school: School, teacher: Person) -> None:
    await reaches_a_text_question(teacher)
    await teacher.says("Отправить")
    teacher.sees("Этой кнопки сейчас нет", "ближайшие два месяца")
    assert "priority" not in await kept(school)


async def test_a_coordinator_is_not_asked_a_word_of_the_menu(school: School, teacher: Person) -> None:
    await teacher.presses("Спросить координатора")
    await teacher.says("отмена")
    teacher.sees("Нужен ли вам наставник")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM question") == [0]


async def test_a_teacher_is_not_answered_with_a_word_of_the_menu(school: School, teacher: Person) -> None:
    coordinator = school.cast.coordinator
    await teacher.presses("Спросить координатора")
    await teacher.says("А это обязательно?")
    await coordinator.says("/questions")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Ответить")
    await coordinator.says("меню")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM question WHERE reply IS NOT NULL") == [0]
