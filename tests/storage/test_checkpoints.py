"""The write-ahead log goes into the file beside the writer, and stays short whoever writes or reads."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from itertools import cycle
from pathlib import Path

from storage import machine
from storage.checkpoints import Checkpoints
from storage.database import Database
from tests.storage.seeds import NOW

LONG = 60  # pages
LETTERS = cycle("абвгдежзиклмнопрстуфхцчшэюя")

Written = Callable[[], Awaitable[None]]


async def test_what_was_committed_is_in_the_file_itself_a_moment_later(sqlite: Database, tmp_path: Path) -> None:
    async with sqlite.write() as tx:
        await machine.note(tx, "season", "begun", NOW)
    async with asyncio.timeout(5):
        while _in_the_file(sqlite, tmp_path / "alone.db") != [("begun",)]:
            await asyncio.sleep(0.05)


async def test_writing_without_a_pause_does_not_make_the_log_long(sqlite: Database) -> None:
    async with _rounds(sqlite) as write:
        for _ in range(200):
            await write()
        assert await _pages(sqlite) < 10 * LONG  # of more than 2,000 that were written


async def test_a_log_that_a_reader_outside_has_kept_is_short_again_after_him(sqlite: Database) -> None:
    async with _rounds(sqlite) as write:
        with _reader_outside(sqlite):
            for _ in range(100):
                await write()
            assert await _pages(sqlite) > 10 * LONG
        await asyncio.sleep(0.2)
        await write()
        assert await _pages(sqlite) < 2 * LONG


async def test_the_log_is_emptied_behind_a_long_read_while_others_write(sqlite: Database) -> None:
    async with sqlite.read() as tx:
        await machine.value(tx, "season")
        emptying = asyncio.create_task(sqlite.empty_log())
        await asyncio.sleep(0.05)
        await asyncio.wait_for(_write(sqlite), 1)
        assert not emptying.done()
    assert await emptying
    assert await _pages(sqlite) == 0


async def test_nobody_waits_for_a_reader_outside_when_the_log_is_to_be_emptied(sqlite: Database) -> None:
    await _write(sqlite)
    with _reader_outside(sqlite):
        await _write(sqlite)
        assert not await asyncio.wait_for(sqlite.empty_log(), 1)
    assert await sqlite.empty_log()


async def test_a_database_is_closed_in_the_middle_of_a_round(sqlite: Database) -> None:
    await _write(sqlite)
    await asyncio.wait_for(sqlite.close(), 1)
    assert not Path(f"{sqlite.path}-wal").exists()


@asynccontextmanager
async def _rounds(database: Database) -> AsyncIterator[Written]:
    """Commits of a database whose log is looked at all the time and soon too long."""
    assert database.path is not None
    checkpoints = Checkpoints(database.path, database.silence, pause=0.01, long=LONG)

    async def write() -> None:
        await _write(database)
        checkpoints.written()

    try:
        yield write
    finally:
        await checkpoints.close()


async def _write(database: Database) -> None:
    """Ten pages of the log and more, each time others: what stands there already is not written again."""
    async with database.write() as tx:
        await machine.note(tx, "letters", next(LETTERS) * 20_000, NOW)


@contextmanager
def _reader_outside(database: Database) -> Iterator[None]:
    with closing(sqlite3.connect(str(database.path), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM machine").fetchone()
        yield


async def _pages(database: Database) -> int:
    assert database.path is not None
    return await Checkpoints(database.path, database.silence).move()


def _in_the_file(database: Database, copy: Path) -> list[tuple[str]]:
    """What somebody finds who has the file without its log."""
    assert database.path is not None
    shutil.copyfile(database.path, copy)
    with closing(sqlite3.connect(copy)) as alone, suppress(sqlite3.DatabaseError):
        return alone.execute("SELECT value FROM machine WHERE key = 'season'").fetchall()
    return []
