"""Questions to the coordinator: asked in the middle, answered once, the reply comes back to the same place."""

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS

ANNA = "Соколова Анна Ильинична"


async def asks(school: School, text: str = "Что такое <форма>?") -> Person:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA, **FACTS)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    await teacher.presses("Всё верно")
    await teacher.presses("Спросить координатора")
    await teacher.says(text)
    return teacher


async def replies(coordinator: Person, text: str) -> None:
    """Opens the only question and answers it."""
    await coordinator.says("/questions")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Ответить")
    await coordinator.says(text)


async def test_no_questions_reads_well(school: School) -> None:
    await school.cast.coordinator.says("/questions")
    school.cast.coordinator.sees("Вопросов без ответа нет")


async def test_a_question_comes_with_its_place_and_no_answers(school: School) -> None:
    coordinator = school.cast.coordinator
    await asks(school)
    await coordinator.says("/questions")
    coordinator.sees("ждут ответа: 1", "Соколова А. И.", "Что такое")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("О вопросе анкеты: «Нужен ли вам наставник", "Ответить")
    coordinator.does_not_see("Физика")


async def test_the_reply_reaches_the_teacher_and_the_question_leaves_the_list(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await asks(school)
    await coordinator.says("/questions")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Ответить")
    coordinator.sees("Что такое", "Напишите ответ одним сообщением")
    await coordinator.says("Это способ встреч")
    coordinator.sees("Ответ отправлен")
    teacher.sees("Координатор отвечает", "Это способ встреч")
    await coordinator.presses("Вопросы")
    coordinator.sees("Вопросов без ответа нет")


async def test_the_reply_stays_to_be_read_when_the_teacher_goes_on(school: School) -> None:
    teacher = await asks(school)
    await replies(school.cast.coordinator, "Это способ встреч")
    await teacher.presses("Продолжить")
    teacher.sees("Нужен ли вам наставник")
    assert any("Это способ встреч" in message.text for message in teacher.messages)


async def test_answered_by_another_meanwhile_it_says_so(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await asks(school)
    await coordinator.says("/questions")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Ответить")
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE question SET reply = 'Первый ответ', replied_at = '2026-09-08T09:00:00.000000Z'")
    await coordinator.says("Второй ответ")
    coordinator.sees("На этот вопрос уже ответили")
    teacher.was_never_told("Второй ответ")
    (question_id,) = await school.cast.bot.fetch(int, "SELECT id FROM question")
    await coordinator.presses_data(f"g:qstr:{question_id}:0")
    coordinator.sees("На этот вопрос уже ответили", "Первый ответ")


async def test_the_question_of_who_withdrew_is_hidden_at_once(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await asks(school)
    await coordinator.says("/questions")
    await teacher.says("/settings")
    if "Отозвать согласие" not in teacher.buttons:
        await teacher.presses("Продолжить позже")
        await teacher.presses("Меню")
        await teacher.presses("Мои данные")
    await teacher.presses("Отозвать согласие")
    await teacher.presses("Отозвать согласие")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Этого вопроса больше нет")
    await coordinator.says("/questions")
    coordinator.sees("Вопросов без ответа нет")


async def test_many_questions_turn_by_pages(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await school.brings_in(teacher, ANNA)
    for number in range(7):
        await teacher.presses("Спросить координатора")
        await teacher.says(f"Вопрос {number}: {'очень ' * 60}длинный")
    await coordinator.says("/questions")
    coordinator.sees("ждут ответа: 7", "Страница 1 из 2", "Вопрос 0")
    assert len(coordinator.screen.text) < 1200
    await coordinator.presses("Ещё")
    coordinator.sees("Вопрос 6")


async def test_two_questions_of_one_person_do_not_make_namesakes(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    for question in ("Когда начнём?", "Кто видит ответы?"):
        await cast.teacher.presses("Спросить координатора")
        await cast.teacher.says(question)
    await cast.coordinator.says("/questions")
    assert cast.coordinator.buttons[:2] == ["Соколова А. И.", "Соколова А. И."]
    await school.brings_in(cast.colleague, "Соколова Алла Игоревна")
    await cast.colleague.presses("Спросить координатора")
    await cast.colleague.says("Где собираемся?")
    await cast.coordinator.says("/questions")
    assert cast.coordinator.buttons[:3] == [ANNA, ANNA, "Соколова Алла Игоревна"]
