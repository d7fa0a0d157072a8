"""One instance per database: a second one is refused, wherever it runs, until the first is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from bot.instance import AlreadyRunning, only_instance
from storage.postgres import INSTANCE_LOCK
from tests.storage.locks import LOCKS, holders


async def test_a_second_instance_is_refused(url: str) -> None:
    async with only_instance(url):
        with pytest.raises(AlreadyRunning):
            async with only_instance(url):
                pass


async def test_the_next_instance_may_start_when_the_first_is_gone(url: str) -> None:
    async with only_instance(url):
        pass
    async with only_instance(url):
        pass


async def test_the_lock_is_free_after_an_instance_that_failed(url: str) -> None:
    with suppress(ZeroDivisionError):
        async with only_instance(url):
            raise ZeroDivisionError
    async with only_instance(url):
        pass


async def test_a_refused_instance_does_not_free_the_lock_of_the_first(url: str) -> None:
    async with only_instance(url):
        for _ in range(2):
            with pytest.raises(AlreadyRunning):
                async with only_instance(url):
                    pass


async def test_an_error_of_the_body_comes_out_as_it_is(url: str) -> None:
    with pytest.raises(TimeoutError, match="of the body"):
        async with only_instance(url):
            raise TimeoutError("of the body")


async def test_two_databases_have_their_own_instances(tmp_path: Path) -> None:
    async with only_instance(f"sqlite:///{tmp_path / 'one.db'}"), only_instance(f"sqlite:///{tmp_path / 'two.db'}"):
        pass


async def test_the_locks_file_is_beside_the_database_and_for_the_owner_alone(tmp_path: Path) -> None:
    async with only_instance(f"sqlite:///{tmp_path / 'new' / 'school.db'}"):
        (lock,) = (tmp_path / "new").iterdir()
    assert (lock.name, oct(lock.stat().st_mode)[-4:]) == ("school.lock", "0600")


async def test_a_lost_connection_takes_the_lock_again(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as server:
        async with only_instance(postgres_url):
            (lost,) = holders(server)
            server.execute("SELECT pg_terminate_backend(%s)", [lost])
            async with asyncio.timeout(5):
                while holders(server) in ([], [lost]):
                    await asyncio.sleep(0.01)
            with pytest.raises(AlreadyRunning):
                async with only_instance(postgres_url):
                    pass


async def test_an_instance_whose_lock_was_taken_over_ends(postgres_url: str) -> None:
    with pytest.raises(AlreadyRunning):
        async with asyncio.timeout(10), only_instance(postgres_url, tries=1), taken_over(postgres_url):
            await asyncio.Event().wait()


@asynccontextmanager
async def taken_over(url: str) -> AsyncIterator[None]:
    """A rival waits for the lock, and the connection that holds it is cut: the rival has it before we are back."""
    with psycopg.connect(url, autocommit=True) as server, psycopg.connect(url, autocommit=True) as rival:
        lock = f"SELECT pg_advisory_lock({INSTANCE_LOCK}, hashtext(current_schema()))"
        waiting = asyncio.create_task(asyncio.to_thread(rival.execute, lock))
        while not any(not granted for _, granted in server.execute(LOCKS)):
            await asyncio.sleep(0.01)
        (holder,) = holders(server)
        server.execute("SELECT pg_terminate_backend(%s)", [holder])
        await waiting
        yield
