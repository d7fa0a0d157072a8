"""One writer after another; the guard's flag tells a task that its own transaction is open."""

import asyncio

import pytest

from storage import machine
from storage.database import Database
from storage.tx import transaction_open
from tests.storage.seeds import NOW


async def write(database: Database, value: str) -> None:
    async with database.write() as tx:
        await machine.note(tx, "note", value, NOW)
        await asyncio.sleep(0)


async def read(database: Database) -> str | None:
    async with database.read() as tx:
        return await machine.value(tx, "note")


async def test_the_guards_flag_is_up_inside_a_write_and_down_after_it(database: Database) -> None:
    async with database.write():
        inside = transaction_open.get()
    assert (inside, transaction_open.get()) == (True, False)


async def test_the_guards_flag_is_down_after_a_write_that_failed(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write():
            raise ZeroDivisionError
    assert transaction_open.get() is False


async def test_the_guards_flag_stays_down_for_reading_and_up_for_reading_inside_a_write(database: Database) -> None:
    async with database.read():
        alone = transaction_open.get()
    async with database.write():
        async with database.read():
            nested = transaction_open.get()
        still = transaction_open.get()
    assert (alone, nested, still) == (False, True, True)


async def test_the_guards_flag_of_one_task_is_not_another_tasks(database: Database) -> None:
    written, looked = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with database.write():
            written.set()
            await looked.wait()

    writing = asyncio.create_task(write())
    await written.wait()
    seen = transaction_open.get()
    looked.set()
    await writing
    assert seen is False


async def test_writers_at_once_come_one_after_another(database: Database) -> None:
    await write(database, "0")

    async def add_one() -> None:
        async with database.write() as tx:
            number = int(await machine.value(tx, "note") or 0)
            await asyncio.sleep(0)
            await machine.note(tx, "note", str(number + 1), NOW)

    await asyncio.gather(*(add_one() for _ in range(20)))
    assert await read(database) == "20"


@pytest.mark.parametrize("turns", range(12))
async def test_a_writer_cancelled_at_any_moment_leaves_the_next_one_its_turn(database: Database, turns: int) -> None:
    cancelled = asyncio.create_task(write(database, "cancelled"))
    for _ in range(turns):
        await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    await write(database, "next")
    assert await read(database) == "next"


@pytest.mark.parametrize("turns", range(6))
async def test_a_reader_cancelled_at_any_moment_leaves_the_next_one_its_turn(database: Database, turns: int) -> None:
    cancelled = asyncio.create_task(read(database))
    for _ in range(turns):
        await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    assert await read(database) is None
