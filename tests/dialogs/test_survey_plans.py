"""Surveys by the roadmap's days: opened by the bot when it was told to, else the coordinator is reminded."""

from datetime import UTC, datetime

from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import hands_in
from tests.dialogs.rounds import AFTER, MEETING, opens_card, people

ANNA = "Соколова Анна Ильинична"
START, REVIEW = "Старт: взгляд наставляемого", "Самоанализ программы (куратор)"
ASKED = "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NOT NULL AND form_key = 'mon_start_mentee'"


async def at(school: School, year: int, month: int, day: int, hour: int = 14) -> None:
    school.cast.bot.clock.to(datetime(year, month, day, hour - 3, 5, tzinfo=UTC))
    await school.cast.bot.tick()


async def leaves_to_the_bot(school: School, title: str, way: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    for label in ("Когда опросы года", title, way):
        await coordinator.presses(label)


async def test_of_days_that_nobody_has_confirmed_nothing_follows(school: School) -> None:
    await hands_in(school, school.cast.teacher, ANNA)
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Когда опросы года")
    coordinator.sees(f"{START}: срок не подтверждён")
    await coordinator.presses(START)
    coordinator.sees("Подтвердите её даты", "К срокам дорожной карты")
    await at(school, 2026, 10, 1)
    assert await school.cast.bot.fetch(int, ASKED) == [0]


async def test_the_coordinators_own_survey_says_whose_consent_it_waits_for(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await coordinator.says("/forms")
    await coordinator.presses("Когда опросы года")
    await coordinator.presses(REVIEW)
    coordinator.sees("отвечают те, кто ведёт программу", "«Для меня как педагога»")


async def test_the_bot_opens_what_was_left_to_it_on_its_day_for_the_people_of_the_bank(school: School) -> None:
    await confirms_dates(school.cast.coordinator)
    await hands_in(school, school.cast.teacher, ANNA)
    await leaves_to_the_bot(school, START, "Бот, ответы с именами")
    school.cast.coordinator.sees("Записано", "бот, в этот день, ответы с именами")
    await at(school, 2026, 9, 30)
    assert await school.cast.bot.fetch(int, ASKED) == [0]
    await at(school, 2026, 10, 1)
    school.cast.teacher.sees(f"приглашает ответить на анкету «{START}»")
    await at(school, 2026, 10, 2)
    assert await school.cast.bot.fetch(int, ASKED) == [1]


async def test_what_the_coordinator_opens_is_reminded_of_on_its_day_with_the_button(school: School) -> None:
    await confirms_dates(school.cast.coordinator)
    await hands_in(school, school.cast.teacher, ANNA)
    await at(school, 2026, 10, 1)
    coordinator = school.cast.coordinator
    coordinator.sees(f"Пора открыть анкету «{START}»", "В банке: 1 человек")
    await coordinator.presses(f"Пригласить: {START}")
    coordinator.sees("☐ Соколова А. И.")
    assert await school.cast.bot.fetch(int, ASKED) == [0]


async def test_who_answered_another_survey_lately_is_asked_when_two_weeks_have_passed(school: School) -> None:
    await confirms_dates(school.cast.coordinator)
    await people(school, 1, asked_for_support=True)
    await leaves_to_the_bot(school, START, "Бот, ответы с именами")
    await at(school, 2026, 9, 25)
    await asks_the_meeting(school)
    await at(school, 2026, 10, 1)
    assert await school.cast.bot.fetch(int, ASKED) == [0]
    await at(school, 2026, 10, 12)
    assert await school.cast.bot.fetch(int, ASKED) == [1]


async def asks_the_meeting(school: School) -> None:
    """Three are asked without names, one of them of the bank."""
    await people(school, 2, first=1)
    coordinator = await opens_card(school, MEETING)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (3)", "Дальше (3)", "Ответы без имён"):
        await coordinator.presses(label)
    await coordinator.presses("Пригласить, показать от 3 ответов")


async def test_a_coordinator_cannot_ask_twice_in_two_weeks_either(school: School) -> None:
    await people(school, 1, asked_for_support=True)
    await asks_the_meeting(school)
    coordinator = await opens_card(school, START)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (1)", "Дальше (1)"):
        await coordinator.presses(label)
    coordinator.sees("Недавно приглашены на другую анкету: 1 человек", "проходит 14 дней")
    assert not any(label.startswith("Отправить") for label in coordinator.buttons)


async def test_in_the_weeks_of_exams_nobody_is_asked(school: School) -> None:
    await people(school, 1, asked_for_support=True)
    await at(school, 2027, 5, 26)
    coordinator = await opens_card(school, AFTER)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (1)", "Дальше (1)"):
        await coordinator.presses(label)
    coordinator.sees("С 25 мая по 30 июня анкеты не рассылаются")
    assert not any(label.startswith("Отправить") for label in coordinator.buttons)


async def test_the_end_may_be_left_to_the_bot_without_names_and_waits_for_enough_people(school: School) -> None:
    await confirms_dates(school.cast.coordinator)
    await people(school, 2, asked_for_support=True)
    await leaves_to_the_bot(school, AFTER, "Бот, без имён, от 3 ответов")
    await at(school, 2027, 4, 20)
    asked = "SELECT COUNT(*) FROM survey"
    assert await school.cast.bot.fetch(int, asked) == [0]
    school.cast.coordinator.sees(f"Пора открыть анкету «{AFTER}»")
    await people(school, 1, first=2, asked_for_support=True)
    await at(school, 2027, 4, 21)
    assert await school.cast.bot.fetch(int, asked) == [1]
