"""A mentor has said in the last survey that there is something to share: a card begins with these words, by a press."""

from datetime import UTC, datetime

from mentoring.practices import promising
from mentoring.practices.model import SURVEY
from mentoring.rules.questionnaire import Value
from tests.conftest import School
from tests.dialogs.answered import handed_in
from tests.dialogs.gathering import at
from tests.dialogs.practising import ANNA, GOES, NAMED, TITLE, opens_desk, opens_library, sends
from tests.scenes import scene

REMINDER = "есть приём, которым можно поделиться. Карточка займёт"

SAID: dict[str, Value] = {
    "s_ready": 8,
    "s_support": 8,
    "s_meaning": 8,
    "goal_done": 8,
    "satisfied": 8,
    "result": "full",
    "practice": True,
    "next": "rest",
}


async def test_a_practice_of_the_last_survey_becomes_the_start_of_a_card_by_the_authors_press(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    await handed_in(school, person_id, "mon_end_mentor", {**SAID, "practice_text": "Меняемся тетрадями."})
    await opens_library(teacher)
    await teacher.presses("Мои карточки")
    teacher.sees("есть приём, которым можно поделиться. Вы написали: «Меняемся тетрадями.»")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'practice_card'") == [0]
    await teacher.presses("Взять текст из анкеты")
    teacher.sees("уже стоит в ответе «Что делали»", "Как назвать вашу практику?")
    await teacher.says(TITLE)
    await teacher.presses("☐ Урок и методика")
    await teacher.presses("Готово (1)")
    for words in ("Всем", "Мало времени", "Стало легче"):
        await teacher.says(words)
    await teacher.presses("Пропустить")
    await teacher.presses(NAMED)
    await teacher.presses(GOES)
    teacher.sees("Меняемся тетрадями.")
    await teacher.presses("Отправить")
    assert await school.cast.bot.fetch(str, "SELECT done FROM practice_card") == ["Меняемся тетрадями."]
    await teacher.presses("Мои карточки")
    teacher.does_not_see("Взять текст из анкеты", "итоговой анкете")


async def test_nothing_is_offered_to_whoever_promised_nothing(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    await handed_in(school, person_id, "mon_end_mentor", {**SAID, "practice": False})
    await opens_library(teacher)
    await teacher.presses("Мои карточки")
    teacher.does_not_see("Взять текст", "итоговой анкете")


async def test_the_survey_itself_leads_to_a_card_when_it_is_sent(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    run_id = await handed_in(school, person_id, "mon_end_mentor", {**SAID, "practice": False})
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE form_run SET state = 'open' WHERE id = :run_id", run_id=run_id)
    await teacher.presses_data(f"t:{run_id}:0:10:rs:")
    await teacher.presses(next(each for each in teacher.buttons if "Есть приём" in each))
    await teacher.presses("Да")
    while "Отправить" not in teacher.buttons:
        if "Опишите коротко" in teacher.screen.text:
            await teacher.says("Меняемся тетрадями.")
        else:
            await teacher.presses("Пропустить")
    await teacher.presses("Отправить")
    teacher.sees("Из него можно сделать карточку: текст из анкеты бот подставит сам.")
    await teacher.presses("Рассказать о практике")
    teacher.sees("Взять текст из анкеты", "Меняемся тетрадями.")


@scene
async def promises(school: School, day: int = 8, said: Value = True) -> None:
    """Anna has handed in the last survey on this day of September."""
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    await at(school.cast, 9, day, 10)
    await handed_in(school, person_id, SURVEY, {**SAID, "practice": said, "practice_text": "Меняемся тетрадями."})
    await teacher.says("/menu")


async def told(school: School, *days: int) -> list[int]:
    """On which of these days of September the reminder comes."""
    found = []
    for day in days:
        before = school.cast.teacher.heard.count(REMINDER)
        await at(school.cast, 9, day, 14)
        found += [day] * (school.cast.teacher.heard.count(REMINDER) - before)
    return found


async def test_after_a_week_one_reminder_comes_and_leads_to_the_card(school: School) -> None:
    await promises(school)
    assert await told(school, *range(9, 31)) == [15]
    teacher = school.cast.teacher
    teacher.sees("Если передумали, ничего делать не нужно.")
    await teacher.presses("Рассказать о практике")
    teacher.sees("Взять текст из анкеты", "Меняемся тетрадями.")


async def test_nobody_is_reminded_who_promised_nothing_or_has_written_since(school: School) -> None:
    await promises(school, said=False)
    assert await told(school, *range(9, 20)) == []
    person_id = (await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA))[0]
    await at(school.cast, 9, 20, 10)
    await handed_in(school, person_id, SURVEY, SAID)
    await sends(school.cast.teacher)
    assert await told(school, *range(21, 31)) == []


async def test_the_coordinator_reads_of_it_when_the_reminder_has_moved_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await promises(school)
    await told(school, *range(9, 16))
    await coordinator.says("/today")
    coordinator.does_not_see("Обещали")
    await at(school.cast, 9, 16, 10)
    await coordinator.says("/today")
    coordinator.sees("Обещали в анкете карточку практики, её пока нет: 1 человек")
    await opens_desk(coordinator)
    coordinator.sees("Обещали в анкете, карточки пока нет: Соколова А. И.")
    await sends(school.cast.teacher)
    await opens_desk(coordinator)
    coordinator.does_not_see("Обещали")


async def test_whoever_is_not_written_to_is_told_of_to_the_coordinator_alone(school: School) -> None:
    await promises(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE account SET reachable = 0 WHERE external_id = :id_", id_=school.cast.teacher.user_id)
    assert await told(school, *range(9, 20)) == []
    await opens_desk(school.cast.coordinator)
    school.cast.coordinator.sees("Обещали в анкете, карточки пока нет: Соколова А. И.")


async def test_a_promise_of_the_year_before_is_nothing_to_wait_for(school: School) -> None:
    await promises(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET school_year = 2027")
    school.cast.bot.clock.to(datetime(2027, 9, 20, 9, tzinfo=UTC))
    async with school.cast.bot.machine.database.read() as tx:
        assert await promising.late(tx, school.id, school.cast.bot.clock.now()) == ()
    await school.cast.coordinator.says("/today")
    school.cast.coordinator.does_not_see("Обещали")
    await opens_library(school.cast.teacher)
    await school.cast.teacher.presses("Мои карточки")
    school.cast.teacher.does_not_see("Взять текст из анкеты")
