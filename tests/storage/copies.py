"""What the tests of backup and restore have in common."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.settings import Settings
from storage import machine
from storage.database import Database, open_database
from storage.migrations import migrate
from tests.storage.seeds import NOW


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    database = await open_database(settings.database_url)
    await migrate(database, now=NOW)
    try:
        yield database
    finally:
        await database.close()


async def note(database: Database, value: str, key: str = "note") -> None:
    async with database.write() as tx:
        await machine.note(tx, key, value, NOW)


def notes(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [value for (value,) in connection.execute("SELECT value FROM machine ORDER BY key")]


def mode(path: Path) -> str:
    return oct(path.stat().st_mode)[-4:]


def damage(copy: Path) -> None:
    """The first page stays, so it still looks like a database."""
    content = bytearray(copy.read_bytes())
    content[4096:] = bytes(255 - byte for byte in content[4096:])
    copy.write_bytes(content)
