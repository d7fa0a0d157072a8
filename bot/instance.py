"""One instance per database: a lock on a file beside it, or an advisory lock in PostgreSQL."""

import asyncio
import fcntl
import logging
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Protocol

from storage.database import StorageTrouble, sqlite_path

log = logging.getLogger(__name__)

TRY_SECONDS = 1.0
TRIES = 90  # the server may take a minute to notice that an old connection of ours has died


class AlreadyRunning(Exception):
    """Another process works on the same database."""


class Lock(Protocol):
    """What a database server holds for us; lost with its connection."""

    async def take(self) -> bool: ...
    async def end_writers(self) -> None: ...
    async def lost(self) -> None: ...
    async def release(self) -> None: ...


@asynccontextmanager
async def only_instance(database_url: str, *, tries: int = TRIES) -> AsyncIterator[None]:
    """Hold the lock for the life of the process.

    Raises AlreadyRunning; in the middle of the body when PostgreSQL's lock was lost and somebody else has it.
    """
    if (path := sqlite_path(database_url)) is not None:
        with _file_lock(path):
            yield
        return
    from storage.postgres import AdvisoryLock  # noqa: PLC0415  psycopg is an optional extra

    async with _server_lock(AdvisoryLock(database_url), tries):
        yield


@contextmanager
def _file_lock(database: Path) -> Iterator[None]:
    """On a file of its own: closing any descriptor of the database file would drop SQLite's locks."""
    path = database.with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise AlreadyRunning(f"another nastavnik already works on {database.name}") from None
    try:
        yield
    finally:
        os.close(descriptor)


@asynccontextmanager
async def _server_lock(lock: Lock, tries: int) -> AsyncIterator[None]:
    try:
        if not await lock.take():
            raise AlreadyRunning("another nastavnik already works on this PostgreSQL database")
        await lock.end_writers()
        keeper = asyncio.create_task(_keep(lock, tries), name="instance lock")
        try:
            # No time limit: the keeper's end is what ends the body.
            async with asyncio.timeout(None) as holding:
                keeper.add_done_callback(lambda task: None if task.cancelled() else holding.reschedule(0))
                yield
        except TimeoutError:
            if keeper.done():
                keeper.result()
            raise
        finally:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)
    finally:
        await lock.release()


async def _keep(lock: Lock, tries: int) -> None:
    """Takes a lost lock again; raises AlreadyRunning when somebody else keeps it."""
    while True:
        await lock.lost()
        log.warning("the connection that holds the instance lock was lost")
        for attempt in range(tries):
            if attempt:
                await asyncio.sleep(TRY_SECONDS)
            if await take_when_reachable(lock):
                break
        else:
            raise AlreadyRunning("the database was taken over by another nastavnik")


async def take_when_reachable(lock: Lock) -> bool:
    """As `take`, however long the server is out of reach."""
    while True:
        try:
            return await lock.take()
        except StorageTrouble:
            await asyncio.sleep(TRY_SECONDS)
