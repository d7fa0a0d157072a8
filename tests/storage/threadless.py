"""A SQLite database in memory without a thread beside it: for tests that take thousands of steps."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from storage.database import Database
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.sqlite import PRAGMAS, SqliteConnection
from tests.storage.seeds import NOW


class Threadless:
    """What `SqliteConnection` asks of aiosqlite, done at once."""

    def __init__(self) -> None:
        self._raw = sqlite3.connect(":memory:", isolation_level=None)
        self._raw.row_factory = sqlite3.Row

    @property
    def in_transaction(self) -> bool:
        return self._raw.in_transaction

    async def execute(self, sql: str, params: Any = ()) -> sqlite3.Cursor:
        return self._raw.execute(sql, params)

    async def execute_fetchall(self, sql: str, params: Any = ()) -> Sequence[sqlite3.Row]:
        return self._raw.execute(sql, params).fetchall()

    async def executemany(self, sql: str, rows: Iterable[Any]) -> sqlite3.Cursor:
        return self._raw.executemany(sql, rows)

    async def close(self) -> None:
        self._raw.close()


async def database_in_memory() -> Database:
    """With the newest schema; it is read and written by the same connection."""
    raw = Threadless()
    for pragma in PRAGMAS:
        await raw.execute(pragma)
    connection = SqliteConnection(raw, read_only=False)  # type: ignore[arg-type]  # as much of it as is asked for
    database = Database(Dialect.SQLITE, connection, connection, None)
    await migrate(database, now=NOW)
    return database
