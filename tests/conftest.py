"""Fixtures: a bot with its world and its cast, plain or dying around every update; a school that is set up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from mentoring import approvals, invitations, people, schools
from mentoring.access import Actor, actor
from mentoring.invitations import Secret
from mentoring.rules.staff_list import StaffEntry
from storage.database import open_database
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.vocabulary import Role
from tests.bench.figures import Figure
from tests.bot_under_test import BotUnderTest, Opens
from tests.cast import Cast, Person
from tests.journeys.checks import check_promises
from tests.journeys.outcomes import Outcome, outcome
from tests.scenes import scene
from tests.soak.measuring import Measured, hand_over
from tests.storage.databases import empty_database
from tests.storage.seeds import NOW
from tests.storage.threadless import open_threadless

# What must hold of anything is tried with few things while somebody waits, with many after it (`make test`).
# No deadline: how long an example takes is the machine's affair.
settings.register_profile("few", max_examples=20, deadline=None)
settings.register_profile("many", max_examples=100, deadline=None)
settings.load_profile("few")


@pytest.fixture
def opens() -> Opens:
    """How the bot's database is opened; the machine's own tests have it as the program does."""
    return open_threadless


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """One schema for every test, with its tables; `clean` it: making it takes ten times as long as emptying it."""
    with empty_database(Dialect.POSTGRES, Path()) as url:
        asyncio.run(_migrate(url))
        yield url


async def _migrate(url: str) -> None:
    database = await open_database(url)
    await migrate(database, now=NOW)
    await database.close()


@pytest.fixture
def server_url() -> str:
    """The PostgreSQL database, without a row, that the bot lives in; none: a SQLite file. Journeys are told on both."""
    return ""


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """`measured(at_most("replies, p99", 0.21, 0.3, "s"))`: a figure beside its bar, for the table of `make soak`."""

    def tell(*figures: Figure) -> None:
        hand_over(record_property, *figures)

    return tell


@pytest.fixture
async def bot(tmp_path: Path, opens: Opens, server_url: str) -> AsyncIterator[BotUnderTest]:
    under_test = BotUnderTest(tmp_path, opens=opens, postgres=server_url)
    await under_test.start()
    yield under_test
    await under_test.stop()


@pytest.fixture
def cast(bot: BotUnderTest) -> Cast:
    return Cast(bot)


@pytest.fixture(params=["plain", "crashes"])
async def journey(request: pytest.FixtureRequest, tmp_path: Path, opens: Opens, server_url: str) -> AsyncIterator[Cast]:
    """The cast of a journey: told once plainly and once with a crash around every update."""
    under_test = BotUnderTest(tmp_path, crashes=request.param == "crashes", opens=opens, postgres=server_url)
    await under_test.start()
    cast = Cast(under_test)
    yield cast
    try:
        await check_promises(cast)
        # The plain telling comes first, in the same process.
        told = PLAIN.setdefault(_story(request), await outcome(cast))
        assert await outcome(cast) == told, "with crashes the same journey ended otherwise"
    finally:
        await under_test.stop()


PLAIN: dict[str, Outcome] = {}


def _story(request: pytest.FixtureRequest) -> str:
    """The test's name without the way it is told."""
    return f"{request.node.path}{request.node.name}".replace("crashes", "plain")


@dataclass
class School:
    """A school that is set up, its coordinator in the menu."""

    cast: Cast
    id: int

    async def lists(self, *names: str, **facts: object) -> list[int]:
        """People of the staff list; their ids."""
        bot = self.cast.bot
        async with bot.machine.database.write() as tx:
            member = (await actor(tx, self.cast.coordinator.user_id)).member
            assert member is not None
            return [await people.add(tx, member, entry(name, **facts), bot.clock.now()) for name in names]

    async def invites(self, person_id: int) -> Secret:
        bot = self.cast.bot
        async with bot.machine.database.write() as tx:
            return await invitations.invite_person(tx, school_id=self.id, person_id=person_id, now=bot.clock.now())

    async def lets_in(self, person_id: int, person: Person) -> None:
        """A coordinator has said that it is them who came with rights; they look at what is open to them now."""
        bot = self.cast.bot
        async with bot.machine.database.write() as tx:
            member = (await actor(tx, self.cast.coordinator.user_id)).member
            assert member is not None
            done = await approvals.approve(tx, member, person_id, None, bot.clock.now(), with_rights=True)
        assert done is approvals.Decision.DONE
        await person.waits()
        await person.says("/start")

    @property
    def bot(self) -> BotUnderTest:
        return self.cast.bot

    @scene
    async def brings_in(self, person: Person, full_name: str, **facts: object) -> int:
        """A listed teacher who came by the link, consented and left leave to be written to."""
        (person_id,) = await self.lists(full_name, **facts)
        await person.starts((await self.invites(person_id)).token)
        await person.presses("Согласен(на)")
        await person.presses("Да, можно напоминать")
        return person_id


def entry(full_name: str, **facts: object) -> StaffEntry:
    blank: dict[str, object] = {
        "row": 0,
        "position": "",
        "subjects": (),
        "levels": (),
        "experience": "",
        "role": Role.TEACHER,
    }
    return StaffEntry(full_name=full_name, **{**blank, **facts})  # type: ignore[arg-type]  # facts of a test


@scene
async def set_up_school(
    cast: Cast, name: str = "Школа № 12", city: str = "Москва", *, coordinator: str = "Орлова Вера Павловна"
) -> School:
    """`coordinator` is the name on the invitation; empty for the first start's one."""
    bot = cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        school_id = await schools.add(tx, "", now)
        secret = await invitations.invite_role(
            tx, Role.COORDINATOR, school_id=school_id, full_name=coordinator, now=now
        )
    await cast.coordinator.starts(secret.token)
    await cast.coordinator.presses("Понятно")
    await cast.coordinator.says(name)
    await cast.coordinator.says(city)
    return School(cast, school_id)


@pytest.fixture
async def school(cast: Cast) -> School:
    return await set_up_school(cast)


@pytest.fixture
async def journey_school(journey: Cast) -> School:
    return await set_up_school(journey)


async def member_of(bot: BotUnderTest, person: Person) -> Actor:
    async with bot.machine.database.read() as tx:
        return await actor(tx, person.user_id)
