"""Answers without names, disturbed: pressed again, typed late, dead in between; one answer, and the chat is clean."""

from tests.conftest import School
from tests.dialogs.ringing import at
from tests.dialogs.rounds import SHORT, answer, asked, rounds, said


async def test_send_pressed_twice_and_on_the_old_message_is_one_answer_and_thanks_stay(school: School) -> None:
    anna, *_ = await asked(school)
    for label in ("Ответить", "Начать", *SHORT):
        await anna.presses(label)
    summary = anna.screen
    await anna.presses("Отправить", times=2)
    anna.sees("Спасибо! Ответы приняты без вашего имени")
    await anna.presses_old(summary, "Отправить")
    anna.sees("Спасибо! Ответы приняты без вашего имени")
    assert anna.toast == "Уже отправлено"
    assert await rounds(school.cast.bot) == [(3, 1, 1)]
    assert await said(school.cast.bot, "useful") == 1


async def test_an_old_question_pressed_after_sending_changes_nothing_and_shows_nothing(school: School) -> None:
    anna, *_ = await asked(school)
    await anna.presses("Ответить")
    await anna.presses("Начать")
    question = anna.screen
    for label in (*SHORT, "Отправить"):
        await anna.presses(label)
    await anna.presses_old(question, "3")
    anna.sees("Спасибо! Ответы приняты без вашего имени")
    anna.does_not_see("Проверьте ответы", "уже ответили")
    values = await school.cast.bot.fetch(str, "SELECT value FROM anonymous_answer WHERE question = 'useful'")
    assert values == ["9"]


async def test_the_invitation_pressed_after_sending_says_that_it_is_answered(school: School) -> None:
    anna, *_ = await asked(school)
    invitation = anna.screen
    await answer(anna)
    await anna.presses_old(invitation, "Ответить")
    anna.sees("Вы уже ответили на эту анкету, спасибо")
    assert await rounds(school.cast.bot) == [(3, 1, 1)]


async def test_dead_between_taking_part_and_the_thanks_it_is_counted_once_and_the_chat_is_clean(school: School) -> None:
    anna, *_ = await asked(school)
    bot = school.cast.bot
    for label in ("Ответить", "Начать", "9", "8", "Возможно"):
        await anna.presses(label)
    await anna.says("Приём с таймером")
    await anna.presses("Пропустить")
    send = next(button.data for button in anna.screen.buttons if button.label == "Отправить")
    bot.world.press_data(anna.user_id, anna.screen.id, send or "")
    await bot.machine.intake.poll(timeout=0)
    await bot.machine.lanes.work()
    await bot.restart()
    anna.sees("Проверьте ответы")
    await anna.waits()
    in_chat = [message.text for message in bot.world.chat(anna.user_id).visible]
    assert in_chat[-1].startswith("Спасибо! Ответы приняты")
    assert not any("таймером" in text for text in in_chat)
    assert await rounds(bot) == [(3, 1, 1)]


async def test_what_was_typed_before_two_days_of_darkness_the_person_is_asked_to_delete(school: School) -> None:
    """Telegram lets nobody but its author delete an old message."""
    anna, *_ = await asked(school)
    bot = school.cast.bot
    for label in ("Ответить", "Начать", "9", "8", "Возможно"):
        await anna.presses(label)
    bot.world.say(anna.user_id, "Приём с таймером")
    await bot.machine.intake.poll(timeout=0)
    await bot.restart()
    bot.clock.move(hours=49)
    await anna.waits()
    anna.sees("Удалите, пожалуйста, своё сообщение сами")


async def test_what_is_typed_after_a_night_is_said_back_before_it_leaves_the_chat(school: School) -> None:
    """After a long silence nothing is taken for an answer; the words are not lost with it."""
    anna, *_ = await asked(school)
    for label in ("Ответить", "Начать", "9", "8", "Возможно"):
        await anna.presses(label)
    await at(school.cast, 9, 10)
    await anna.says("Приём с таймером")
    anna.sees("Вы остановились на 4 из 5", "Вы написали: Приём с таймером")
    own = [each.text for each in school.cast.bot.world.chat(anna.user_id).visible if not each.from_bot]
    assert "Приём с таймером" not in own
