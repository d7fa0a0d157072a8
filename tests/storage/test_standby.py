"""Two processes on one PostgreSQL database: who leads, who waits, and that no two of them ever write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

import psycopg
import pytest

from bot.instance import AlreadyRunning, only_instance
from bot.standby import Turn, turn_to_lead
from storage import machine
from storage.database import Database, StorageTrouble, open_database
from storage.postgres import AdvisoryLock
from tests.storage.locks import LOCKS, cut_off, holders

NOW = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


class Process:
    """As much of a bot as leads or stands by."""

    def __init__(self, url: str) -> None:
        self.turn: Turn | None = None
        self.stop = asyncio.Event()
        self.leads = asyncio.Event()
        self.deposed = asyncio.Event()
        self._lock = AdvisoryLock(url)
        self._ends = asyncio.Event()
        self._life = asyncio.create_task(self._live())

    async def ends(self) -> None:
        self._ends.set()
        await self._life

    async def _live(self) -> None:
        async with turn_to_lead(self._lock, self.stop, deposed=self.deposed.set) as self.turn:
            if self.turn is not Turn.STOPPED:
                self.leads.set()
                await self._ends.wait()


@asynccontextmanager
async def process(url: str) -> AsyncIterator[Process]:
    made = Process(url)
    try:
        yield made
    finally:
        made.stop.set()
        await made.ends()


def soon() -> AbstractAsyncContextManager[object]:
    return asyncio.timeout(10)


async def test_the_second_stands_by_until_the_first_is_gone(postgres_url: str) -> None:
    async with process(postgres_url) as one, soon():
        await one.leads.wait()
        async with process(postgres_url) as two:
            await asyncio.sleep(1.2)
            assert not two.leads.is_set()
            await one.ends()
            await two.leads.wait()
            assert not one.deposed.is_set()
            assert (one.turn, two.turn) == (Turn.FREE, Turn.TAKEN_OVER)


async def test_who_is_stopped_while_it_stands_by_never_leads(postgres_url: str) -> None:
    async with process(postgres_url) as one, soon():
        await one.leads.wait()
        async with process(postgres_url) as two:
            two.stop.set()
            await two.ends()
            assert two.turn is Turn.STOPPED


async def test_a_leader_whose_lock_is_lost_is_deposed_at_once_and_the_other_leads(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as server:
        async with process(postgres_url) as one, soon():
            await one.leads.wait()
            async with process(postgres_url) as two:
                cut_off(server)
                await one.deposed.wait()
                await two.leads.wait()


async def test_who_stands_by_outlives_its_own_lost_connection(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as server:
        async with process(postgres_url) as one, soon():
            await one.leads.wait()
            async with process(postgres_url) as two:
                await asyncio.sleep(0.7)
                waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_try_advisory%'"
                server.execute(f"{waiting} AND pid <> pg_backend_pid() AND pid <> {holders(server)[0]}")
                await asyncio.sleep(0.7)
                await one.ends()
                await two.leads.wait()


async def test_without_standby_the_second_is_refused_beside_one_that_leads(postgres_url: str) -> None:
    async with process(postgres_url) as one, soon():
        await one.leads.wait()
        with pytest.raises(AlreadyRunning):
            async with only_instance(postgres_url):
                pass


async def test_who_takes_over_ends_what_the_leader_before_is_writing(postgres_url: str) -> None:
    """Cut off in the middle of a transaction: the next one reads what came of it, and it is nothing."""
    before = await open_database(postgres_url, sole=True)
    after: Database | None = None
    with pytest.raises(StorageTrouble):
        async with soon(), before.write() as tx:
            await machine.note(tx, "cut off", "in the middle", NOW)
            async with process(postgres_url) as next_one:
                await next_one.leads.wait()
                after = await open_database(postgres_url, sole=True)
                assert await noted(after) is None
            await machine.note(tx, "cut off", "and later", NOW)
    assert after is not None, "the next one could not begin to write"
    assert await noted(after) is None
    await after.close()
    await before.close()


class Unreachable:
    """The lock of a server that does not answer at first."""

    def __init__(self, times: int) -> None:
        self.times = times

    async def take(self) -> bool:
        self.times -= 1
        if self.times >= 0:
            raise StorageTrouble
        return True

    async def end_writers(self) -> None: ...

    async def lost(self) -> None:
        await asyncio.Event().wait()

    async def release(self) -> None: ...


async def test_a_server_that_is_out_of_reach_is_waited_for_and_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    async with soon(), turn_to_lead(Unreachable(3), asyncio.Event(), deposed=lambda: None) as turn:
        assert turn is Turn.FREE
    assert [record.getMessage() for record in caplog.records].count(
        "standing by: the PostgreSQL server is out of reach"
    ) == 1


async def test_nobody_writes_beside_the_one_that_writes(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.postgres.WAIT", "200ms")
    one = await open_database(postgres_url, sole=True)
    with pytest.raises(psycopg.errors.LockNotAvailable):
        await open_database(postgres_url, sole=True)
    with psycopg.connect(postgres_url, autocommit=True) as server:
        assert server.execute(LOCKS).fetchall() == [], "a writer is not yet an instance"
    await one.close()
    two = await open_database(postgres_url, sole=True)
    await two.close()


async def test_two_who_write_in_turns_never_write_at_once(postgres_url: str) -> None:
    one = await open_database(postgres_url, sole=True, in_turns=True)
    two = await open_database(postgres_url, in_turns=True)
    try:
        async with soon(), asyncio.TaskGroup() as both:
            for database in (one, two):
                both.create_task(counts(database, "turns", 100))
        assert await noted(one, "turns") == "200"
    finally:
        await one.close()
        await two.close()


async def test_a_deputy_that_hangs_in_its_turn_loses_it(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.postgres.HANGS", "300ms")
    one = await open_database(postgres_url, sole=True, in_turns=True)
    two = await open_database(postgres_url, in_turns=True)
    try:
        with pytest.raises(StorageTrouble):
            async with soon(), two.write() as tx:
                await machine.note(tx, "hangs", "by who hangs", NOW)
                await counts(one, "hangs", 1)
                await machine.note(tx, "hangs", "too late", NOW)
        assert await noted(one, "hangs") == "1"
        await counts(two, "hangs", 1)
        assert await noted(one, "hangs") == "2"
    finally:
        await one.close()
        await two.close()


async def test_help_begins_when_another_leads_again_after_an_error_and_ends_before_the_own_turn(
    postgres_url: str,
) -> None:
    begun, ended = 0, asyncio.Event()

    async def helps() -> None:
        nonlocal begun
        begun += 1
        if begun == 1:
            raise LookupError
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with process(postgres_url) as one, soon():
        await one.leads.wait()
        async with asyncio.TaskGroup() as both:
            both.create_task(ends_later(one))
            async with turn_to_lead(
                AdvisoryLock(postgres_url), asyncio.Event(), deposed=lambda: None, helps=helps
            ) as turn:
                assert turn is Turn.TAKEN_OVER
                assert (begun, ended.is_set()) == (2, True)


async def ends_later(one: Process) -> None:
    await asyncio.sleep(1.5)
    await one.ends()


async def counts(database: Database, what: str, times: int) -> None:
    """Reads and then writes, as handlers do."""
    for _ in range(times):
        async with database.write() as tx:
            before = int(await machine.value(tx, what) or 0)
            await machine.note(tx, what, str(before + 1), NOW)


async def noted(database: Database, what: str = "cut off") -> str | None:
    async with database.read() as tx:
        return await machine.value(tx, what)
