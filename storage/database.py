"""Opening a database and its transactions: one writer, one reader for long reads."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from storage.checkpoints import Checkpoints
from storage.dialect import Dialect
from storage.sqlite import SqliteConnection
from storage.tx import Connection, Tx, transaction_open


class StorageTrouble(Exception):
    """The database is busy, full or out of reach for now: wait and do the same again."""


class TransactionalConnection(Connection, Protocol):
    """A driver's connection that also begins and ends transactions."""

    async def begin(self, *, read_only: bool) -> None: ...
    async def commit(self) -> None: ...
    async def rollback(self) -> None: ...
    async def close(self) -> None: ...
    async def rewrite(self) -> bool: ...
    async def empty_log(self) -> bool: ...
    def wait_at_most(self, seconds: float) -> None: ...
    def is_trouble(self, error: BaseException) -> bool: ...


class Database:
    """Write transactions one after another on one connection; reads on another that cannot write."""

    def __init__(
        self,
        dialect: Dialect,
        writer: TransactionalConnection,
        reader: TransactionalConnection,
        path: Path | None,
        *,
        checkpoints: bool = False,
        shared: bool = False,
    ) -> None:
        self.dialect = dialect
        self.shared = shared  # another process writes too, in turns with this one
        self.path = path  # of the SQLite file; None for PostgreSQL
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._checkpoints = Checkpoints(path, self.silence) if path and checkpoints else None

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """BEGIN IMMEDIATE … COMMIT, rolled back when the body raises. No network may be used inside.

        Raises StorageTrouble when the database itself is the reason.
        """
        async with self._writing:
            token = transaction_open.set(True)
            try:
                async with _transaction(self._writer, read_only=False) as tx:
                    yield tx
            finally:
                transaction_open.reset(token)
        if self._checkpoints is not None:
            self._checkpoints.written()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """One consistent picture for an export or a report; a write raises, trouble is StorageTrouble as in `write`."""
        async with self._reading, _transaction(self._reader, read_only=True) as tx:
            yield tx

    async def rewrite(self) -> bool:
        """What was deleted leaves no trace, nor does the order in which the rest came. False: not now, try later."""
        async with self.silence():
            return await self._writer.rewrite()

    async def empty_log(self) -> bool:
        """After a commit, never inside of one: what was deleted leaves the write-ahead log too, the file is whole.

        Most is moved beside the writer, the rest while nobody of us reads or writes. False when somebody outside
        reads just now: try later.
        """
        if self._checkpoints is None:
            async with self.silence():
                return await self._writer.empty_log()
        async with self._checkpoints.moving:
            await self._checkpoints.move()
            async with self.silence():
                return await self._writer.empty_log()

    @asynccontextmanager
    async def silence(self) -> AsyncIterator[None]:
        """Nobody of us reads or writes. A long read is waited for while others write."""
        async with self._reading, self._writing:
            yield

    def wait_at_most(self, seconds: float) -> None:
        """For somebody else's lock, from now on; what waits already too. Then it is StorageTrouble."""
        self._writer.wait_at_most(seconds)
        self._reader.wait_at_most(seconds)

    async def close(self) -> None:
        if self._checkpoints is not None:
            await self._checkpoints.close()
        await self._reader.close()
        await self._writer.close()


@asynccontextmanager
async def _transaction(connection: TransactionalConnection, *, read_only: bool) -> AsyncIterator[Tx]:
    try:
        await connection.begin(read_only=read_only)
        yield Tx(connection)
        await connection.commit()
    except BaseException as error:
        # Shielded: a cancelled task must not leave the only connection inside a transaction.
        await asyncio.shield(connection.rollback())
        if connection.is_trouble(error):
            raise StorageTrouble(type(error).__name__) from error
        raise


def sqlite_path(url: str) -> Path | None:
    """Where the SQLite file of a database URL is; None for PostgreSQL."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


async def open_database(url: str, *, sole: bool = False, in_turns: bool = False) -> Database:
    """A database by its URL, `sqlite:///path` or `postgresql://…`; the schema is not touched.

    `sole` is for the bot itself, which trusts what it has read before: on a server it waits until a predecessor's
    last transaction has ended. `in_turns` is for two processes that write to one PostgreSQL database: one transaction
    at a time, and for the one that is not `sole` the server ends what has come to a halt in the middle.
    """
    if (path := sqlite_path(url)) is not None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)  # whoever creates it, with whatever umask; -wal and -shm follow it
        writer = await SqliteConnection.open(path)
        reader = await SqliteConnection.open(path, read_only=True)
        return Database(Dialect.SQLITE, writer, reader, path, checkpoints=True)
    if url.startswith(("postgresql://", "postgres://")):
        from storage.postgres import PostgresConnection  # noqa: PLC0415  psycopg is an optional extra

        connection = await PostgresConnection.open(url, sole=sole, in_turns=in_turns)
        return Database(Dialect.POSTGRES, connection, await PostgresConnection.open(url), None, shared=in_turns)
    raise ValueError("DATABASE_URL must begin with sqlite:/// or postgresql://")
