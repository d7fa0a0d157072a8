"""Storage on both databases, each test on one of its own."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.backup import back_up
from bot.settings import Settings
from storage.database import Database, open_database
from storage.dialect import Dialect
from storage.migrations import migrate
from tests.storage.copies import note, opened
from tests.storage.databases import LEFT_OUT, POSTGRES_URL, clean, empty_database
from tests.storage.seeds import NOW


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not POSTGRES_URL:
        terminalreporter.write_line(LEFT_OUT, yellow=True)


@pytest.fixture(params=list(Dialect), ids=str)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of either kind."""
    with empty_database(request.param, tmp_path) as address:
        yield address


@pytest.fixture
async def empty(url: str) -> AsyncIterator[Database]:
    """Open, without a schema."""
    database = await open_database(url)
    yield database
    await database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """With the newest schema, without a row."""
    either: Database = request.getfixturevalue(request.param)
    return either


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{tmp_path / 'test.db'}")
    await migrate(database, now=NOW)
    yield database
    await database.close()


@pytest.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    database = await open_database(postgres_url)
    yield database
    await database.close()
    clean(postgres_url)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
        database_url=f"sqlite:///{tmp_path / 'school.db'}",
        data_dir=tmp_path / "data",
    )


@pytest.fixture
async def copy(settings: Settings, tmp_path: Path) -> Path:
    """A backup with one note in it, of a bot that is stopped."""
    async with opened(settings) as database:
        await note(database, "in the copy")
    await back_up(settings, tmp_path / "copy.db")
    return tmp_path / "copy.db"


@pytest.fixture
def careless() -> Iterator[None]:
    """An operator whose files anybody may read."""
    before = os.umask(0o000)
    yield
    os.umask(before)
