"""J3: a mentee's professional request, interrupted in every way; each told plainly and with crashes."""

import pytest

from sandbox.world.faults import Fault, FaultKind
from storage.runs import Answer
from tests.cast import Cast, Person
from tests.conftest import School

FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y11"}
NAME = "Соколова Анна Ильинична"


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


async def reaches_fourth_question(school: School) -> Person:
    """Facts are confirmed; «Нужен ли вам наставник» is on the screen."""
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME, **FACTS)
    await teacher.presses("Заполнить запрос")
    teacher.sees("вопросов", "3 минут", "Видит только координатор")
    await teacher.presses("Начать")
    await teacher.presses("Всё верно")
    teacher.sees("4 из", "Нужен ли вам наставник")
    return teacher


async def finishes(teacher: Person) -> None:
    """From the fourth question to the summary."""
    for label in ("Да, по одному-двум", "☐ Урок и методика", "Готово (1)", "☐ После уроков", "Готово (1)", "Пока нет"):
        await teacher.presses(label)
    teacher.sees("Проверьте ответы")


async def answers(cast: Cast) -> dict[str, str | None]:
    rows = await cast.bot.fetch(
        Answer,
        """SELECT question, value FROM answer
           WHERE run_id IN (SELECT id FROM form_run WHERE form_key = 'needs')""",
    )
    return {row.question: row.value for row in rows}


async def states(cast: Cast) -> list[str]:
    return await cast.bot.fetch(str, "SELECT state FROM form_run WHERE form_key = 'needs' ORDER BY id")


async def test_request_is_handed_in_changed_and_confirmed_once(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await finishes(teacher)
    await teacher.presses("Изменить 4")
    teacher.sees("Нужен ли вам наставник")
    await teacher.presses("Назад")
    teacher.sees("Проверьте ответы", "Да, по одному-двум вопросам")
    await teacher.presses("Изменить 4")
    await teacher.presses("Да, на несколько месяцев")
    teacher.sees("Проверьте ответы", "Да, на несколько месяцев или год")
    assert await states(school.cast) == ["open"]
    await teacher.presses("Отправить")
    teacher.sees("Отправлено 08.09.2026")
    assert await states(school.cast) == ["submitted"]
    assert (await answers(school.cast))["want_mentor"] == '"year"'


async def test_a_tap_on_the_old_message_goes_on_three_weeks_later(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await school.cast.bot.restart()
    school.cast.bot.clock.move(days=21)
    await school.cast.bot.tick()
    await teacher.presses("Да, по одному-двум вопросам")
    teacher.sees("В чём помощь нужнее всего")
    assert (await answers(school.cast))["want_mentor"] == '"short"'


async def test_anything_said_after_a_long_silence_is_greeted_and_not_taken_for_an_answer(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    school.cast.bot.clock.move(days=21)
    await teacher.says("Добрый день!")
    teacher.sees("Вы остановились на 4 из", "Все ответы на месте", "Продолжить", "Начать заново")
    await teacher.presses("Продолжить")
    teacher.sees("Нужен ли вам наставник")
    assert "want_mentor" not in await answers(school.cast)


async def test_b_label_number_and_ordinal_count_as_the_tap(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    for said in ("2", "второй", "Да, по одному-двум вопросам"):
        await teacher.says(said)
        teacher.sees("В чём помощь нужнее всего")
        assert (await answers(school.cast))["want_mentor"] == '"short"'
        await teacher.presses("Назад")


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker", "contact", "location", "video_note"])
async def test_c_what_is_no_text_is_refused_kindly_and_the_question_stays(school: School, kind: str) -> None:
    teacher = await reaches_fourth_question(school)
    before = await answers(school.cast)
    await teacher.sends(kind)
    teacher.sees("только текст и кнопки", "Нужен ли вам наставник")
    assert await answers(school.cast) == before
    assert not any(call.method.lower() == "getfile" for call in school.cast.bot.world.log)


async def test_c_a_forwarded_message_is_not_an_answer(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await teacher.forwards("Нет")
    teacher.sees("только текст и кнопки", "Нужен ли вам наставник")
    assert "want_mentor" not in await answers(school.cast)


async def test_c_too_long_wordless_and_document_like_texts_are_refused_with_the_way_out(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await finishes(teacher)
    await teacher.presses("Отправить")
    await teacher.presses("Уточнить")
    while "ближайшие два месяца" not in teacher.screen.text:
        await teacher.presses("Пропустить")
    teacher.sees("Без фамилий учеников и сведений о здоровье")
    await teacher.says("а" * 600)
    teacher.sees("до 300 знаков, сейчас 600")
    await teacher.says("👍👍")
    teacher.sees("словами", "Пропустить", "Спросить координатора")
    await teacher.says("Паспорт 4510 123456")
    teacher.sees("номер документа")
    assert "priority" not in await answers(school.cast)
    await teacher.says("Как объяснить дроби")
    assert (await answers(school.cast))["priority"] == '"Как объяснить дроби"'


async def test_d_a_double_tap_is_one_answer_and_one_question(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await teacher.presses("Да, по одному-двум вопросам", times=2)
    teacher.sees("В чём помощь нужнее всего")
    await teacher.presses("☐ Урок и методика", times=2)
    assert "☑ Урок и методика" in teacher.buttons
    assert (await answers(school.cast))["want_mentor"] == '"short"'


async def test_e_a_tap_on_an_old_question_asks_before_it_changes(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    old = teacher.screen
    await teacher.presses("Да, по одному-двум вопросам")
    await teacher.presses_old(old, "Нет")
    teacher.sees("вы уже ответили", "Да, по одному-двум вопросам", "Изменить")
    assert (await answers(school.cast))["want_mentor"] == '"short"'
    await teacher.presses("Изменить")
    teacher.sees("Нужен ли вам наставник")
    await teacher.presses("Нет")
    assert (await answers(school.cast))["want_mentor"] == '"decline"'


async def test_f_two_phones_of_one_account_end_in_what_was_confirmed_last(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    world, user = school.cast.bot.world, teacher.user_id
    screen = teacher.screen
    first, second = (next(b.data for b in screen.buttons if b.label.startswith(label)) for label in ("Да, по", "Нет"))
    world.press_data(user, screen.id, first or "")
    world.press_data(user, screen.id, second or "")
    await teacher.waits()
    assert (await answers(school.cast))["want_mentor"] == '"short"'
    teacher.sees("вы уже ответили", "Изменить", "Продолжить")
    await teacher.presses("Продолжить")
    teacher.sees("В чём помощь нужнее всего")


async def test_g_stop_in_the_middle_pauses_and_keeps_the_draft(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    before = await answers(school.cast)
    await teacher.says("СТОП")
    teacher.sees("больше не пишет первым", "черновик сохранён")
    assert await answers(school.cast) == before
    assert await states(school.cast) == ["open"]
    await teacher.presses("Меню")
    await teacher.presses("Продолжить запрос")
    teacher.sees("Вы остановились на 4 из")


async def test_h_a_question_reaches_the_coordinator_and_the_reply_comes_back_to_the_same_place(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    coordinator = school.cast.coordinator
    await teacher.presses("Спросить координатора")
    await teacher.says("А это обязательно?")
    teacher.sees("Вопрос передан", "Нужен ли вам наставник")
    await coordinator.says("/questions")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Нужен ли вам наставник", "А это обязательно?")
    coordinator.does_not_see("Физика")
    await coordinator.presses("Ответить")
    await coordinator.says("Нет, по желанию")
    teacher.sees("Нет, по желанию", "А это обязательно?")
    await teacher.presses("Да, по одному-двум вопросам")
    teacher.sees("В чём помощь нужнее всего")


async def test_k_a_withdrawn_request_leaves_the_bank_and_only_the_fact_stays(school: School) -> None:
    teacher = await reaches_fourth_question(school)
    await finishes(teacher)
    await teacher.presses("Отправить")
    await teacher.presses("Меню")
    await teacher.presses("Мои данные")
    await teacher.presses("Отозвать запрос")
    teacher.sees("Отозвать запрос?")
    await teacher.presses("Отозвать запрос")
    teacher.sees("Запрос отозван")
    assert await states(school.cast) == ["withdrawn"]
    assert await answers(school.cast) == {}
    acts = await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'request.%'")
    assert acts == ["request.withdraw"]


async def test_the_answer_lost_on_its_way_is_not_confirmed_twice_in_effect(school: School) -> None:
    """Step 13 and 14 of the worked example: the request arrives once, an old «Отправить» says so."""
    teacher = await reaches_fourth_question(school)
    await finishes(teacher)
    old = teacher.screen
    lost = Fault(kind=FaultKind.LOST_ANSWER, method="editMessageText", chat_id=teacher.user_id)
    school.cast.bot.world.faults.add(lost)
    await teacher.presses("Отправить")
    assert school.cast.bot.world.faults.waiting == 0
    assert sum("Отправлено 08.09.2026" in message.text for message in teacher.messages) == 1
    await teacher.presses_old(old, "Отправить")
    teacher.sees("Отправлено 08.09.2026", "Уточнить")
    assert teacher.toast == "Уже отправлено"
    assert await states(school.cast) == ["submitted"]
