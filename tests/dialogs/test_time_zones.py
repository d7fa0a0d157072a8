"""Schools from Kaliningrad to Kamchatka in one installation: each is spoken to in the afternoon of its own day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import invitations, people, schools
from mentoring.access import actor
from mentoring.rules.roadmap import REQUESTS
from storage import activities
from storage.vocabulary import Role
from tests.bot_under_test import BotUnderTest
from tests.cast import Person
from tests.conftest import entry

ZONES = {
    "Europe/Kaliningrad": "Калининград",
    "Europe/Moscow": "Москва",
    "Asia/Yekaterinburg": "Екатеринбург",
    "Asia/Kamchatka": "Петропавловск-Камчатский",
}
REQUEST = "Координатор собирает запросы педагогов"


async def teacher_of(bot: BotUnderTest, number: int, city: str) -> Person:
    """A school with its coordinator, its confirmed day for requests, and one teacher who has not begun."""
    coordinator, teacher = (
        Person(bot, 1000 * role + number, name) for role, name in ((1, f"Куратор {number}"), (2, f"Педагог {number}"))
    )
    for person in (coordinator, teacher):
        bot.world.add_user(person.name.split()[0], person.name.split()[1], user_id=person.user_id)
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        school_id = await schools.add(tx, "", now)
        secret = await invitations.invite_role(
            tx, Role.COORDINATOR, school_id=school_id, full_name="Орлова Вера Павловна", now=now
        )
    await coordinator.starts(secret.token)
    await coordinator.presses("Понятно")
    await coordinator.says(f"Школа № {number + 1}")
    await coordinator.says(city)
    async with bot.machine.database.write() as tx:
        now, member = bot.clock.now(), (await actor(tx, coordinator.user_id)).member
        assert member is not None
        await activities.confirm(
            tx,
            school_id=school_id,
            school_year=2026,
            key=REQUESTS,
            due_on=date(2026, 9, 15),
            by=member.person_id,
            now=now,
        )
        person_id = await people.add(tx, member, entry("Соколова Анна Ильинична"), now)
        link = await invitations.invite_person(tx, school_id=school_id, person_id=person_id, now=now)
    await teacher.starts(link.token)
    await teacher.presses("Согласен(на)")
    await teacher.presses("Да, можно напоминать")
    return teacher


async def every_school(bot: BotUnderTest) -> dict[str, Person]:
    return {zone: await teacher_of(bot, number, city) for number, (zone, city) in enumerate(ZONES.items())}


def quarters(start: datetime, hours: float) -> Iterator[datetime]:
    for step in range(int(hours * 4)):
        yield start + timedelta(minutes=15 * step)


def moments_of(person: Person, zone: str) -> list[datetime]:
    return [message.date.astimezone(ZoneInfo(zone)) for message in person.messages if message.text.startswith(REQUEST)]


async def test_each_school_hears_in_the_afternoon_of_its_own_day_and_once(bot: BotUnderTest) -> None:
    teachers = await every_school(bot)
    for moment in quarters(datetime(2026, 9, 9, 12, 0, tzinfo=UTC), hours=33):
        bot.clock.to(moment)
        await bot.tick()
    for zone, teacher in teachers.items():
        (heard,) = moments_of(teacher, zone)
        assert (heard.date(), heard.hour, heard.minute) == (date(2026, 9, 10), 14, 0), zone


async def test_a_clock_that_jumps_by_two_hours_says_nothing_twice_nor_outside_of_the_window(bot: BotUnderTest) -> None:
    teachers = await every_school(bot)
    for moment in quarters(datetime(2026, 9, 9, 20, 0, tzinfo=UTC), hours=24):
        for jump in (timedelta(0), timedelta(hours=2), timedelta(hours=-2)):
            bot.clock.to(moment + jump)
            await bot.tick()
    for zone, teacher in teachers.items():
        (heard,) = moments_of(teacher, zone)
        assert heard.date() == date(2026, 9, 10), zone
        assert 14 <= heard.hour < 18, zone
