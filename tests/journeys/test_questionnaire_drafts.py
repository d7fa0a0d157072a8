"""J4: a questionnaire that a coordinator has changed is looked at, tried on oneself, published as a new version."""

from typing import Any

import pytest

from mentoring.drafts import Kept
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.drafting import TIME_TABLE, added, drafted, published

ANNA = "Соколова Анна Ильинична"
FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y4"}
NEW_QUESTION = "В какие дни у вас методический день?"


@pytest.fixture
def school(journey_school: School) -> School:
    """Told once plainly and once with a crash around every update."""
    return journey_school


async def opens_draft(school: School) -> Person:
    await drafted(school, "needs", added)
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Профессиональные запросы")
    coordinator.sees("Версия 1, как была в боте", "Есть черновик новой версии")
    await coordinator.presses("Открыть черновик")
    return coordinator


async def middle_of_request(school: School, teacher: Person, name: str = ANNA) -> None:
    await school.brings_in(teacher, name, **FACTS)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    await teacher.presses("Всё верно")
    await teacher.presses("Да, на несколько месяцев")


async def to_the_end(teacher: Person, *, new_version: bool) -> None:
    await teacher.presses("☐ Урок и методика")
    await teacher.presses("Готово (1)")
    if new_version:
        teacher.sees(NEW_QUESTION)
        await teacher.says("По четвергам")
    else:
        teacher.does_not_see(NEW_QUESTION)
    for label in ("☐ После уроков", "Готово (1)", "Пока нет", "Отправить"):
        await teacher.presses(label)
    teacher.sees("Отправлено")


async def test_a_draft_says_what_it_changes_before_anybody_sees_it(school: School) -> None:
    coordinator = await opens_draft(school)
    coordinator.sees("черновик версии 2", f"новый вопрос: «{NEW_QUESTION}»")
    teacher = school.cast.teacher
    await middle_of_request(school, teacher)
    await to_the_end(teacher, new_version=False)


async def test_every_question_is_looked_at_as_it_will_be_and_its_buttons_only_say_so(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Посмотреть вопросы")
    coordinator.sees("Просмотр, вопрос 1 из", "Какие предметы вы ведёте?", "☐ Русский язык")
    await coordinator.presses("☐ Русский язык")
    assert "Это просмотр" in coordinator.toast
    for number in range(2, 27):
        await coordinator.presses(f"Вопрос {number} ▶")
        coordinator.sees(f"Просмотр, вопрос {number} из 26")
    coordinator.does_not_see("Вопрос 27")
    coordinator.sees("К черновику")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs'") == [0]


async def test_a_trial_is_marked_and_leaves_nothing_behind(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Попробовать на себе")
    coordinator.sees("ТЕСТ", "Профессиональные запросы педагога")
    await coordinator.presses("Начать")
    coordinator.sees("ТЕСТ", "Какие предметы вы ведёте?", "Закончить пробу")
    coordinator.does_not_see("Спросить координатора")
    await coordinator.says("физика")
    for label in (
        "Готово", "☐ 5–9 классы", "Готово (1)", "4–10 лет", "Да, на несколько", "☐ Урок и методика", "Готово (1)",
    ):  # fmt: skip
        await coordinator.presses(label)
    coordinator.sees("ТЕСТ", NEW_QUESTION)
    await coordinator.says("По четвергам")
    for label in ("☐ После уроков", "Готово (1)", "Пока нет"):
        await coordinator.presses(label)
    coordinator.sees("ТЕСТ", "Проверьте ответы", "По четвергам")
    await coordinator.presses("Отправить")
    coordinator.sees("ТЕСТ закончен", "Ответы не сохранены")
    bot = school.cast.bot
    assert await bot.fetch(int, "SELECT COUNT(*) FROM answer") == [0]
    assert await bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs'") == [0]
    await coordinator.says("/bank")
    coordinator.sees("Список людей пока пуст")


async def test_a_trial_is_ended_at_any_question_and_goes_on_after_a_restart(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Попробовать на себе")
    await coordinator.presses("Начать")
    await school.cast.bot.restart()
    await coordinator.says("физика")
    coordinator.sees("ТЕСТ", "☑ Физика")
    await coordinator.presses("Закончить пробу")
    coordinator.sees("ТЕСТ закончен")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM answer") == [0]
    await coordinator.presses("Попробовать ещё раз")
    coordinator.sees("ТЕСТ", "Начать")
    await coordinator.says("/menu")
    coordinator.sees("координатор")


async def test_publishing_asks_for_a_note_and_whoever_is_in_the_middle_finishes_their_version(school: School) -> None:
    cast = school.cast
    await middle_of_request(school, cast.teacher)
    coordinator = await opens_draft(school)
    coordinator.sees("Сейчас в процессе: 1 человек. Кто начал, закончит прежнюю версию")
    await coordinator.presses("Опубликовать")
    coordinator.sees("версией 2", "Что изменилось?")
    await cast.bot.restart()
    await coordinator.says("Спрашиваем про методический день")
    coordinator.sees("Опубликовано", "версия 2")
    await to_the_end(cast.teacher, new_version=False)
    await middle_of_request(school, cast.colleague, "Рябинин Игорь Олегович")
    await to_the_end(cast.colleague, new_version=True)
    assert await cast.bot.fetch(int, "SELECT form_version FROM form_run WHERE form_key = 'needs' ORDER BY id") == [1, 2]
    await coordinator.presses("К анкете")
    coordinator.sees("Версия 2, опубликована 08.09.2026", "Спрашиваем про методический день", "Ответили: 2")
    await cast.teacher.presses("Посмотреть и изменить")
    cast.teacher.does_not_see(NEW_QUESTION)
    await coordinator.says("/bank")
    await coordinator.presses("Рябинин И. О.")
    coordinator.sees(NEW_QUESTION, "По четвергам")


async def test_the_note_may_be_skipped_and_a_second_press_publishes_nothing_more(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Опубликовать")
    await coordinator.presses("Пропустить", times=2)
    coordinator.sees("Опубликовано")
    assert await school.cast.bot.fetch(int, "SELECT version FROM form_version") == [2]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_a_button_of_a_published_draft_says_so(school: School) -> None:
    coordinator = await opens_draft(school)
    old = coordinator.screen
    await coordinator.presses("Опубликовать")
    await coordinator.presses("Пропустить")
    for label in ("Опубликовать", "Попробовать на себе", "Посмотреть вопросы", "Удалить черновик"):
        await coordinator.presses_old(old, label)
        coordinator.sees("Этого черновика больше нет")


async def test_a_draft_that_is_cancelled_at_the_note_stays_a_draft(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Опубликовать")
    await coordinator.presses("Отменить")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_version") == [0]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [1]


async def test_of_two_coordinators_one_publishes_and_the_other_is_told(school: School) -> None:
    coordinator = await opens_draft(school)
    old = coordinator.screen
    (draft_id,) = await school.cast.bot.fetch(int, "SELECT id FROM form_draft")
    await coordinator.presses("Опубликовать")
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("DELETE FROM form_draft")
    await published(school, "needs", lambda raw: raw.update(title="Запрос педагога"))
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO form_draft (id, school_id, form_key, base_version, digest, made_by, made_at)
               SELECT :id, school_id, form_key, 1, digest, published_by, published_at FROM form_version""",
            id=draft_id,
        )
    await coordinator.presses("Пропустить")
    coordinator.sees("опубликована другая версия")
    await coordinator.presses_old(old, "Опубликовать")
    coordinator.sees("опубликована другая версия")
    assert "Опубликовать" not in coordinator.buttons


async def test_a_changed_scale_or_changed_options_warn_that_the_comparison_breaks(school: School) -> None:
    def other_areas(raw: dict[str, Any]) -> None:
        question = next(each for each in raw["questions"] if each["key"] == "areas")
        question["options"] = {**question["options"], "subject": "Предмет"}

    teacher = school.cast.teacher
    await middle_of_request(school, teacher)
    await to_the_end(teacher, new_version=False)
    await drafted(school, "needs", other_areas)
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Профессиональные запросы")
    await coordinator.presses("Открыть черновик")
    coordinator.sees("изменены варианты", "Обратите внимание", "нельзя будет сравнить")


async def test_the_same_again_is_no_draft_and_a_later_one_takes_the_place_of_an_earlier(school: School) -> None:
    assert await drafted(school, "needs") is Kept.SAME
    assert await drafted(school, "needs", added) is Kept.NEW
    assert await drafted(school, "needs", added) is Kept.AGAIN
    assert await drafted(school, "needs", lambda raw: raw.update(minutes=5)) is Kept.REPLACED
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [1]


async def test_a_draft_is_dropped_only_after_a_question(school: School) -> None:
    coordinator = await opens_draft(school)
    await coordinator.presses("Удалить черновик")
    coordinator.sees("Удалить черновик анкеты", "Опубликованная версия останется")
    await coordinator.presses("Да, удалить")
    coordinator.sees("Черновик удалён")
    await coordinator.presses("К анкетам")
    coordinator.does_not_see("есть черновик")


async def test_an_earlier_version_becomes_a_draft_again(school: School) -> None:
    await published(school, "needs", added, note="Методический день")
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Профессиональные запросы")
    await coordinator.presses("Прежние версии")
    coordinator.sees("2, 08.09.2026: Методический день", "1, как была в боте")
    await coordinator.presses("Взять версию 1")
    coordinator.sees("черновик версии 3", f"вопрос убран: «{NEW_QUESTION}»")
    await coordinator.presses("Опубликовать")
    await coordinator.presses("Пропустить")
    await middle_of_request(school, school.cast.teacher)
    await to_the_end(school.cast.teacher, new_version=False)


async def test_a_questionnaire_of_the_schools_own_is_a_draft_until_it_is_published(school: School) -> None:
    def own(raw: dict[str, Any]) -> None:
        raw.update(key="climate", title="Климат в коллективе", version=1, questions=[{**TIME_TABLE, "key": "mood"}])

    await drafted(school, "needs", own)
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    coordinator.sees("Климат в коллективе: черновик, ещё не опубликована")
    await coordinator.presses("Климат в коллективе")
    coordinator.sees("Это новая анкета")
    await coordinator.presses("Опубликовать")
    coordinator.sees("Опубликовано: «Климат в коллективе», версия 1", "Попросить ответить")
    await coordinator.presses("К анкете")
    coordinator.sees("Версия 1, опубликована", "Ответили: 0")


@pytest.mark.parametrize("data", ["g:form:0:0:setup", "g:form:0:0:nothing", "g:formv:0:0:nothing", "a:formf:0:setup"])
async def test_a_forged_press_opens_no_form_of_the_bots_own(school: School, data: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses_data(data)
    coordinator.sees("Такой анкеты больше нет")


async def test_a_teacher_opens_no_questionnaires_of_the_coordinator(school: School) -> None:
    teacher = school.cast.teacher
    await drafted(school, "needs", added)
    await school.brings_in(teacher, ANNA, **FACTS)
    await teacher.says("/forms")
    teacher.does_not_see("Анкеты")
    (draft_id,) = await school.cast.bot.fetch(int, "SELECT id FROM form_draft")
    for data in (f"g:draft:{draft_id}:0", f"a:drtry:{draft_id}:", f"a:drpub:{draft_id}:", "g:forms:0:0"):
        await teacher.presses_data(data)
        teacher.does_not_see("черновик", "ТЕСТ", "Анкеты")


@pytest.mark.parametrize("key", ["trial", "join"])
async def test_a_questionnaire_under_a_name_of_the_bots_own_is_kept_apart_from_it(school: School, key: str) -> None:
    def own(raw: dict[str, Any]) -> None:
        raw.update(key=key, title="Климат в коллективе", version=1, questions=[{**TIME_TABLE, "key": "mood"}])

    await published(school, "needs", own)
    assert await school.cast.bot.fetch(str, "SELECT form_key FROM form_version") == [f"own_{key}"]
    await school.cast.coordinator.says("/forms")
    school.cast.coordinator.sees("Климат в коллективе: ответили 0")
