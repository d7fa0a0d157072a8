"""Invitations under attack: used, expired, revoked, guessed, opened by two at once. One account comes in, or none."""

from datetime import timedelta

import pytest

from mentoring import invitations
from mentoring.entrance import WRONG_CODES_AN_HOUR
from mentoring.rules import tokens
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import phone

ANNA = "Соколова Анна Ильинична"
GUESSES = 1_000
BATCH = 10


async def accounts(school: School) -> list[int]:
    """Of everybody who is somebody, the coordinator left out."""
    return await school.cast.bot.fetch(
        int,
        """SELECT a.external_id FROM account a JOIN person p ON p.account_id = a.id
           WHERE a.external_id <> :coordinator ORDER BY a.external_id""",
        coordinator=school.cast.coordinator.user_id,
    )


async def comes(person: Person, secret: str, *, typed: bool) -> str:
    """What the bot says to it, whole."""
    if typed:
        await person.says(secret)
    else:
        await person.starts(secret)
    return "\n".join([person.messages[-1].text, *person.buttons])


@pytest.mark.parametrize("typed", [False, True], ids=["link", "code"])
async def test_used_expired_revoked_and_unknown_ones_are_answered_alike(school: School, typed: bool) -> None:
    """Who holds one learns nothing of the school: not even that it was one."""
    strangers = [phone(school, 801 + number, "Некто Чужой") for number in range(4)]
    people = await school.lists(ANNA, "Рябинин Игорь Олегович", "Берёзова Ольга Львовна")
    used, revoked, expired = [await school.invites(each) for each in people]
    await school.cast.teacher.starts(used.token)
    await school.invites(people[1])
    said = []
    for stranger, secret in zip(strangers[:2], (used, revoked), strict=True):
        said.append(await comes(stranger, secret.code if typed else secret.token, typed=typed))
    school.cast.bot.clock.move(days=31)
    said.append(await comes(strangers[2], expired.code if typed else expired.token, typed=typed))
    unknown = tokens.shown_code(tokens.new_code()) if typed else tokens.new_link_token()
    said.append(await comes(strangers[3], unknown, typed=typed))
    assert len(set(said)) == 1, said
    assert "Школа" not in said[0]
    assert await accounts(school) == [school.cast.teacher.user_id]


@pytest.mark.parametrize("typed", [False, True], ids=["link", "code"])
async def test_of_two_at_once_one_comes_in(school: School, typed: bool) -> None:
    cast = school.cast
    (person_id,) = await school.lists(ANNA)
    secret = await school.invites(person_id)
    for person in (cast.teacher, cast.outsider):
        if typed:
            cast.bot.world.say(person.user_id, secret.code)
        else:
            cast.bot.world.start(person.user_id, secret.token)
    await cast.bot.settle()
    inside = [person for person in (cast.teacher, cast.outsider) if "согласие на обработку данных" in person.heard]
    assert len(inside) == 1
    assert await accounts(school) == [inside[0].user_id]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'person.entered'") == [1]


async def test_pressed_many_times_it_lets_in_once(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists(ANNA)
    secret = await school.invites(person_id)
    for _ in range(3):
        cast.bot.world.start(cast.teacher.user_id, secret.token)
        cast.bot.world.say(cast.teacher.user_id, secret.code)
    await cast.bot.settle()
    assert await accounts(school) == [cast.teacher.user_id]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'person.entered'") == [1]


async def give_every_role(school: School) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        for role in set(Role) - {Role.TEACHER}:
            await invitations.invite_role(tx, role, school_id=school.id, full_name=ANNA, now=bot.clock.now())


@pytest.mark.long
@pytest.mark.parametrize("typed", [False, True], ids=["links", "codes"])
async def test_a_thousand_guesses_let_nobody_in(school: School, typed: bool) -> None:
    cast = school.cast
    people = await school.lists(*(f"Педагогова Анна {number}" for number in range(20)))
    secrets = [await school.invites(each) for each in people]
    await give_every_role(school)
    for _ in range(GUESSES // BATCH):
        for _ in range(BATCH):
            if typed:
                cast.bot.world.say(cast.outsider.user_id, tokens.shown_code(tokens.new_code()))
            else:
                cast.bot.world.start(cast.outsider.user_id, tokens.new_link_token())
        await cast.bot.settle()
    assert await accounts(school) == []
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM invite WHERE used_at IS NOT NULL") == [1], (
        "the coordinator's"
    )
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []
    if typed:
        assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM wrong_code") == [WRONG_CODES_AN_HOUR]
        await cast.outsider.says(secrets[0].code)
        cast.outsider.sees("больше не принимаются")
        assert await accounts(school) == []
        cast.bot.clock.move(minutes=61)
        await cast.outsider.says(secrets[0].code)
    else:
        await cast.outsider.starts(secrets[0].token)
    assert await accounts(school) == [cast.outsider.user_id]


async def test_guesses_of_one_account_stop_no_other(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists(ANNA)
    secret = await school.invites(person_id)
    for _ in range(WRONG_CODES_AN_HOUR + 1):
        await cast.outsider.says("AAAAA-AAAAA")
    await cast.teacher.says(f"  {secret.code[:5].lower()} {secret.code[5:].lower()} ")
    assert await accounts(school) == [cast.teacher.user_id]


@pytest.mark.parametrize("payload", ["x" * 64, "x" * 65, "-" * 64, "%00", "../../etc", "0", "ЛИШНЕЕ", "a b", "1" * 64])
async def test_odd_payloads_of_a_link_are_answered_like_any_wrong_one(school: School, payload: str) -> None:
    cast = school.cast
    cast.bot.world.say(cast.outsider.user_id, f"/start {payload}")
    await cast.bot.settle()
    assert len(cast.outsider.messages) == 1
    assert await accounts(school) == []
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []


async def test_every_link_that_is_made_fits_what_telegram_carries(school: School) -> None:
    (person_id,) = await school.lists(ANNA)
    for _ in range(50):
        secret = await school.invites(person_id)
        assert len(secret.token) <= 64
        assert tokens.pasted_token(f"t.me/bot?start={secret.token}") == secret.token
        assert secret.expires_at - school.cast.bot.clock.now() == timedelta(days=30)
