"""A role's invitation under attack: one account has the role, every other coordinator hears whose, with a way back."""

import pytest

from mentoring import invitations
from mentoring.invitations import Secret
from mentoring.rules import tokens
from storage import invites
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import phone
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_invites_attacked import comes
from tests.dialogs.test_watched import at, told

NAME, ANNA = "Озёрная Инна Игоревна", "Соколова Анна Ильинична"
NAMED = {
    Role.COORDINATOR: "координатор",
    Role.DEPUTY: "заместитель координатора",
    Role.DIRECTOR: "директор",
    Role.PSYCHOLOGIST: "педагог-психолог",
}
ROLES = pytest.mark.parametrize("role", NAMED, ids=lambda role: str(role.value))
WAYS = pytest.mark.parametrize("typed", [False, True], ids=["link", "code"])


async def gives(school: School, role: Role, full_name: str = NAME, *, at_once: bool = False) -> Secret:
    """The operator's; `at_once` waits for no coordinator's yes."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        return await invitations.invite_role(
            tx, role, school_id=school.id, full_name=full_name, now=now, at_once=at_once
        )


async def having(school: School, role: Role) -> list[int]:
    """Accounts, but the coordinator's."""
    return await school.cast.bot.fetch(
        int,
        """SELECT a.external_id FROM account a JOIN person p ON p.account_id = a.id JOIN role r ON r.person_id = p.id
           WHERE r.role = :role AND a.external_id <> :coordinator ORDER BY a.external_id""",
        role=role,
        coordinator=school.cast.coordinator.user_id,
    )


async def nobody_else(school: School) -> bool:
    """Nothing is kept of whoever tried in vain."""
    known = {school.cast.coordinator.user_id, school.cast.deputy.user_id}
    return set(await school.cast.bot.fetch(int, "SELECT external_id FROM account")) <= known


@ROLES
@WAYS
async def test_used_expired_revoked_and_unknown_ones_are_answered_alike(
    school: School, role: Role, typed: bool
) -> None:
    cast = school.cast
    strangers = [phone(school, 801 + number, "Некто Чужой") for number in range(4)]
    used, revoked, expired = [await gives(school, role) for _ in range(3)]
    await cast.deputy.starts(used.token)
    async with cast.bot.machine.database.write() as tx:
        await invites.revoke(tx, revoked.invite_id, cast.bot.clock.now())
    said = []
    for stranger, secret in zip(strangers[:2], (used, revoked), strict=True):
        said.append(await comes(stranger, secret.code if typed else secret.token, typed=typed))
    cast.bot.clock.move(days=31)
    said.append(await comes(strangers[2], expired.code if typed else expired.token, typed=typed))
    unknown = tokens.shown_code(tokens.new_code()) if typed else tokens.new_link_token()
    said.append(await comes(strangers[3], unknown, typed=typed))
    assert len(set(said)) == 1, said
    assert "Школа" not in said[0]
    assert await having(school, role) == [cast.deputy.user_id]
    assert await nobody_else(school)


@ROLES
@WAYS
async def test_of_two_at_once_one_has_the_role(school: School, role: Role, typed: bool) -> None:
    cast = school.cast
    secret = await gives(school, role)
    for person in (cast.deputy, cast.outsider):
        if typed:
            cast.bot.world.say(person.user_id, secret.code)
        else:
            cast.bot.world.start(person.user_id, secret.token)
    await cast.bot.settle()
    inside = await having(school, role)
    assert len(inside) == 1
    assert len(await cast.bot.fetch(int, "SELECT external_id FROM account")) == 2
    refused = next(each for each in (cast.deputy, cast.outsider) if each.user_id not in inside)
    assert refused.buttons == []
    refused.sees("Код не подошёл" if typed else "не подходят")


@ROLES
async def test_opened_again_by_its_own_account_it_gives_nothing_more(school: School, role: Role) -> None:
    cast = school.cast
    secret = await gives(school, role, at_once=True)
    for _ in range(2):
        await cast.deputy.starts(secret.token)
        await cast.deputy.says(secret.code)
    assert await having(school, role) == [cast.deputy.user_id]
    assert await cast.bot.fetch(int, f"SELECT COUNT(*) FROM journal WHERE act = 'role.{role}'") == [1 + was(role)]


def was(role: Role) -> int:
    """The coordinator has come by such an invitation too."""
    return int(role is Role.COORDINATOR)


@ROLES
async def test_passed_on_to_a_teacher_it_is_theirs_alone(school: School, role: Role) -> None:
    """They stay the person of the list, under the name of the list, with what they have consented to."""
    cast = school.cast
    person_id = await school.brings_in(cast.teacher, ANNA)
    await at(school, 14)
    secret = await gives(school, role, at_once=True)
    await cast.teacher.starts(secret.token)
    assert await having(school, role) == [cast.teacher.user_id]
    assert await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA) == [person_id]
    assert await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=NAME) == []
    assert f"Соколова А. И.: доступ с ролью: {NAMED[role]}" in told(cast.coordinator)[-1]
    unknown = await comes(phone(school, 801, "Некто Чужой"), tokens.new_link_token(), typed=False)
    assert await comes(cast.outsider, secret.token, typed=False) == unknown
    assert await having(school, role) == [cast.teacher.user_id]


@ROLES
async def test_every_other_coordinator_hears_of_it_and_takes_the_role_back_from_the_message(
    school: School, role: Role
) -> None:
    deputy, came = await deputy_of(school), school.cast.newcomer
    await at(school, 14)
    await came.starts((await gives(school, role, at_once=True)).token)
    for each in (school.cast.coordinator, deputy):
        assert f"Озёрная И. И.: доступ с ролью: {NAMED[role]}" in told(each)[-1]
    assert not told(came)
    await takes_back(deputy, "Роль: Озёрная И. И.", NAMED[role])
    assert came.user_id not in await having(school, role)
    await came.presses_data("g:ppl:0:0")
    came.sees("согласие на обработку данных")


async def test_whoever_came_without_a_name_loses_the_role_by_the_message_too(school: School) -> None:
    came = school.cast.newcomer
    await came.starts((await gives(school, Role.COORDINATOR, full_name="", at_once=True)).token)
    assert "координатор без имени в списке: доступ с ролью: координатор" in told(school.cast.coordinator)[-1]
    await takes_back(school.cast.coordinator, "Роль: без имени", "координатор")
    assert await having(school, Role.COORDINATOR) == []


async def takes_back(coordinator: Person, label: str, role: str) -> None:
    await coordinator.presses(label)
    await coordinator.presses(f"Снять роль: {role}")
    await coordinator.presses("Да, снять роль")
    coordinator.sees("Роль снята")
