"""The mentor questionnaire by one's own wish: facts, a yes, a refusal, for how many, a pause, taking it back."""

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.offering import YES, kept, offers, refuses, says_yes
from tests.dialogs.requesting import FACTS, answers
from tests.scenes import scene

ANNA = "Соколова Анна Ильинична"


@scene
async def begins(school: School, **facts: object) -> Person:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA, **facts)
    await teacher.presses("Анкета наставника (4 минуты)")
    teacher.sees("Анкета возможного наставника", "около 4 минут", "Это добровольно", "Видит только координатор")
    await teacher.presses("Начать")
    return teacher


async def test_what_is_known_is_shown_after_the_yes_and_back_leads_to_it(school: School) -> None:
    teacher = await begins(school, **FACTS)
    teacher.sees("1 из 12", "Готовы ли вы быть наставником")
    await teacher.presses(YES)
    teacher.sees("Это уже известно", "Физика", "5–9 классы", "4–10 лет")
    await teacher.presses("Назад")
    teacher.sees("Готовы ли вы быть наставником")
    await teacher.presses(YES)
    await teacher.presses("Изменить 3")
    await teacher.presses("11–20 лет")
    teacher.sees("Всё верно?", "11–20 лет")
    await teacher.presses("Всё верно")
    teacher.sees("5 из 12", "квалификационная категория")
    await teacher.presses("Назад")
    teacher.sees("Всё верно?", "11–20 лет")


async def test_what_the_request_has_said_is_not_asked_again(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA, **FACTS)
    await answers(teacher)
    await teacher.presses("Меню")
    for label in ("Анкета наставника", "Начать", YES):
        await teacher.presses(label)
    teacher.sees("Это уже известно", "Физика", "5–9 классы", "4–10 лет")


async def test_without_facts_they_are_asked_after_the_yes(school: School) -> None:
    teacher = await begins(school)
    await teacher.presses(YES)
    teacher.sees("2 из 12", "Какие предметы вы ведёте")


async def test_a_yes_is_thanked_and_told_what_comes_on_paper_later(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    teacher.sees(
        "Отправлено 08.09.2026",
        "Пары без вашего согласия не создаются",
        "на бумаге подпишут ваше согласие на наставничество (оно отдельно от согласия на данные)",
        "Уточнить, 2 минуты",
    )
    said = await kept(school.cast)
    assert (said["ready"], said["capacity"], said["category"], said["s_ready"], said["limits"]) == (
        '"year"',
        '"n2"',
        '["first"]',
        "8",
        None,
    )
    await teacher.presses("Уточнить")
    teacher.sees("Чем из своего опыта")


async def test_single_consultations_are_not_asked_for_how_many(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await says_yes(teacher, ready="Да, для разовых консультаций")
    assert "capacity" not in await kept(school.cast)
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    teacher.sees("да, для разовых консультаций", "Сделать паузу")
    teacher.does_not_see("коллега", "коллеги")


@pytest.mark.parametrize(("ready", "reason"), [("Нет", "Большая нагрузка"), ("Возможно, позже", "Не хочу отвечать")])
async def test_a_refusal_is_thanked_without_blame_and_asked_no_more(school: School, ready: str, reason: str) -> None:
    teacher = school.cast.teacher
    await refuses(school, teacher, ANNA, ready=ready, reason=reason)
    teacher.sees("Спасибо за ответ. Напоминать об анкете бот не будет.", "ответ можно изменить")
    teacher.does_not_see("Уточнить", "согласие на наставничество")
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    teacher.sees(f"Готовность быть наставником: {ready.lower()}", "Изменить ответ")
    assert "Сделать паузу" not in teacher.buttons


async def test_a_refusal_becomes_a_yes_with_the_facts_shown_and_the_rest_asked(school: School) -> None:
    teacher = school.cast.teacher
    await refuses(school, teacher, ANNA)
    for label in ("Меню", "Моё наставничество", "Изменить ответ", "Изменить 1", YES):
        await teacher.presses(label)
    teacher.sees("Это уже известно", "Физика")
    await teacher.presses("Изменить 1")
    assert "☑ Физика" in teacher.buttons
    await teacher.presses("Назад")
    teacher.sees("Это уже известно")
    await teacher.presses("Всё верно")
    teacher.sees("квалификационная категория")
    for label in ("☐ Высшая", "Готово", "☐ Урок и методика", "Готово", "Нет", "☐ Группа коллег", "Готово", "Трёх"):
        await teacher.presses(label)
    for label in ("☐ После уроков", "Готово", "10", "Пропустить", "Готово"):
        await teacher.presses(label)
    teacher.sees("Ответы сохранены")
    assert "no_reason" not in await kept(school.cast)
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    teacher.sees("на несколько месяцев или год", "Одновременно: 3 коллеги")


async def test_the_menu_follows_the_questionnaires_way(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses(YES)
    await teacher.presses("Всё верно")
    await teacher.presses("Продолжить позже")
    await teacher.presses("Меню")
    await teacher.presses("Продолжить анкету наставника")
    teacher.sees("Вы остановились на 5 из 12", "Анкета возможного наставника")


async def test_for_how_many_is_changed_in_two_taps_and_is_the_answer_that_was_sent(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    teacher.sees("Одновременно: 2 коллеги", "2 коллеги (сейчас)", "Пары, которые уже работают, продолжаются")
    await teacher.presses("1 коллега", times=2)
    teacher.sees("Одновременно: 1 коллега")
    assert (await kept(school.cast))["capacity"] == '"n1"'
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'mentor.capacity'") == [1]
    await teacher.presses("Посмотреть и изменить ответы")
    teacher.sees("Скольких коллег", "Одного")


async def test_a_number_that_is_no_answer_changes_nothing(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    for argument in ("n9", "", "n2:1"):
        await teacher.presses_data(f"a:tkon:0:{argument}")
    teacher.sees("Одновременно: 2 коллеги")
    assert teacher.toast == "Так уже записано"


async def test_a_pause_begins_and_ends_in_two_taps(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    await teacher.presses("Сделать паузу", times=2)
    teacher.sees("Пауза с 08.09.2026", "Снова готов(а)", "продолжаются: о них договоритесь с координатором")
    await teacher.presses("Снова готов(а)")
    teacher.sees("Сделать паузу")
    teacher.does_not_see("Пауза с")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM mentor_pause") == [1]


async def test_ones_own_questionnaire_is_seen_and_withdrawn_in_my_data(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    await teacher.presses("Меню")
    await teacher.presses("Моё наставничество")
    await teacher.presses("Сделать паузу")
    await teacher.presses("Меню")
    await teacher.presses("Мои данные")
    teacher.sees("Моё наставничество", "«Отозвать анкету наставника», «Не писать", "разные вещи")
    await teacher.presses("Отозвать анкету наставника")
    teacher.sees("Пары, которые уже работают, продолжаются", "ваш запрос останутся")
    await teacher.presses("Отозвать анкету наставника", times=2)
    teacher.sees("Анкеты наставника пока нет")
    assert await kept(school.cast) == {}
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM mentor_pause WHERE ended_at IS NULL") == [0]
    await teacher.presses("Меню")
    teacher.sees("Анкета наставника (4 минуты)")


async def test_nothing_is_asked_before_consent(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(ANNA)
    await teacher.starts((await school.invites(person_id)).token)
    await teacher.presses_data("g:mng:0:0")
    teacher.sees("согласие на обработку данных")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run") == [1]  # the coordinator's setup
