"""When the database itself is the reason: wait and do the same again, nothing of ours is broken by it."""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from storage import machine
from storage.database import Database, StorageTrouble, open_database
from tests.storage.databases import admin
from tests.storage.seeds import NOW


async def note(database: Database, value: str) -> None:
    async with database.write() as tx:
        await machine.note(tx, "note", value, NOW)


async def noted(database: Database) -> str | None:
    async with database.read() as tx:
        return await machine.value(tx, "note")


@pytest.fixture
async def impatient(sqlite: Database) -> Database:
    """Waits 50 ms for somebody else's lock instead of five seconds."""
    async with sqlite.write() as tx:
        await tx.one(int, "PRAGMA busy_timeout = 50")
    sqlite.wait_at_most(0)
    return sqlite


@pytest.fixture
def outsider(impatient: Database) -> Iterator[sqlite3.Connection]:
    """Another program on the same file."""
    assert impatient.path is not None
    with closing(sqlite3.connect(impatient.path, isolation_level=None)) as connection:
        yield connection


async def test_a_lock_of_an_outsider_is_trouble(impatient: Database, outsider: sqlite3.Connection) -> None:
    outsider.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageTrouble):
        await note(impatient, "locked out")


async def test_the_same_write_succeeds_when_the_outsider_is_done(
    impatient: Database, outsider: sqlite3.Connection
) -> None:
    outsider.execute("BEGIN EXCLUSIVE")
    with suppress(StorageTrouble):
        await note(impatient, "again")
    outsider.execute("COMMIT")
    await note(impatient, "again")
    assert await noted(impatient) == "again"


async def test_reading_goes_on_under_an_outsiders_lock(impatient: Database, outsider: sqlite3.Connection) -> None:
    await note(impatient, "before")
    outsider.execute("BEGIN EXCLUSIVE")
    assert await noted(impatient) == "before"


async def test_a_writer_cancelled_while_it_waits_for_the_lock_leaves_no_transaction(
    sqlite: Database, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "test.db", isolation_level=None)) as outsider:
        outsider.execute("BEGIN EXCLUSIVE")
        waiting = asyncio.create_task(note(sqlite, "cancelled"))
        await asyncio.sleep(0.02)  # its BEGIN is with SQLite now
        waiting.cancel()
        await asyncio.sleep(0)
        outsider.execute("COMMIT")
        await asyncio.gather(waiting, return_exceptions=True)
    await note(sqlite, "next")
    assert await noted(sqlite) == "next"


async def test_a_full_disk_is_trouble_and_leaves_nothing_of_the_write(sqlite: Database) -> None:
    await note(sqlite, "before")
    await _limit_pages(sqlite, 1)  # SQLite takes it for "not one page more than there are"
    with pytest.raises(StorageTrouble):
        await note(sqlite, "x" * 1_000_000)
    assert await noted(sqlite) == "before"


async def test_writing_goes_on_when_the_disk_has_room_again(sqlite: Database) -> None:
    await _limit_pages(sqlite, 1)
    with suppress(StorageTrouble):
        await note(sqlite, "x" * 1_000_000)
    await _limit_pages(sqlite, 1_000_000)
    await note(sqlite, "after")
    assert await noted(sqlite) == "after"


async def test_a_lost_postgresql_connection_is_trouble_for_the_writer(postgres: Database) -> None:
    with pytest.raises(StorageTrouble):
        async with postgres.write() as tx:
            _cut(await tx.one(int, "SELECT pg_backend_pid()"))
            await machine.note(tx, "note", "lost", NOW)


async def test_a_lost_postgresql_connection_is_trouble_for_the_reader(postgres: Database) -> None:
    with pytest.raises(StorageTrouble):
        async with postgres.read() as tx:
            _cut(await tx.one(int, "SELECT pg_backend_pid()"))
            await machine.value(tx, "note")


async def test_the_next_write_and_read_have_new_postgresql_connections(postgres: Database) -> None:
    async with postgres.write() as tx:
        writer = await tx.one(int, "SELECT pg_backend_pid()")
    async with postgres.read() as tx:
        reader = await tx.one(int, "SELECT pg_backend_pid()")
    _cut(writer)
    _cut(reader)
    for attempt in (note(postgres, "lost"), noted(postgres)):
        with suppress(StorageTrouble):
            await attempt
    await note(postgres, "after")
    assert await noted(postgres) == "after"


async def test_a_mistake_of_ours_is_no_trouble(database: Database) -> None:
    with pytest.raises(Exception, match="nowhere") as raised:
        async with database.write() as tx:
            await tx.run("DELETE FROM nowhere")
    assert raised.type is not StorageTrouble


async def test_a_file_that_is_no_database_leaves_no_thread_behind(tmp_path: Path) -> None:
    (tmp_path / "test.db").write_bytes(b"not a database at all" * 100)
    before = set(threading.enumerate())
    with pytest.raises(sqlite3.DatabaseError):
        await open_database(f"sqlite:///{tmp_path / 'test.db'}")
    for thread in set(threading.enumerate()) - before:
        thread.join(1.0)
    assert set(threading.enumerate()) <= before


async def _limit_pages(database: Database, pages: int) -> None:
    async with database.write() as tx:
        await tx.one(int, f"PRAGMA max_page_count = {pages}")


def _cut(pid: int | None) -> None:
    with admin() as server:
        server.execute("SELECT pg_terminate_backend(%s)", [pid])
