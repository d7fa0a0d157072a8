"""What a dialog must never let through: other people's runs, skipped musts, hidden answers, answers after silence."""

from storage.runs import Answer
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Львович"


async def answers(school: School) -> dict[str, str | None]:
    rows = await school.cast.bot.fetch(Answer, "SELECT question, value FROM answer")
    return {row.question: row.value for row in rows}


async def begins(school: School) -> Person:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA, **FACTS)
    for label in ("Заполнить запрос", "Начать", "Всё верно"):
        await teacher.presses(label)
    return teacher


async def run_and_step(school: School) -> tuple[int, int]:
    (run_id,) = await school.cast.bot.fetch(int, "SELECT id FROM form_run WHERE form_key = 'needs'")
    (step,) = await school.cast.bot.fetch(int, "SELECT step FROM form_run WHERE form_key = 'needs'")
    return run_id, step


async def test_nobody_answers_for_another(school: School) -> None:
    await begins(school)
    colleague = school.cast.colleague
    await school.brings_in(colleague, IGOR)
    run_id, step = await run_and_step(school)
    await colleague.presses_data(f"t:{run_id}:{step}:3:pk:decline")
    colleague.sees("Этой анкеты больше нет")
    await school.cast.coordinator.presses_data(f"t:{run_id}:{step}:3:pk:decline")
    school.cast.coordinator.sees("Этой анкеты больше нет")
    assert "want_mentor" not in await answers(school)


async def test_a_question_that_must_be_answered_is_not_skipped_by_a_forged_press(school: School) -> None:
    teacher = await begins(school)
    run_id, step = await run_and_step(school)
    await teacher.presses_data(f"t:{run_id}:{step}:3:sk:")
    teacher.sees("Нужен ли вам наставник")
    assert "want_mentor" not in await answers(school)


async def test_what_a_change_has_hidden_is_not_kept_after_sending(school: School) -> None:
    teacher = await begins(school)
    for label in ("Да, по одному", "☐ Урок и методика", "Готово", "☐ После уроков", "Готово", "Пока нет"):
        await teacher.presses(label)
    await teacher.presses("Изменить 4")
    await teacher.presses("Нет")
    await teacher.presses("Не хочу отвечать")
    await teacher.presses("Отправить")
    teacher.sees("Отправлено")
    assert {"areas", "time"}.isdisjoint(await answers(school))


async def test_an_old_button_after_a_long_silence_is_greeted(school: School) -> None:
    teacher = await begins(school)
    old = teacher.screen
    await teacher.presses("Да, по одному")
    school.cast.bot.clock.move(days=21)
    await teacher.presses_old(old, "Нет")
    teacher.sees("Вы остановились на 5 из")
    assert (await answers(school))["want_mentor"] == '"short"'


async def test_a_draft_ends_with_the_consent(school: School) -> None:
    teacher = await begins(school)
    await teacher.says("мои данные")
    await teacher.presses("Отозвать согласие")
    await teacher.presses("Отозвать согласие")
    assert await school.cast.bot.fetch(str, "SELECT state FROM form_run WHERE form_key = 'needs'") == ["abandoned"]


async def test_a_coordinator_reads_no_draft_by_its_number(school: School) -> None:
    await begins(school)
    run_id, _ = await run_and_step(school)
    coordinator = school.cast.coordinator
    await coordinator.presses_data(f"g:bnke:{run_id}:0")
    coordinator.does_not_see("Физика", "Нужен ли вам наставник")


async def test_who_blocks_the_bot_is_noted_and_comes_back_by_unblocking(school: School) -> None:
    teacher = await begins(school)
    world = school.cast.bot.world
    world.block(teacher.user_id)
    await teacher.waits()
    assert await school.cast.bot.fetch(int, "SELECT reachable FROM account ORDER BY id") == [1, 0]
    world.unblock(teacher.user_id)
    await teacher.waits()
    assert await school.cast.bot.fetch(int, "SELECT reachable FROM account ORDER BY id") == [1, 1]
