"""What was deleted leaves no trace in the database's files."""

import random
from pathlib import Path

from storage import machine
from storage.database import Database
from storage.dialect import Dialect
from tests.storage.seeds import NOW, person, run, school

ITS_PLACES = 2  # a table and its index


async def test_a_database_is_written_anew_and_works_on(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        await run(tx, school_id, await person(tx, school_id, telegram=1))
    assert await database.rewrite()
    async with database.read() as tx:
        assert await tx.all(str, "SELECT form_key FROM form_run") == ["needs"]


async def test_what_was_moved_between_pages_stands_there_no_longer(database: Database) -> None:
    if database.path is None:
        assert database.dialect is Dialect.POSTGRES  # its files are the server's own
        return
    chance = random.Random(5)
    while not (moved := await traces(database, database.path)):  # it happens once in some hundred rows
        await come_and_go(database, chance)
    assert await database.rewrite()
    await database.empty_log()
    content = database.path.read_bytes()
    assert [key for key in moved if content.count(key) > ITS_PLACES] == []


async def come_and_go(database: Database, chance: random.Random) -> None:
    async with database.write() as tx:
        for _ in range(300):
            await machine.note(tx, f"P{chance.getrandbits(60):015x}{'x' * 20}", "", NOW)
        for key in await tx.all(str, "SELECT key FROM machine ORDER BY key LIMIT 150"):
            await tx.run("DELETE FROM machine WHERE key = :key", key=key)


async def traces(database: Database, path: Path) -> list[bytes]:
    """Rows that stand in the file once more than in their places."""
    await database.empty_log()
    async with database.read() as tx:
        keys = [key.encode() for key in await tx.all(str, "SELECT key FROM machine")]
    content = path.read_bytes()
    return [key for key in keys if content.count(key) > ITS_PLACES]
