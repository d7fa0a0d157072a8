"""Ten working days without a pair: the person is told once and plainly, the coordinator then and every month."""

from datetime import UTC, datetime

from tests.conftest import School
from tests.dialogs.gathering import at
from tests.dialogs.pairing import agreed
from tests.dialogs.waiting import alone, days_pass, opens_queue, tick

TOLD = "Наставник для вас пока не нашёлся, поиск продолжается."
OVER = "Работа с прежним наставником завершена."


async def test_whoever_waits_ten_working_days_is_told_once(school: School) -> None:
    await alone(school)
    teacher = school.cast.teacher
    await days_pass(school.cast, 13)
    teacher.was_never_told(TOLD)
    await days_pass(school.cast, 1)
    teacher.sees(TOLD)
    await teacher.presses("Пока идёт поиск")
    teacher.sees("Вы ждёте 10 учебных дней", "Искать дальше", "Не искать")
    await days_pass(school.cast, 40)
    assert teacher.heard.count(TOLD) == 1


async def test_whoever_paused_at_that_time_is_told_when_the_pause_is_over(school: School) -> None:
    await alone(school)
    await school.cast.teacher.says("не беспокоить")
    await school.cast.teacher.says("15.10.2026")
    await days_pass(school.cast, 36)
    school.cast.teacher.was_never_told(TOLD)
    await days_pass(school.cast, 1)
    school.cast.teacher.sees(TOLD)


async def test_whose_mentor_has_left_is_told_calmly_the_next_working_day_once(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("Моя пара")
    for _ in range(2):
        await cast.colleague.presses("Прекратить наставничество")
    heard = []
    for day in (14, 15, 16, 17):
        await at(cast, 9, day, 15)
        heard.append(cast.teacher.heard.count(OVER))
    assert heard == [0, 1, 1, 1]
    cast.teacher.sees("Ваш запрос остаётся в силе")
    cast.teacher.was_never_told("прекра", "Рябинин И. О. завер")
    await cast.teacher.presses("Пока идёт поиск")
    cast.teacher.sees("Искать дальше", "Не искать")


async def test_whoever_has_left_the_queue_is_told_nothing(school: School) -> None:
    await alone(school)
    await school.cast.teacher.says("/menu")
    await school.cast.teacher.presses("Пока идёт поиск")
    await school.cast.teacher.presses("Не искать")
    await days_pass(school.cast, 20)
    school.cast.teacher.was_never_told(TOLD)


async def test_the_coordinator_hears_of_long_waits_at_once_and_then_every_month(school: School) -> None:
    await alone(school)
    coordinator = school.cast.coordinator
    said = "Без пары дольше 10 рабочих дней: 1 человек, дольше всех"
    await days_pass(school.cast, 13)
    await coordinator.says("/today")
    coordinator.does_not_see("Без пары дольше")
    await days_pass(school.cast, 1)
    assert told(school, said) == ["2026-09-22"]
    await days_pass(school.cast, 100)
    assert [day[:7] for day in told(school, said)] == ["2026-09", "2026-10", "2026-11", "2026-12"]


async def test_after_half_a_year_they_are_still_in_the_queue(school: School) -> None:
    await alone(school)
    for month in (10, 11, 12):
        await tick(school.cast, datetime(2026, month, 15, 12, 5, tzinfo=UTC))
    for month in (1, 2, 3):
        await tick(school.cast, datetime(2027, month, 15, 12, 5, tzinfo=UTC))
    await opens_queue(school.cast.coordinator)
    school.cast.coordinator.sees("Ждут наставника: 1 человек, дольше всех")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM queue_exit") == [0]


async def test_the_week_of_the_coordinator_has_the_queue_with_the_longest_wait(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 7)
    await school.cast.coordinator.says("/today")
    school.cast.coordinator.sees("Ждут наставника без пары: 1 человек, дольше всех 5 учебных дней")


async def test_trouble_that_somebody_types_goes_to_the_coordinator_alone_and_is_judged_by_nobody(
    school: School,
) -> None:
    await alone(school)
    teacher = school.cast.teacher
    await teacher.says("/menu")
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Спросить координатора")
    await teacher.says("плохо, не справляюсь")
    teacher.sees("Вопрос передан координатору")
    assert await school.cast.bot.fetch(str, "SELECT text FROM question") == ["плохо, не справляюсь"]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [0]
    assert await school.cast.bot.fetch(str, "SELECT body FROM outbox WHERE body LIKE '%справляюсь%'") == []


def told(school: School, words: str) -> list[str]:
    """The days on which the coordinator's day message had them: it has a button to put it off."""
    coordinator = school.cast.coordinator
    return [
        f"{message.date:%Y-%m-%d}"
        for message in coordinator.messages
        if words in message.text and any(button.label == "Отложить" for button in message.buttons)
    ]
