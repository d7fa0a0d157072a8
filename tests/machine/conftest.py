"""The machine without the programme: a database, a world, a sender, lanes whose units a test writes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot

from bot import guard
from sandbox.session import WorldSession
from sandbox.world import World
from storage.database import Database, open_database
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.sqlite import SqliteConnection
from tests.bot_under_test import Opens
from tests.machine.moody import Moody
from tests.machine.post import TOKEN, Post
from tests.machine.timing import NOON, SkippingTime
from tests.machine.traffic import Traffic


@pytest.fixture
def opens() -> Opens:
    return open_database


@pytest.fixture
async def moody(tmp_path: Path) -> Moody:
    """A writer connection that a test may put in a bad mood."""
    real = await SqliteConnection.open(tmp_path / "machine.db")
    await real.fetch("PRAGMA synchronous = OFF", {})  # power cuts are no subject here
    return Moody(real)


@pytest.fixture
async def database(moody: Moody, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "machine.db"
    opened = Database(Dialect.SQLITE, moody, await SqliteConnection.open(path, read_only=True), path)
    await migrate(opened, now=NOON)
    yield opened
    moody.mood = None
    await opened.close()


@pytest.fixture
async def time(database: Database) -> SkippingTime:
    return SkippingTime(lambda: database._writing.locked() or database._reading.locked())


@pytest.fixture
def world(time: SkippingTime) -> World:
    made = World(time.now)
    made.add_bot(TOKEN)
    return made


@pytest.fixture
def aio(world: World) -> Bot:
    bot = Bot(TOKEN, session=WorldSession(world))
    guard.install(bot.session)
    return bot


@pytest.fixture
async def post(world: World, aio: Bot, database: Database, time: SkippingTime, tmp_path: Path) -> AsyncIterator[Post]:
    office = Post(world, aio, database, time, tmp_path)
    yield office
    await office.sender.abandon()


@pytest.fixture
def traffic(database: Database, time: SkippingTime) -> Traffic:
    return Traffic(database, time)
