"""The first start: one living code at a time, one school by it, and nothing asked that the operator has said."""

import pytest

from mentoring import installation, invitations, schools
from mentoring.invitations import Secret
from storage.vocabulary import Role
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast
from tests.conftest import School


async def starts(bot: BotUnderTest) -> Secret | None:
    async with bot.machine.database.write() as tx:
        return await installation.first_invitation(tx, bot.clock.now())


async def invites(bot: BotUnderTest, school_id: int | None) -> Secret:
    async with bot.machine.database.write() as tx:
        return await invitations.invite_role(
            tx, Role.COORDINATOR, school_id=school_id, full_name="", now=bot.clock.now()
        )


async def test_code_of_an_earlier_start_dies_at_the_next(cast: Cast) -> None:
    first, second = await starts(cast.bot), await starts(cast.bot)
    assert first is not None
    assert second is not None
    await cast.outsider.says(first.code)
    cast.outsider.sees("Код не подошёл")
    await cast.coordinator.says(second.code)
    await cast.coordinator.presses("Понятно")
    cast.coordinator.sees("Как называется школа?")


async def test_operators_own_invitation_outlives_the_first_start(cast: Cast) -> None:
    secret = await invites(cast.bot, None)
    await starts(cast.bot)
    await cast.coordinator.starts(secret.token)
    cast.coordinator.sees("Понятно")


async def test_no_code_makes_a_second_school(cast: Cast) -> None:
    by_hand, logged = await invites(cast.bot, None), await starts(cast.bot)
    assert logged is not None
    await cast.coordinator.says(logged.code)
    await cast.outsider.says(by_hand.code)
    cast.outsider.sees("Код не подошёл")
    assert await starts(cast.bot) is None
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM school") == [1]


async def test_who_does_not_lead_has_no_notice_to_read(school: School) -> None:
    """Else it would not be shown when they do."""
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await school.cast.teacher.presses_data("a:ns:0:")
    school.cast.teacher.sees("Эта кнопка уже не действует")
    assert await school.bot.fetch(int, "SELECT COUNT(*) FROM person WHERE notice_seen_at IS NOT NULL") == [1]


async def test_coordinator_of_a_named_school_is_asked_for_the_city_only(cast: Cast) -> None:
    async with cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "ГБОУ «Школа № 7»", cast.bot.clock.now())
    coordinator = cast.coordinator
    await coordinator.starts((await invites(cast.bot, school_id)).token)
    await coordinator.presses("Понятно")
    coordinator.sees("Вы координатор программы наставничества: ГБОУ «Школа № 7»", "В каком городе")
    await coordinator.says("Казань")
    coordinator.sees("Готово: ГБОУ «Школа № 7»", "«Школа № 7»", "Часовой пояс")


@pytest.mark.parametrize("typed", ["1", "№ 12", "12а"])
async def test_a_number_alone_is_no_name_of_a_school(cast: Cast, typed: str) -> None:
    coordinator = cast.coordinator
    await coordinator.starts((await invites(cast.bot, None)).token)
    await coordinator.presses("Понятно")
    await coordinator.says(typed)
    coordinator.sees("Напишите название вместе со словом, например «Школа № 12».", "Как называется школа?")
    await coordinator.says("Школа № 1")
    coordinator.sees("В каком городе")


async def test_name_that_the_operator_gave_can_be_corrected(cast: Cast) -> None:
    async with cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "Школа № 7", cast.bot.clock.now())
    coordinator = cast.coordinator
    await coordinator.starts((await invites(cast.bot, school_id)).token)
    await coordinator.presses("Понятно")
    await coordinator.presses("Назад")
    coordinator.sees("Как называется школа?")
    await coordinator.says("Школа № 8")
    await coordinator.says("Казань")
    coordinator.sees("Готово: Школа № 8")
