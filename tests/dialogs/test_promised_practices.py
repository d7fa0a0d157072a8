"""A mentor has said in the last survey that there is something to share: a card begins with these words, by a press."""

from mentoring.rules.questionnaire import Value
from tests.conftest import School
from tests.dialogs.answered import handed_in
from tests.dialogs.practising import ANNA, GOES, NAMED, TITLE, opens_library

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
