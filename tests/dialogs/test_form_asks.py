"""Asked to answer the mentor questionnaire: the invitation, two reminders, and silence to whoever has answered."""

from datetime import UTC, date, datetime

import pytest

from mentoring import notices
from mentoring.notices import Notice
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.inviting import confirms_survey, invites
from tests.dialogs.offering import YES, refuses, says_yes
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Олегович"
INVITED = "Координатор приглашает ответить на анкету возможного наставника. Это добровольно и займёт 4 минуты"
WAITS = "Анкета возможного наставника ждёт ответа до 22 сентября"


async def asks(school: School) -> Person:
    """On Tuesday the 8th, with two weeks to answer."""
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await invites(school.cast.coordinator, "Соколова А. И.")
    return school.cast.teacher


def heard(person: Person, text: str) -> int:
    return sum(text in message.text for message in person.messages)


async def test_the_invitation_comes_inside_the_window_and_is_voluntary(school: School) -> None:
    teacher = await asks(school)
    assert heard(teacher, INVITED) == 0
    await at(school.cast, 8, 14)
    teacher.sees(INVITED, "отказаться можно прямо в анкете", "до 22 сентября", "Ответить", "Не сейчас, через неделю")
    await teacher.presses("Ответить")
    teacher.sees("Анкета возможного наставника", "Начать")


async def test_the_menu_says_until_when_and_stops_saying_it_with_the_answer(school: School) -> None:
    teacher = await asks(school)
    await teacher.says("меню")
    teacher.sees("приглашает ответить на анкету возможного наставника, можно до 22 сентября", "Это добровольно")
    await teacher.presses("Анкета наставника")
    await teacher.presses("Начать")
    await says_yes(teacher)
    await teacher.presses("Меню")
    teacher.does_not_see("приглашает")


async def test_whoever_is_silent_is_reminded_on_the_fourth_day_and_on_the_last_one(school: School) -> None:
    teacher = await asks(school)
    told = []
    for day in (8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25):
        before = heard(teacher, INVITED) + heard(teacher, WAITS)
        await at(school.cast, day, 15)
        if heard(teacher, INVITED) + heard(teacher, WAITS) > before:
            told.append(day)
    assert told == [8, 14, 21]
    assert heard(teacher, INVITED) == 1


async def test_whoever_stopped_in_the_middle_is_told_how_much_is_left(school: School) -> None:
    teacher = await asks(school)
    await at(school.cast, 8, 14)
    for label in ("Ответить", "Начать", YES, "Всё верно"):
        await teacher.presses(label)
    await at(school.cast, 14, 14)
    teacher.sees("Анкета возможного наставника: осталось 8 вопросов", "Ответить можно до 22 сентября. Продолжить?")
    await teacher.presses("Продолжить")
    teacher.sees("Вы остановились на 5 из 12")


@pytest.mark.parametrize("ready", ["Нет", "Возможно, позже"])
async def test_whoever_refused_hears_no_more(school: School, ready: str) -> None:
    teacher = await asks(school)
    await at(school.cast, 8, 14)
    for label in ("Ответить", "Начать", ready, "Не хочу отвечать", "Отправить"):
        await teacher.presses(label)
    for day in (11, 14, 15, 18, 21, 22):
        await at(school.cast, day, 15)
    assert heard(teacher, WAITS) == 0
    await school.cast.coordinator.says("/mentors")
    school.cast.coordinator.sees("Приглашены: 1, без ответа: 0")


async def test_whoever_answered_or_took_it_back_hears_no_more(school: School) -> None:
    teacher = await asks(school)
    await at(school.cast, 8, 14)
    await teacher.presses("Ответить")
    await teacher.presses("Начать")
    await says_yes(teacher)
    await at(school.cast, 14, 15)
    for label in ("Меню", "Мои данные", "Отозвать анкету наставника", "Отозвать анкету наставника"):
        await teacher.presses(label)
    await at(school.cast, 21, 15)
    assert heard(teacher, WAITS) == 0
    await school.cast.coordinator.says("/mentors")
    school.cast.coordinator.sees("Приглашены: 1, без ответа: 0")


async def test_who_said_stop_or_paused_is_not_reminded(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.colleague, IGOR, **FACTS)
    teacher = await asks(school)
    await invites(cast.coordinator, "Рябинин И. О.")
    await at(cast, 8, 14)
    await teacher.says("стоп")
    await cast.colleague.presses("Не сейчас, через неделю")
    for day in (14, 15):
        await at(cast, day, 14)
    assert heard(teacher, WAITS) == 0
    assert heard(cast.colleague, WAITS) == 1  # the week is over on the 15th


async def test_an_invitation_waits_for_the_day_after_another_message(school: School) -> None:
    person_id = await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 8, 11, 30, tzinfo=UTC))
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        await notices.tell(tx, Notice.NUDGE, person_id, key="nudge:1", due_at=now, now=now)
    await invites(school.cast.coordinator, "Соколова А. И.")
    school.cast.coordinator.sees("Пока без сообщения")
    await at(school.cast, 8, 17)
    assert heard(school.cast.teacher, INVITED) == 0
    await at(school.cast, 9, 14)
    assert heard(school.cast.teacher, INVITED) == 1


async def test_three_messages_a_week_hold_for_reminders_too(school: School) -> None:
    teacher = await asks(school)
    await at(school.cast, 8, 14)
    bot = school.cast.bot
    (person_id,) = await bot.fetch(int, "SELECT person_id FROM form_ask")
    for day in (9, 10):
        bot.clock.to(datetime(2026, 9, day, 11, 30, tzinfo=UTC))
        async with bot.machine.database.write() as tx:
            now = bot.clock.now()
            await notices.tell(tx, Notice.NUDGE, person_id, key=f"nudge:{day}", due_at=now, now=now)
        await teacher.waits()
    await at(school.cast, 14, 14)
    assert heard(teacher, WAITS) == 0
    await at(school.cast, 15, 15)
    assert heard(teacher, WAITS) == 1


async def test_whoever_comes_into_the_bot_later_is_invited_then(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists(ANNA)
    await invites(cast.coordinator, "Соколова А. И.")
    cast.coordinator.sees("приглашения отмечены")
    await at(cast, 8, 14)
    await cast.teacher.starts((await school.invites(person_id)).token)
    await cast.teacher.presses("Согласен(на)")
    await cast.teacher.presses("Да, можно напоминать")
    cast.teacher.sees("приглашает ответить на анкету возможного наставника")
    await at(cast, 9, 14)
    assert heard(cast.teacher, INVITED) == 1


async def test_whoever_began_between_the_asking_and_the_message_is_not_invited_to_begin(school: School) -> None:
    teacher = await asks(school)
    for label in ("Меню", "Анкета наставника", "Начать", YES, "Продолжить позже"):
        await (teacher.says("меню") if label == "Меню" else teacher.presses(label))
    await at(school.cast, 8, 14)
    assert heard(teacher, INVITED) == 0
    teacher.sees("Анкета возможного наставника: осталось")


async def test_a_refusal_that_is_asked_again_gets_one_word_and_no_reminders(school: School) -> None:
    cast = school.cast
    await refuses(school, cast.teacher, ANNA)
    await invites(cast.coordinator, "Соколова А. И. · ответ: нет")
    await at(cast, 8, 14)
    cast.teacher.sees("не изменилось ли ваше решение", "Если нет, делать ничего не нужно", "Посмотреть свой ответ")
    for day in (14, 15, 21, 22):
        await at(cast, day, 15)
    assert heard(cast.teacher, WAITS) == 0
    await cast.teacher.presses("Посмотреть свой ответ")
    cast.teacher.sees("Готовность быть наставником: нет", "Изменить ответ")


async def test_a_refusal_that_became_a_yes_before_the_message_is_not_asked_again(school: School) -> None:
    cast = school.cast
    await refuses(school, cast.teacher, ANNA)
    await invites(cast.coordinator, "Соколова А. И. · ответ: нет")
    for label in ("Посмотреть и изменить", "Изменить 1", "Да, для разовых консультаций"):
        await cast.teacher.presses(label)
    await at(cast, 8, 14)
    assert heard(cast.teacher, "не изменилось ли ваше решение") == 0


async def test_after_days_without_the_bot_one_invitation_comes_and_nothing_stale(school: School) -> None:
    teacher = await asks(school)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))
    await bot.restart()
    await teacher.waits()
    assert heard(teacher, INVITED) == 0
    await bot.tick()
    assert heard(teacher, INVITED) == 1
    for day in (14, 15, 16):
        await at(school.cast, day, 15)
    assert heard(teacher, WAITS) == 0
    await at(school.cast, 17, 15)  # the fourth working day after the message that did come
    assert heard(teacher, WAITS) == 1


async def test_the_next_school_year_begins_with_nobody_asked(school: School) -> None:
    teacher = await asks(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET school_year = 2027")
    await school.cast.coordinator.says("/mentors")
    school.cast.coordinator.sees("Никого ещё не приглашали")
    await at(school.cast, 8, 14)
    assert heard(teacher, INVITED) == 0


async def test_after_the_day_to_answer_by_nothing_is_said(school: School) -> None:
    teacher = await asks(school)
    for day in (23, 24):
        await at(school.cast, day, 15)
    assert heard(teacher, INVITED) == heard(teacher, WAITS) == 0


async def test_a_planned_reminder_is_dropped_when_the_answer_comes_first(school: School) -> None:
    teacher = await asks(school)
    await at(school.cast, 8, 14)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 14, 11, 5, tzinfo=UTC))
    await bot.machine.ticks.plan()
    async with bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place,
                                     source, started_at, touched_at, submitted_at)
               SELECT school_id, person_id, person_id, 'mentor_profile', 1, 'submitted', 'core', 'SUMMARY', 'tap',
                      :now, :now, :now FROM form_ask""",
            now=bot.clock.now(),
        )
    await teacher.waits()
    assert heard(teacher, WAITS) == 0


async def test_the_coordinator_reminds_those_who_are_silent(school: School) -> None:
    cast = school.cast
    await school.lists(IGOR)
    teacher = await asks(school)
    await invites(cast.coordinator, "Рябинин И. О.")
    await at(cast, 8, 14)
    cast.bot.clock.to(datetime(2026, 9, 9, 12, 0, tzinfo=UTC))
    await cast.coordinator.says("/mentors")
    await cast.coordinator.presses("Кто не ответил (2)")
    cast.coordinator.sees("2 из 2", "Соколова А. И.: анкета не начата", "Рябинин И. О.: ещё не в боте")
    await cast.coordinator.presses("Напомнить")
    cast.coordinator.sees("Отправить напоминание 1 человеку?", "ещё 1 человек")
    await cast.coordinator.presses("Отправить 1 человеку", times=2)
    cast.coordinator.sees("Бот им уже писал или напишет сегодня: 1 человек")
    assert heard(teacher, WAITS) == 1


async def test_a_confirmed_day_of_the_roadmap_is_the_day_to_answer_by(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await confirms_survey(school, date(2026, 9, 18))
    await invites(school.cast.coordinator, "Соколова А. И.")
    assert await school.cast.bot.fetch(str, "SELECT answer_by FROM form_ask") == ["2026-09-18"]
