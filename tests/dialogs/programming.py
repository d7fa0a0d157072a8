"""A pair in an order, its programme begun, sent or approved, in as few taps as it takes."""

from datetime import UTC, datetime

from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.pairing import agreed
from tests.dialogs.test_pair_orders import signs, to_order
from tests.scenes import scene

TITLE = "Моя программа"
FIRST = "Установочная встреча"


@scene
async def ordered(school: School) -> None:
    """The order is of 9 September."""
    await agreed(school)
    await to_order(school)
    await school.cast.coordinator.presses("☐ Рябинин И. О.")
    await signs(school)


@scene
async def begun(school: School) -> Person:
    """By the mentor, who has it on the screen."""
    await ordered(school)
    mentor = school.cast.colleague
    await mentor.says(TITLE)
    await mentor.presses("Составить программу")
    return mentor


@scene
async def sent(school: School) -> Person:
    mentor = await begun(school)
    await mentor.presses("Отправить координатору")
    return mentor


@scene
async def approved(school: School) -> Person:
    mentor = await sent(school)
    await looks(school)
    await school.cast.coordinator.presses("Утвердить")
    return mentor


async def looks(school: School) -> None:
    """The coordinator at the pair's programme."""
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Программа")


async def rings(cast: Cast, month: int, day: int, year: int = 2026) -> None:
    """At five past three of that day, in Moscow."""
    cast.bot.clock.to(datetime(year, month, day, 12, 5, tzinfo=UTC))
    await cast.bot.tick()
