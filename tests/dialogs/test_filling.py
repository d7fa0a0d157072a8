"""The request: one question at a time, kept at once, changeable, sent once."""

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS, begins, kept


async def test_core_is_sent_in_fourteen_taps(school: School) -> None:
    teacher = await begins(school, **FACTS)
    taps = 2
    for label in (
        "Всё верно",
        "Да, на несколько месяцев или год",
        "☐ Урок и методика",
        "Готово",
        "☐ После уроков",
        "Готово",
        "Пока нет",
        "Отправить",
    ):
        await teacher.presses(label)
        taps += 1
    teacher.sees("Отправлено 08.09.2026", "Уточнить, 2 минуты")
    assert taps <= 14


async def test_typed_label_and_number_count_as_the_tap(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.says("2")
    assert (await kept(school.cast))["want_mentor"] == '"short"'
    teacher.sees("В чём помощь нужнее всего")


async def test_who_answers_past_the_options_is_told_to_press_or_to_write_words(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.says("ну, наверное")
    teacher.sees("Нажмите кнопку с ответом или напишите ответ словами, как на кнопке.", "Нужен ли вам наставник")


async def test_a_list_narrowed_by_typing_leads_back_to_the_whole_one(school: School) -> None:
    teacher = await begins(school)
    whole = teacher.buttons
    await teacher.says("язык")
    teacher.sees("Подходит несколько")
    assert "Весь список" in teacher.buttons
    await teacher.presses("Весь список")
    assert teacher.buttons == whole
    assert "Весь список" not in whole


async def sends(teacher: Person, *, helps: str = "Пока нет") -> None:
    await teacher.presses("Всё верно")
    for label in ("Да, по одному", "☐ Урок и методика", "Готово", "☐ После уроков", "Готово", helps, "Отправить"):
        await teacher.presses(label)


@pytest.mark.parametrize("helps", ["Да, пришлите анкету наставника", "Может быть, разово"])
async def test_who_would_help_colleagues_is_offered_the_mentor_questionnaire(school: School, helps: str) -> None:
    teacher = await begins(school, **FACTS)
    await sends(teacher, helps=helps)
    teacher.sees("Спасибо!", "могли бы помогать коллегам", "заполнять её необязательно", "Анкета наставника (4 минуты)")
    await school.cast.coordinator.says("/bank")
    await school.cast.coordinator.presses("Соколова А. И.")
    school.cast.coordinator.sees("Готов(а) ли помогать коллегам", helps)
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 7")
    await teacher.presses("Пока нет")
    await teacher.presses("Готово")
    teacher.sees("Ответы сохранены")
    teacher.does_not_see("Анкета наставника", "анкета возможного наставника")


async def test_who_would_not_help_hears_nothing_of_the_mentor_questionnaire(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await sends(teacher, helps="Пока нет")
    teacher.sees("Спасибо!")
    teacher.does_not_see("Анкета наставника", "анкета возможного наставника")


async def test_begin_anew_asks_first_and_an_old_button_of_it_asks_too(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.presses("Нет")
    await teacher.says("меню")
    await teacher.presses("Продолжить запрос")
    stopped = teacher.screen
    await teacher.presses("Начать заново")
    teacher.sees("Стереть 4 ответа и начать заново?")
    await teacher.presses("Продолжить")
    assert len(await kept(school.cast)) == 4
    await teacher.presses_old(stopped, "Начать заново")
    assert len(await kept(school.cast)) == 4
    await teacher.presses("Стереть и начать заново")
    assert await kept(school.cast) == {}
    teacher.sees("Это уже известно")


async def test_done_after_sending_says_that_changes_are_kept(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await sends(teacher)
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 7")
    await teacher.presses("Может быть")
    await teacher.presses("Готово")
    teacher.sees("Ответы сохранены", "Уточнить, 2 минуты")
    assert teacher.toast == ""


async def test_a_double_send_keeps_the_thanks_and_the_offer(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    for label in ("Да, по одному", "☐ Урок и методика", "Готово", "☐ После уроков", "Готово", "Да, пришлите"):
        await teacher.presses(label)
    await teacher.presses("Отправить", times=2)
    teacher.sees("Спасибо!", "Уточнить, 2 минуты", "могли бы помогать коллегам", "Анкета наставника (4 минуты)")
    await teacher.presses("Меню")
    await teacher.presses("Мой запрос")
    teacher.sees("Ваши ответы", "Уточнить, 2 минуты")


async def test_a_change_that_opens_questions_is_wanted_in_the_menu(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    for label in ("Нет", "Не хочу отвечать", "Пока нет", "Отправить"):
        await teacher.presses(label)
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 4")
    await teacher.presses("Да, на несколько")
    teacher.sees("В чём помощь нужнее всего")
    await teacher.says("/menu")
    teacher.sees("появились вопросы", "Осталось: 2 вопроса")


async def test_an_old_tick_or_done_asks_and_an_old_back_says_that_it_is_old(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.presses("Да, по одному")
    ticks = teacher.screen
    await teacher.presses("☐ Урок и методика")
    await teacher.presses("Готово")
    before = await kept(school.cast)
    await teacher.presses("☐ После уроков")
    await teacher.presses("Готово")
    await teacher.presses_old(ticks, "☐ Оценивание")
    teacher.sees("вы уже ответили", "Урок и методика")
    await teacher.presses("Продолжить")
    await teacher.presses_old(ticks, "Назад")
    assert "прежнего экрана" in teacher.toast
    assert (await kept(school.cast))["areas"] == before["areas"]


async def test_back_keeps_the_answer_until_another_is_given(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.presses("Да, по одному")
    before = await kept(school.cast)
    await teacher.presses("Назад")
    assert await kept(school.cast) == before


async def test_skipping_what_was_never_answered_leaves_a_seen_request_seen(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await sends(teacher)
    await school.cast.coordinator.says("/bank")
    await school.cast.coordinator.presses("Соколова А. И.")
    await school.cast.coordinator.presses("Отметить просмотренным")
    await teacher.presses("Уточнить")
    await teacher.presses("Пропустить")
    assert await school.cast.bot.fetch(
        int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs' AND seen_at IS NULL"
    ) == [0]


@pytest.mark.parametrize("move", ["pk:math", "ti:math", "dn:", "sk:", "bk:", "pg:x", "ch:", "fr:", "mo:", "sn:", "ea:"])
@pytest.mark.parametrize("question", [0, 5, -999, 10**9])
async def test_a_forged_press_in_a_dialog_is_answered_by_the_current_screen(
    school: School, move: str, question: int
) -> None:
    """On the intro, where none of them belongs."""
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична", **FACTS)
    await teacher.presses("Заполнить запрос")
    (run_id,) = await school.cast.bot.fetch(int, "SELECT id FROM form_run WHERE form_key = 'needs'")
    kind, _, argument = move.partition(":")
    await teacher.presses_data(f"t:{run_id}:0:{question}:{kind}:{argument}")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE state = 'dead'") == [0]
    assert "Извините" not in teacher.screen.text


async def test_a_draft_whose_question_is_gone_from_the_form_goes_on_with_the_next(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE form_run SET place = 'older', ticked = '[\"gone\"]' WHERE form_key = 'needs'")
    await teacher.says("/menu")
    await teacher.presses("Продолжить запрос")
    await teacher.presses("Продолжить")
    teacher.sees("Нужен ли вам наставник")
    await teacher.presses("Нет")
    assert (await kept(school.cast))["want_mentor"] == '"decline"'


async def test_a_small_form_left_overnight_offers_to_go_on_or_to_be_dropped(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.presses("Спросить координатора")
    school.cast.bot.clock.move(hours=20)
    await teacher.says("Добрый день!")
    teacher.sees("Раньше вы начали: «Вопрос координатору»", "Продолжить", "Отменить")
    await teacher.says("отмена")
    teacher.sees("Нужен ли вам наставник")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM question") == [0]


async def test_the_way_out_names_the_buttons_that_are_there(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.presses("Спросить координатора")
    for _ in range(3):
        await teacher.says("👍")
    teacher.sees("словами")
    teacher.does_not_see("Если не получается, нажмите «Спросить координатора»")
