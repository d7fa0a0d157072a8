"""SQLite through aiosqlite: one writer connection, one `query_only` connection for long reads."""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import aiosqlite

from storage.rows import SqlValue

# FULL: Telegram is told "received" on the strength of a commit; NORMAL would forget it at a power cut.
PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)

# Of the five seconds that a lock of an outsider is waited for, SQLite itself waits a little at a time: a thread that
# is inside of it can neither be told to stop nor be left.
BUSY_TIMEOUT = "PRAGMA busy_timeout = 200"
NO_CHECKPOINTS = "PRAGMA wal_autocheckpoint = 0"  # in no COMMIT: see `storage.checkpoints`
SHORT_LOG = "PRAGMA journal_size_limit = 8388608"  # the file of a log that was longer gets so short again
PATIENCE_SECONDS = 5.0
STATEMENTS = 512  # kept prepared: more than the bot has

_TROUBLE = tuple(f"SQLITE_{name}" for name in ("BUSY", "LOCKED", "IOERR", "FULL", "CANTOPEN"))
_READONLY = "SQLITE_READONLY"  # of the writer it is the disk's trouble, of the reader it is a bug


class SqliteConnection:
    """One aiosqlite connection behind the `Connection` protocol, in explicit transactions only."""

    def __init__(self, raw: aiosqlite.Connection, *, read_only: bool) -> None:
        self._raw = raw
        self._trouble = _TROUBLE if read_only else (*_TROUBLE, _READONLY)
        self._patience = PATIENCE_SECONDS

    @classmethod
    async def open(cls, path: Path, *, read_only: bool = False) -> "SqliteConnection":
        raw = await aiosqlite.connect(path, isolation_level=None, cached_statements=STATEMENTS)
        raw.row_factory = sqlite3.Row
        try:
            for pragma in PRAGMAS:
                await raw.execute_fetchall(pragma)
            await raw.execute_fetchall(BUSY_TIMEOUT)
            await raw.execute_fetchall(NO_CHECKPOINTS)
            await raw.execute_fetchall(SHORT_LOG)
            if read_only:
                await raw.execute_fetchall("PRAGMA query_only = ON")
        except BaseException:
            await raw.close()  # its thread would outlive the program
            raise
        return cls(raw, read_only=read_only)

    async def fetch(self, sql: str, params: Mapping[str, SqlValue]) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
        rows: list[Any] = list(await self._raw.execute_fetchall(sql, params))
        return (tuple(rows[0].keys()) if rows else ()), rows

    async def execute(self, sql: str, params: Mapping[str, SqlValue]) -> int:
        cursor = await self._raw.execute(sql, params)
        return cursor.rowcount

    async def execute_many(self, sql: str, rows: Sequence[Mapping[str, SqlValue]]) -> None:
        await self._raw.executemany(sql, rows)

    async def begin(self, *, read_only: bool) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        while True:
            try:
                await self._raw.execute_fetchall("BEGIN" if read_only else "BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or loop.time() - began >= self._patience:
                    raise
            else:
                return

    def wait_at_most(self, seconds: float) -> None:
        self._patience = seconds

    async def commit(self) -> None:
        await self._raw.execute_fetchall("COMMIT")

    async def rollback(self) -> None:
        # Asked of the thread, behind whatever a cancelled task left in its queue: a BEGIN may still be waiting there.
        try:
            await self._raw.execute_fetchall("ROLLBACK")
        except sqlite3.OperationalError:
            if self._raw.in_transaction:  # else a failed BEGIN, a COMMIT that came through, or a full disk ended it
                raise

    async def rewrite(self) -> bool:
        """A deleted row is overwritten, but what was moved between pages before leaves its traces in them."""
        await self._raw.execute_fetchall("VACUUM")
        return True

    async def empty_log(self) -> bool:
        """Not waiting for a reader outside: nobody can write meanwhile."""
        await self._raw.execute_fetchall("PRAGMA busy_timeout = 0")
        try:
            rows = list(await self._raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)"))
        finally:
            await self._raw.execute_fetchall(BUSY_TIMEOUT)
        return bool(rows) and rows[0][0] == 0

    def is_trouble(self, error: BaseException) -> bool:
        return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorname.startswith(self._trouble)

    async def close(self) -> None:
        await self._raw.close()
