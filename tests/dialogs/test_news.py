"""What coordinators hear of without asking: at most hourly, on working days by day, and never of their own acts."""

from datetime import UTC, datetime

import pytest

from handlers.presses import Act, Deed, pack
from sandbox.world import Fault, FaultKind
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS, answers, hands_in
from tests.dialogs.test_approvals import deputy_of

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Олегович"


def news(person: Person) -> int:
    return sum(message.text.startswith("Сегодня\n") for message in person.messages)


async def at(school: School, person: Person, day: int, hour: int, minute: int = 0) -> None:
    """That day of September, at that time of Moscow."""
    school.cast.bot.clock.to(datetime(2026, 9, day, hour - 3, minute, tzinfo=UTC))
    await person.waits()


async def asks(teacher: Person) -> None:
    await teacher.says("/menu")
    await teacher.presses("Спросить координатора")
    await teacher.says("Когда начнём?")


@pytest.mark.parametrize(
    ("away", "back", "still_silent", "heard"),
    [
        ((8, 20), (8, 23), (9, 7), (9, 8)),
        ((11, 20), (12, 7), (13, 23), (14, 8)),  # from Friday's evening over the days off
    ],
)
async def test_what_could_not_be_said_in_the_evening_waits_for_the_morning(
    school: School,
    away: tuple[int, int],
    back: tuple[int, int],
    still_silent: tuple[int, int],
    heard: tuple[int, int],
) -> None:
    """Telegram refuses until after nine: nobody is woken for it, and it is not lost either."""
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await at(school, cast.coordinator, *away, 50)
    cast.bot.world.faults.add(
        Fault(
            kind=FaultKind.REFUSE,
            method="sendMessage",
            chat_id=cast.coordinator.user_id,
            code=429,
            description="Too Many Requests",
            parameters={"retry_after": 240},
        )
    )
    await asks(cast.teacher)
    for day, hour in (back, still_silent):
        await at(school, cast.coordinator, day, hour)
        assert news(cast.coordinator) == 0
    await at(school, cast.coordinator, *heard)
    assert news(cast.coordinator) == 1


async def test_two_notices_are_an_hour_apart_whatever_the_clock_shows(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await school.brings_in(cast.teacher, ANNA)
    await at(school, coordinator, 8, 12, 59)
    await asks(cast.teacher)
    assert news(coordinator) == 1
    await at(school, coordinator, 8, 13, 0)
    await asks(cast.teacher)
    await at(school, coordinator, 8, 13, 58)
    assert news(coordinator) == 1
    await at(school, coordinator, 8, 14, 0)
    assert news(coordinator) == 2
    await at(school, coordinator, 8, 18)
    assert news(coordinator) == 2


@pytest.mark.parametrize(
    ("happens", "still_silent", "heard"),
    [
        ((8, 22), (9, 7), (9, 8)),
        ((9, 6), (9, 7), (9, 8)),
        ((11, 22), (13, 20), (14, 8)),  # from Friday's evening to Monday's morning
        ((13, 10), (13, 20), (14, 8)),
    ],
)
async def test_nights_and_days_off_are_quiet(
    school: School, happens: tuple[int, int], still_silent: tuple[int, int], heard: tuple[int, int]
) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await at(school, cast.coordinator, *happens)
    await asks(cast.teacher)
    await at(school, cast.coordinator, *still_silent)
    assert news(cast.coordinator) == 0
    await at(school, cast.coordinator, *heard)
    assert news(cast.coordinator) == 1


async def test_what_was_settled_before_the_morning_is_no_news(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await at(school, cast.coordinator, 8, 22)
    await asks(cast.teacher)
    await cast.coordinator.says("/questions")
    await cast.coordinator.presses("Соколова")
    await cast.coordinator.presses("Ответить")
    await cast.coordinator.says("В октябре.")
    await at(school, cast.coordinator, 9, 8)
    assert news(cast.coordinator) == 0


async def test_whoever_did_it_is_not_told_and_the_deputy_is(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    await school.lists(ANNA, **FACTS)
    await cast.coordinator.says("Соколова")
    await cast.coordinator.presses("Внести с бумаги")
    await cast.coordinator.presses("Да, бланк подписан")
    for label in (
        "Начать",
        "Всё верно",
        "Да, на несколько месяцев или год",
        "☐ Урок и методика",
        "Готово",
        "☐ После уроков",
        "Готово",
        "Пока нет",
        "Отправить",
    ):
        await cast.coordinator.presses(label)
    assert (news(cast.coordinator), news(deputy)) == (0, 1)


async def test_a_coordinators_own_question_is_for_the_others(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    await cast.coordinator.says("/menu")
    await cast.coordinator.presses("Для меня как педагога")
    await cast.coordinator.presses("Согласен(на)")
    await cast.coordinator.presses("Да, можно напоминать")
    await cast.coordinator.presses("Для меня как педагога")
    await cast.coordinator.presses("Спросить координатора")
    await cast.coordinator.says("Когда начнём?")
    assert (news(cast.coordinator), news(deputy)) == (0, 1)


async def test_a_coordinator_who_said_stop_hears_of_withdrawals_alone(school: School) -> None:
    cast = school.cast
    await cast.coordinator.says("стоп")
    await hands_in(school, cast.teacher, ANNA)
    await at(school, cast.coordinator, 9, 12)
    assert news(cast.coordinator) == 0
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Мои данные")
    await cast.teacher.presses("Отозвать согласие")
    await cast.teacher.presses("Отозвать согласие")
    cast.coordinator.sees("согласие на обработку данных отозвано")


async def test_a_coordinator_is_told_what_still_comes_when_they_want_no_messages(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses_data(pack(Act(Deed.REFUSE_CONTACT)))
    coordinator.sees("Об отзыве согласия бот сообщит всё равно")


async def test_news_wait_in_today_during_a_coordinators_pause(school: School) -> None:
    cast = school.cast
    await cast.coordinator.says("/menu")
    await cast.coordinator.presses_data(pack(Act(Deed.PAUSE_DAYS, 7)))
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await answers(cast.teacher)
    assert news(cast.coordinator) == 0
