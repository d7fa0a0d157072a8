"""Answers without names: promised before, parted from their author, shown together and only when there are enough."""

from collections.abc import Sequence

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.drafting import published
from tests.dialogs.ringing import at
from tests.dialogs.rounds import AFTER, MEETING, answers, asks_without_names, closes, opens_card, opens_results, people
from tests.dialogs.surveying import climate

CLIMATE = "Климат в коллективе"


async def test_before_it_is_opened_the_coordinator_reads_what_nobody_will_ever_see(school: School) -> None:
    await people(school, 6)
    coordinator = await opens_card(school, MEETING)
    coordinator.sees("5 вопросов, ответы без имён")
    await coordinator.presses("Попросить ответить")
    await coordinator.presses("Выбрать всех, кто не ответил (6)")
    await coordinator.presses("Дальше (6)")
    assert not any(label.startswith("Отправить") for label in coordinator.buttons)
    await coordinator.presses("Ответы без имён")
    coordinator.sees("кто что ответил и когда", "В резервные копии открытая анкета не входит")
    await coordinator.presses("Пригласить, показать от 5 ответов")
    coordinator.sees("Готово")
    await opens_card(school, MEETING)
    coordinator.sees("Идёт без имён до 22 сентября: ответили 0 из 6")
    assert "Результаты без имён" not in coordinator.buttons


async def test_two_people_are_too_few_to_be_nameless(school: School) -> None:
    await people(school, 2)
    coordinator = await opens_card(school, MEETING)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (2)", "Дальше (2)", "Ответы без имён"):
        await coordinator.presses(label)
    coordinator.sees("нужно пригласить хотя бы троих")
    assert not any(label.startswith("Пригласить") for label in coordinator.buttons)


async def test_who_is_asked_reads_who_sees_what_and_answers_once(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    anna = teachers[0]
    anna.sees("кто что ответил, не увидит никто")
    await anna.presses("Ответить")
    anna.sees("Без имени", "когда их не меньше 5", "Отправленное не изменить и не отозвать")
    await answers(anna, "9", "8", "Возможно", "Приём с таймером", "Больше примеров")
    anna.sees("Ответы приняты без вашего имени")
    await anna.says("меню")
    assert not any(MEETING in label for label in anna.buttons)


async def test_nothing_that_was_said_stays_in_the_chat(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    anna = teachers[0]
    await anna.presses("Ответить")
    await answers(anna, "9", "8", "Возможно", "Приём с таймером", "Больше примеров")
    in_chat = [message.text for message in school.cast.bot.world.chat(anna.user_id).visible]
    assert not any(word in text for text in in_chat for word in ("таймером", "примеров", "Возможно", "Как вам"))
    assert in_chat[-1].startswith("Спасибо! Ответы приняты")


async def test_an_answer_that_is_too_long_is_said_back_and_leaves_the_chat_too(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    anna = teachers[0]
    for label in ("Ответить", "Начать", "9", "8", "Возможно"):
        await anna.presses(label)
    await anna.says("Очень подробно " * 40)
    anna.sees("Вы написали: Очень подробно", "сейчас 599")
    own = [message for message in school.cast.bot.world.chat(anna.user_id).visible if not message.from_bot]
    assert not any("подробно" in message.text for message in own)


async def test_the_menu_in_the_middle_takes_the_summary_out_of_the_chat(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    anna = teachers[0]
    for label in ("Ответить", "Начать", "9", "8", "Скорее нет", "Пропустить"):
        await anna.presses(label)
    anna.sees("Скорее нет")
    await anna.says("меню")
    in_chat = [message.text for message in school.cast.bot.world.chat(anna.user_id).visible]
    assert not any("Скорее нет" in text for text in in_chat)
    await anna.presses(f"Продолжить: {MEETING}")
    anna.sees("Скорее нет")


async def test_results_come_when_it_is_closed_and_only_from_the_threshold_on(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    for number, teacher in enumerate(teachers[:5]):
        await teacher.presses("Ответить")
        await answers(teacher, "9", "8", "Возможно", f"Приём {number}", "Пропустить")
    coordinator = await closes(school, MEETING)
    coordinator.sees("закрыта: ответили 5 из 6")
    await coordinator.presses("Результаты без имён")
    coordinator.sees("Приглашены 6, ответили 5 (83 %).", "9 — 5 (100 %)", "Среднее 9,0")
    await coordinator.presses("Ответы словами (5)")
    coordinator.sees(*(f"• Приём {number}" for number in range(5)))


async def test_too_few_answers_are_told_as_too_few_and_never_shown(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    for teacher in teachers[:4]:
        await teacher.presses("Ответить")
        await answers(teacher, "9", "8", "Возможно", "Пропустить", "Пропустить")
    coordinator = await opens_card(school, MEETING)
    await coordinator.presses("Закрыть анкету")
    coordinator.sees("Пока ответов меньше 5", "результаты не будут показаны никому")
    await coordinator.presses("Закрыть анкету")
    await coordinator.presses("Результаты без имён")
    coordinator.sees("Мало ответов (меньше 5)")
    coordinator.does_not_see("9 —", "Среднее", "нет данных", "Картинкой", "Скачать Excel")


async def test_a_question_that_too_few_have_answered_is_hidden_with_their_number(school: School) -> None:
    """Else the few are what is left of all."""
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    for number, teacher in enumerate(teachers):
        await teacher.presses("Ответить")
        said = ("Возможно", f"Приём {number}") if number < 2 else ("Скорее нет",)
        await answers(teacher, "9", "8", *said, "Пропустить")
    coordinator = await opens_results(school, MEETING)
    await coordinator.presses("Ещё ▶")
    coordinator.sees("Что именно возьмёте в работу?", "Мало ответов (меньше 5)")
    coordinator.does_not_see("Ответили: 2", "Приём")


async def test_it_closes_by_itself_after_its_last_day_and_the_coordinator_hears_of_it(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    for teacher in teachers[:5]:
        await teacher.presses("Ответить")
        await answers(teacher, "9", "8", "Скорее нет", "Пропустить")
    await teachers[5].presses("Ответить")
    await teachers[5].presses("Начать")
    await teachers[5].presses("3")
    await at(school.cast, 23, 14)
    coordinator = school.cast.coordinator
    coordinator.sees("закрыта: ответили 5 из 6")
    await coordinator.presses("Результаты без имён")
    coordinator.sees("9 — 5 (100 %)")
    await teachers[5].presses("8")
    teachers[5].does_not_see("Как вам организация")
    assert await rows(school, "SELECT COUNT(*) FROM form_run WHERE form_key = 'event_feedback'") == [0]


async def test_an_end_survey_keeps_its_names_unless_the_coordinator_decides_before(school: School) -> None:
    coordinator = await opens_card(school, AFTER)
    coordinator.sees("ответы видит только координатор")
    await people(school, 5, asked_for_support=True)
    await asks_without_names(school, AFTER, 5)
    coordinator.sees("Готово")
    await people(school, 1, first=5, asked_for_support=True)
    await opens_card(school, AFTER)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (1)", "Дальше (1)"):
        await coordinator.presses(label)
    coordinator.sees("Анкета уже идёт, ответы без имён")
    assert "Ответы без имён" not in coordinator.buttons
    await coordinator.presses("Отправить 1 человеку")
    await opens_card(school, AFTER)
    coordinator.sees("ответили 0 из 6")


async def test_start_and_middle_are_never_nameless(school: School) -> None:
    await people(school, 5, asked_for_support=True)
    coordinator = await opens_card(school, "Старт: взгляд наставляемого")
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (5)", "Дальше (5)"):
        await coordinator.presses(label)
    assert "Ответы без имён" not in coordinator.buttons


async def test_who_has_not_finished_is_reminded_and_who_has_is_not(school: School) -> None:
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    await teachers[0].presses("Ответить")
    await answers(teachers[0], "9", "8", "Скорее нет", "Пропустить")
    await teachers[1].presses("Ответить")
    await teachers[1].presses("Начать")
    await teachers[1].presses("9")
    await at(school.cast, 14, 14)
    teachers[0].does_not_see("осталось", "ждёт ответа")
    teachers[1].sees("осталось", "Продолжить?")
    teachers[2].sees("ждёт ответа до 22 сентября")


async def test_who_withdraws_consent_takes_nothing_out_of_the_counts(school: School) -> None:
    """Two looks at the results, one before and one after, would else show what one person has said."""
    teachers = await people(school, 6)
    await asks_without_names(school, MEETING, 6)
    await at(school.cast, 8, 14)
    for number, teacher in enumerate(teachers):
        await teacher.presses("Ответить")
        await answers(teacher, str(number + 4), "8", "Скорее нет", "Пропустить")
    coordinator = await opens_results(school, MEETING)
    before = coordinator.screen.text
    await withdraws(teachers[0])
    await opens_card(school, MEETING)
    await coordinator.presses("Результаты без имён")
    assert coordinator.screen.text == before


async def test_what_the_school_has_made_itself_may_be_asked_without_names_too(school: School) -> None:
    await published(school, "needs", climate)
    teachers = await people(school, 3)
    coordinator = await opens_card(school, CLIMATE)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (3)", "Дальше (3)"):
        await coordinator.presses(label)
    assert "Отправить 3 людям" in coordinator.buttons
    await coordinator.presses("Ответы без имён")
    await coordinator.presses("Пригласить, показать от 3 ответов")
    await at(school.cast, 8, 14)
    for number, teacher in enumerate(teachers):
        await teacher.presses("Ответить")
        await answers(teacher, f"Хорошо {number}", "По четвергам")
    await closes(school, CLIMATE)
    await coordinator.presses("Результаты без имён")
    await coordinator.presses("Ответы словами (6)")
    coordinator.sees("• Хорошо 0", "• Хорошо 2")


async def withdraws(teacher: Person) -> None:
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)


async def rows(school: School, sql: str) -> Sequence[int]:
    return await school.cast.bot.fetch(int, sql)
