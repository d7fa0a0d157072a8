"""A mentee who has asked for a mentor, and nobody who fits; days that go by."""

from datetime import UTC, datetime, timedelta

from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.pairing import MENTEE
from tests.dialogs.requesting import hands_in
from tests.scenes import scene

ALONE = "Соколова А. И."


@scene
async def alone(school: School) -> int:
    """Anna has handed in a request on 8 September; the planner has seen her."""
    person_id = await hands_in(school, school.cast.teacher, MENTEE)
    await tick(school.cast, datetime(2026, 9, 8, 11, 30, tzinfo=UTC))
    return person_id


async def tick(cast: Cast, moment: datetime) -> None:
    cast.bot.clock.to(moment)
    await cast.bot.tick()


def after(cast: Cast, *, days: int, hour: int = 12) -> datetime:
    """So many days from the clock's day on; three in the afternoon in Moscow, if no other hour is said."""
    return cast.bot.clock.now().replace(hour=hour, minute=5, second=0, microsecond=0) + timedelta(days=days)


async def days_pass(cast: Cast, days: int) -> None:
    """Each of them is ticked: nothing that is due is passed over."""
    for _ in range(days):
        await tick(cast, after(cast, days=1))


async def opens_queue(coordinator: Person) -> None:
    await coordinator.says("/pairs")
    await coordinator.presses("Без пары")


__all__ = ["ALONE", "MENTEE", "after", "alone", "days_pass", "opens_queue", "tick"]
