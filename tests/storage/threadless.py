"""SQLite without a thread beside it: for tests that take thousands of steps, where each hop of a thread would count.

`tests/machine`, `tests/storage` and the killed processes have the threads.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from storage.database import Database, sqlite_path
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.sqlite import PRAGMAS, STATEMENTS, SqliteConnection
from tests.storage.seeds import NOW


class Threadless:
    """What `SqliteConnection` asks of aiosqlite, done at once."""

    def __init__(self, path: Path | str = ":memory:", *, read_only: bool = False) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None, cached_statements=STATEMENTS)
        self._raw.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            self._raw.execute(pragma)
        self._raw.execute("PRAGMA synchronous = OFF")  # no power cut is played with it
        if read_only:
            self._raw.execute("PRAGMA query_only = ON")

    @property
    def in_transaction(self) -> bool:
        return self._raw.in_transaction

    async def execute(self, sql: str, params: Any = ()) -> sqlite3.Cursor:
        return self._raw.execute(sql, params)

    async def execute_fetchall(self, sql: str, params: Any = ()) -> Sequence[sqlite3.Row]:
        return self._raw.execute(sql, params).fetchall()

    async def executemany(self, sql: str, rows: Iterable[Any]) -> sqlite3.Cursor:
        return self._raw.executemany(sql, rows)

    @property
    def changes(self) -> int:
        """Rows that were changed since it was opened."""
        return self._raw.total_changes

    def image(self) -> bytes:
        """The whole database as its file would be."""
        return self._raw.serialize()

    async def close(self) -> None:
        self._raw.close()


async def database_in_memory() -> Database:
    """With the newest schema; it is read and written by the same connection."""
    connection = _connection(Threadless(), read_only=False)
    database = Database(Dialect.SQLITE, connection, connection, None)
    await migrate(database, now=NOW)
    return database


_EMPTY: list[bytes] = []
_WRITERS: WeakKeyDictionary[Database, Threadless] = WeakKeyDictionary()


async def _migrated() -> bytes:
    """An empty database of the newest schema, made once: tests of migrations make theirs themselves."""
    if not _EMPTY:
        raw = Threadless()
        connection = _connection(raw, read_only=False)
        await migrate(Database(Dialect.SQLITE, connection, connection, None), now=NOW)
        _EMPTY.append(raw.image())
        await raw.close()
    return _EMPTY[0]


async def open_threadless(url: str) -> Database:
    """As `storage.database.open_database`, of a SQLite file; a new one has its schema already."""
    path = sqlite_path(url)
    if path is None:
        raise ValueError("only SQLite goes without threads")
    if not path.exists():
        path.write_bytes(await _migrated())
    writer, reader = Threadless(path), Threadless(path, read_only=True)
    connections = (_connection(writer, read_only=False), _connection(reader, read_only=True))
    database = Database(Dialect.SQLITE, *connections, path)
    _WRITERS[database] = writer
    return database


def writer_of(database: Database) -> Threadless | None:
    """None when the database has threads."""
    return _WRITERS.get(database)


def _connection(raw: Threadless, *, read_only: bool) -> SqliteConnection:
    return SqliteConnection(raw, read_only=read_only)  # type: ignore[arg-type]  # as much of it as is asked for
