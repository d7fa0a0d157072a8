"""One reminder, inside the window, to those who have not begun and those who stopped."""

from datetime import UTC, date, datetime

import pytest

from storage import activities
from tests.cast import Cast, Person
from tests.conftest import School, member_of

NAME = "Соколова Анна Ильинична"
FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y11"}


async def confirms_dates(school: School, due_on: date = date(2026, 9, 15)) -> None:
    bot = school.cast.bot
    coordinator = (await member_of(bot, school.cast.coordinator)).member
    assert coordinator is not None
    async with bot.machine.database.write() as tx:
        await activities.confirm(
            tx,
            school_id=school.id,
            school_year=2026,
            key="a2_requests",
            due_on=due_on,
            by=coordinator.person_id,
            now=bot.clock.now(),
        )


async def at(cast: Cast, day: int, hour: int) -> None:
    """The alarm clock rings on that day of September, at that hour of Moscow."""
    cast.bot.clock.to(datetime(2026, 9, day, hour - 3, 5, tzinfo=UTC))
    await cast.bot.tick()


def reminded(person: Person) -> int:
    return sum("3 минуты" in message.text and "собирает запросы" in message.text for message in person.messages)


async def test_who_has_not_begun_is_reminded_once_inside_the_window(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await confirms_dates(school)
    await at(school.cast, 10, 13)
    assert reminded(teacher) == 0
    await at(school.cast, 10, 14)
    assert reminded(teacher) == 1
    for day in (10, 11, 14, 15, 16):
        await at(school.cast, day, 15)
    assert reminded(teacher) == 1
    await teacher.presses("Начать")
    teacher.sees("Профессиональные запросы педагога")


async def test_who_stopped_is_told_how_much_is_left_and_comes_back_to_the_place(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME, **FACTS)
    await confirms_dates(school)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    await teacher.presses("Всё верно")
    await at(school.cast, 11, 14)
    teacher.sees("Осталось 4 вопроса", "Продолжить?")
    await teacher.presses("Продолжить")
    teacher.sees("Вы остановились на 4 из 7")


async def test_nothing_is_reminded_of_before_the_dates_are_confirmed(school: School) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    await at(school.cast, 11, 15)
    assert reminded(school.cast.teacher) == 0


@pytest.mark.parametrize("day", [12, 13])
async def test_nobody_is_reminded_at_the_weekend(school: School, day: int) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school)
    await at(school.cast, day, 15)
    assert reminded(school.cast.teacher) == 0


async def test_no_reminder_without_leave_after_a_pause_or_after_the_request(school: School) -> None:
    cast = school.cast
    for person, name in ((cast.teacher, NAME), (cast.colleague, "Рябинин Игорь Львович")):
        await school.brings_in(person, name)
    await confirms_dates(school)
    await cast.teacher.says("стоп")
    await cast.colleague.presses("Не беспокоить до")
    await cast.colleague.says("20.09.2026")
    cast.colleague.sees("до 20.09.2026 бот не напоминает")
    await at(cast, 11, 15)
    assert reminded(cast.teacher) == reminded(cast.colleague) == 0


async def test_a_reminder_planned_before_the_stop_is_not_sent_after_it(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await confirms_dates(school)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))
    await bot.machine.ticks.plan()
    await teacher.says("стоп")
    assert reminded(teacher) == 0


async def test_after_three_days_off_one_reminder_comes_and_nothing_stale(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await confirms_dates(school)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))
    await bot.machine.ticks.plan()
    bot.clock.to(datetime(2026, 9, 14, 12, 0, tzinfo=UTC))
    await bot.restart()
    await teacher.waits()
    assert reminded(teacher) == 0
    await bot.tick()
    assert reminded(teacher) == 1
    assert await bot.fetch(str, "SELECT state FROM outbox WHERE kind = 'begin'") == ["sent"]
