"""J4: from the coordinator's ticks to the mentor bank, told plainly and with a crash around every update."""

from datetime import UTC, datetime

from tests.cast import Cast
from tests.conftest import School
from tests.dialogs.inviting import chooses
from tests.dialogs.offering import YES, says_yes
from tests.dialogs.requesting import FACTS

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"


async def rings(cast: Cast, day: int) -> None:
    """At five past three of that day of September, in Moscow."""
    cast.bot.clock.to(datetime(2026, 9, day, 12, 5, tzinfo=UTC))
    await cast.bot.tick()


async def test_three_are_invited_one_answers_one_refuses_one_is_reminded_twice(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name, **FACTS)
    await chooses(cast.coordinator)
    await cast.coordinator.presses("Выбрать всех со стажем от 4 лет (3)")
    await cast.coordinator.presses("Дальше (3)")
    await cast.coordinator.presses("Отправить 3 людям", times=2)
    await rings(cast, 8)
    await cast.teacher.presses("Ответить")
    await cast.teacher.presses("Начать", times=2)
    await says_yes(cast.teacher)
    for label in ("Ответить", "Начать", "Возможно, позже", "Не хочу отвечать", "Отправить"):
        await cast.colleague.presses(label)
    await cast.newcomer.presses("Ответить")
    await cast.newcomer.presses("Начать")
    await cast.newcomer.presses(YES)
    for day in (9, 10, 11, 14, 15, 18, 21, 22, 23):
        await rings(cast, day)
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Моё наставничество")
    await cast.teacher.presses("1 коллега", times=2)
    await cast.teacher.presses("Сделать паузу", times=2)
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Готовы: 1, на паузе: 1", "скажут позже: 1", "Приглашены: 3, без ответа: 1")
    assert sum("Продолжить?" in message.text for message in cast.newcomer.messages) == 2
    assert not any("ждёт ответа" in message.text for message in (*cast.teacher.messages, *cast.colleague.messages))
