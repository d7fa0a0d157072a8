"""The command menu of a chat follows the person's role, from the next word or press on."""

import re

from mentoring import people
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School, entry, member_of

ANNA = "Соколова Анна Ильинична"
LINK = re.compile(r"start=(\S+)")


def has_coordinators_commands(person: Person) -> bool:
    return "people" in [each["command"] for each in person.bot.world.commands(person.user_id)]


def times_set(person: Person) -> int:
    return sum(call.method == "setMyCommands" for call in person.bot.world.log)


async def becomes_deputy(school: School, person_id: int) -> None:
    """As the next staff list says."""
    bot = school.cast.bot
    coordinator = (await member_of(bot, school.cast.coordinator)).member
    assert coordinator is not None
    async with bot.machine.database.write() as tx:
        said = entry(ANNA, role=Role.DEPUTY)
        await people.describe(tx, school.id, person_id, said, by=coordinator.person_id, now=bot.clock.now())


async def test_who_comes_in_has_the_commands_of_their_role(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA)
    assert has_coordinators_commands(school.cast.coordinator)
    assert not has_coordinators_commands(school.cast.teacher)


async def test_a_granted_role_shows_after_the_next_press(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    await teacher.presses("Мои данные")
    await becomes_deputy(school, person_id)
    await teacher.presses("Меню")
    teacher.sees("Понятно")
    assert has_coordinators_commands(teacher)


async def test_who_is_disconnected_has_no_coordinators_commands_any_more(school: School) -> None:
    deputy, coordinator = school.cast.teacher, school.cast.coordinator
    await becomes_deputy(school, await school.brings_in(deputy, ANNA))
    await deputy.says("/menu")
    assert has_coordinators_commands(deputy)
    await coordinator.says("Соколова")
    await coordinator.presses("Отключить аккаунт")
    await coordinator.presses("Отключить аккаунт")
    await deputy.says("/menu")
    deputy.sees("только по приглашению")
    assert not has_coordinators_commands(deputy)


async def test_commands_that_did_not_change_are_not_set_again(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    before = times_set(teacher)
    await teacher.says("/menu")
    await teacher.presses("Мои данные")
    assert times_set(teacher) == before


async def test_a_command_that_names_a_bot_is_a_command(school: School) -> None:
    """As it is copied out of a message: in a chat of its own it is for this one."""
    await school.brings_in(school.cast.teacher, ANNA)
    for bot in ("nastavnik_demo_bot", "some_other_bot"):
        for command in ("menu", "start"):
            await school.cast.teacher.says(f"/{command}@{bot}")
            school.cast.teacher.sees("Заполнить запрос")
