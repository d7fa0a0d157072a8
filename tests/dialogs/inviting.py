"""A coordinator invites people to answer the mentor questionnaire."""

from storage import activities
from tests.cast import Person
from tests.conftest import School, member_of


async def chooses(coordinator: Person) -> None:
    """The page with ticks."""
    await coordinator.says("/mentors")
    await coordinator.presses("Пригласить ответить на анкету")


async def invites(coordinator: Person, *names: str) -> None:
    await chooses(coordinator)
    for name in names:
        await coordinator.presses(f"☐ {name}")
    await coordinator.presses("Дальше")
    await coordinator.presses(next(each for each in coordinator.buttons if each.startswith("От")))


async def confirms_survey(school: School, due_on: object) -> None:
    """The roadmap's own day for the mentor questionnaire."""
    bot = school.cast.bot
    coordinator = (await member_of(bot, school.cast.coordinator)).member
    assert coordinator is not None
    async with bot.machine.database.write() as tx:
        await activities.confirm(
            tx,
            school_id=school.id,
            school_year=2026,
            key="a3_survey",
            due_on=due_on,  # type: ignore[arg-type]  # a date of a test
            by=coordinator.person_id,
            now=bot.clock.now(),
        )
