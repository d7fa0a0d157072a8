"""One reminder, inside the window, to those who have not begun and those who stopped."""

from datetime import UTC, date, datetime

import pytest

from mentoring import notices
from mentoring.notices import Notice
from storage import activities
from tests.cast import Person
from tests.conftest import School, member_of
from tests.dialogs.ringing import at
from tests.scenes import scene

NAME = "Соколова Анна Ильинична"
DIGESTS = """SELECT o.state FROM outbox o JOIN person p ON p.id = o.person_id
             WHERE o.kind = 'digest' AND p.full_name = '{}' ORDER BY o.id"""
FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y11"}


@scene
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


def reminded(person: Person) -> int:
    return sum("3 минуты" in message.text and "собирает запросы" in message.text for message in person.messages)


async def test_who_has_not_begun_is_reminded_three_times_inside_the_window_and_no_more(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await confirms_dates(school)
    await at(school.cast, 10, 13)
    assert reminded(teacher) == 0
    await at(school.cast, 10, 14)
    assert reminded(teacher) == 1
    told = []
    for day in (10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25):
        before = reminded(teacher)
        await at(school.cast, day, 15)
        if reminded(teacher) > before:
            told.append(day)
    assert told == [14, 16]
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
    teacher.sees("Профессиональный запрос: осталось 4 вопроса, около 2 минут. Продолжить?")
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


async def test_a_pause_that_is_over_already_is_asked_again_with_its_buttons(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await teacher.presses("Не беспокоить до")
    ready = teacher.buttons
    await teacher.says("01.09.2026")
    teacher.sees("Нужна дата в будущем, например 29.09.2026", "Например: 29.09 или 29 сентября")
    assert teacher.buttons == ready
    assert "До 15.09.2026" in ready


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
    assert await bot.fetch(str, DIGESTS.format(NAME)) == ["dropped", "sent"]


async def told_before(school: School, person_id: int, *days: int) -> None:
    """Notices that the person was sent on these days of September, at 14:30 of Moscow."""
    bot = school.cast.bot
    for day in days:
        moment = datetime(2026, 9, day, 11, 30, tzinfo=UTC)
        bot.clock.to(moment)
        async with bot.machine.database.write() as tx:
            await notices.tell(tx, Notice.NUDGE, person_id, key=f"nudge:{day}", due_at=moment, now=moment)
        await school.cast.teacher.waits()


async def test_one_message_a_day(school: School) -> None:
    person_id = await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school)
    await told_before(school, person_id, 10)
    await at(school.cast, 10, 15)
    assert reminded(school.cast.teacher) == 1
    await at(school.cast, 11, 15)
    assert reminded(school.cast.teacher) == 2


async def test_three_messages_a_week(school: School) -> None:
    person_id = await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school, date(2026, 9, 17))
    await told_before(school, person_id, 9, 10, 11)
    for day in (14, 15):
        await at(school.cast, day, 15)
    assert reminded(school.cast.teacher) == 3
    await at(school.cast, 16, 15)
    assert reminded(school.cast.teacher) == 4


async def test_a_message_whose_fate_is_unknown_counts(school: School) -> None:
    person_id = await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school)
    await told_before(school, person_id, 10)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'unknown' WHERE kind = 'nudge'")
    await at(school.cast, 10, 15)
    assert reminded(school.cast.teacher) == 1


async def test_nobody_is_reminded_on_the_day_when_they_were_here(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME, **FACTS)
    await confirms_dates(school)
    school.cast.bot.clock.to(datetime(2026, 9, 11, 7, 0, tzinfo=UTC))
    for label in ("Заполнить запрос", "Начать", "Всё верно"):
        await teacher.presses(label)
    await at(school.cast, 11, 15)
    teacher.does_not_see("Продолжить?")
    await at(school.cast, 14, 15)
    teacher.sees("Продолжить?")


async def test_the_window_ends_at_six_in_the_evening(school: School) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school)
    await at(school.cast, 11, 18)
    assert reminded(school.cast.teacher) == 0
    await at(school.cast, 11, 17)
    assert reminded(school.cast.teacher) == 1


async def test_nobody_is_reminded_in_the_summer_leave(school: School) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    await confirms_dates(school, date(2027, 6, 30))
    bot = school.cast.bot
    for moment in (datetime(2027, 6, 25, 12, 0, tzinfo=UTC), datetime(2027, 8, 19, 12, 0, tzinfo=UTC)):
        bot.clock.to(moment)
        await bot.tick()
    assert reminded(school.cast.teacher) == 0


async def test_a_notice_planned_before_a_pause_is_not_sent_during_it(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await confirms_dates(school)
    bot = school.cast.bot
    bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))
    await bot.machine.ticks.plan()
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET paused_until = '2026-09-20' WHERE full_name = :name", name=NAME)
    await teacher.waits()
    assert reminded(teacher) == 0
    assert await bot.fetch(str, DIGESTS.format(NAME)) == ["dropped"]
