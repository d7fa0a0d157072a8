"""PostgreSQL through psycopg 3 behind the same protocol; the only file that knows psycopg."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from typing import Any, TypeAlias

import psycopg

from storage.database import StorageTrouble
from storage.rows import SqlValue

INSTANCE_LOCK = 0x6E617374  # "nast": any number that nobody else in this database locks by
WRITER_LOCK = 0x6E617375  # the one after it
TURN_LOCK = 0x6E617376
WAIT = "5s"  # for the transaction that a dead predecessor has left behind
HANGS = "5s"  # a deputy that does nothing in the middle of its turn has lost it
OPEN_SECONDS = 10
RELEASE_SECONDS = 2

Connect: TypeAlias = Callable[[], Awaitable["psycopg.AsyncConnection[Any]"]]

# Until the transaction ends, however it ends.
_TURN = f"pg_advisory_xact_lock({TURN_LOCK}, hashtext(current_schema()))"

# The server too is to notice within a minute that the other machine is gone: it may hold a lock. But a session that
# has nothing to say for hours is not to be ended (not every version would).
_SESSION = """SELECT set_config(name, value, false) FROM (VALUES
                  ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'),
                  ('idle_session_timeout', '0')) AS wanted (name, value)
              WHERE name IN (SELECT name FROM pg_settings)"""

# A literal, a cast or a parameter: only the last is translated; a bare % is doubled for psycopg.
_TOKENS = re.compile(r"'(?:[^']|'')*'|::|:([a-z_][a-z0-9_]*)|%")


@cache
def translate(sql: str) -> str:
    """`:name` parameters as psycopg wants them, leaving literals, `::` casts and `%` what they were."""

    def token(match: re.Match[str]) -> str:
        if match.group(1):
            return f"%({match.group(1)})s"
        return match.group(0).replace("%", "%%")

    return _TOKENS.sub(token, sql)


class PostgresConnection:
    """One psycopg connection in explicit transactions; a new one takes its place when the server has dropped it.

    `sole`: no second such connection is open before the transaction of the first has ended, one way or the other.
    `in_turns`: of all such connections one is inside a write transaction, the others wait.
    """

    def __init__(self, raw: psycopg.AsyncConnection[Any], connect: Connect, begin: str) -> None:
        self._raw = raw
        self._connect = connect
        self._begin = begin

    @classmethod
    async def open(cls, url: str, *, sole: bool = False, in_turns: bool = False) -> "PostgresConnection":
        by = _connect_alone if sole else _connect_for_turns if in_turns else _connect
        return cls(await by(url), partial(by, url), f"BEGIN; SELECT {_TURN}" if in_turns else "BEGIN")

    async def fetch(self, sql: str, params: Mapping[str, SqlValue]) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
        async with self._raw.cursor() as cursor:
            await cursor.execute(translate(sql), params)
            rows = await cursor.fetchall()
            return tuple(column.name for column in cursor.description or ()), rows

    async def execute(self, sql: str, params: Mapping[str, SqlValue]) -> int:
        async with self._raw.cursor() as cursor:
            await cursor.execute(translate(sql), params)
            return cursor.rowcount

    async def execute_many(self, sql: str, rows: Sequence[Mapping[str, SqlValue]]) -> None:
        async with self._raw.cursor() as cursor:
            await cursor.executemany(translate(sql), rows)

    async def begin(self, *, read_only: bool) -> None:
        if self._raw.closed:
            self._raw = await self._connect()
        # Two statements are one trip to the server, but cannot be prepared.
        begin = "BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ" if read_only else self._begin
        await self._raw.execute(begin, prepare=False)

    async def commit(self) -> None:
        await self._raw.execute("COMMIT")

    async def rollback(self) -> None:
        try:
            if not self._raw.closed:
                await self._raw.execute("ROLLBACK")
        except psycopg.OperationalError:
            await self._raw.close()  # the transaction went with the connection

    def wait_at_most(self, seconds: float) -> None:
        """Readers and writers do not lock each other out here."""

    async def rewrite(self) -> bool:
        """Deleted rows stand in their tables until something else is written there. False: somebody uses them now."""
        await self._raw.execute("SET lock_timeout = '2s'")
        try:
            await self._raw.execute("VACUUM (FULL) answer, anonymous_answer, form_run, form_ask")
        except psycopg.errors.LockNotAvailable:
            return False
        finally:
            await self._raw.execute("SET lock_timeout = DEFAULT")
        return True

    async def empty_log(self) -> bool:
        """The server recycles its log by itself."""
        return True

    def is_trouble(self, error: BaseException) -> bool:
        return isinstance(error, (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout))

    async def close(self) -> None:
        await self._raw.close()


class AdvisoryLock:
    """One holder in a database (and schema), on a connection of its own: not through a transaction-pooling proxy."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._raw: psycopg.AsyncConnection[Any] | None = None

    async def take(self) -> bool:
        """False when somebody holds it. Raises StorageTrouble while the server is out of reach."""
        try:
            if self._raw is None or self._raw.closed:
                self._raw = await _connect(self._url)
            cursor = await self._raw.execute(
                "SELECT pg_try_advisory_lock(%s, hashtext(current_schema()))", [INSTANCE_LOCK]
            )
            row = await cursor.fetchone()
        except psycopg.OperationalError as error:
            raise StorageTrouble(type(error).__name__) from error
        return row is not None and bool(row[0])

    async def end_writers(self) -> None:
        """Whoever writes still has lost the lock that is ours now, and may not know of it."""
        if self._raw is None:
            return
        try:
            await self._raw.execute(
                """SELECT pg_terminate_backend(pid) FROM pg_locks
                   WHERE locktype = 'advisory' AND granted AND classid = %s
                         AND objid::bigint = hashtext(current_schema())::bigint & 4294967295
                         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""",
                [WRITER_LOCK],
            )
        except psycopg.OperationalError as error:
            raise StorageTrouble(type(error).__name__) from error

    async def lost(self) -> None:
        """Returns when the connection is gone, and the lock with it."""
        with suppress(psycopg.OperationalError):
            while self._raw is not None:
                async for _ in self._raw.notifies():  # nobody notifies: this is a wait for the end of the connection
                    pass

    async def release(self) -> None:
        """By its name first: a closed connection ends on the server a little later, and the next one asks at once."""
        if self._raw is None:
            return
        with suppress(psycopg.Error, TimeoutError):
            async with asyncio.timeout(RELEASE_SECONDS):
                await self._raw.execute("SELECT pg_advisory_unlock_all()")
        await self._raw.close()


async def _connect_for_turns(url: str) -> psycopg.AsyncConnection[Any]:
    raw = await _connect(url)
    await raw.execute(f"SET idle_in_transaction_session_timeout = '{HANGS}'")
    return raw


async def _connect(url: str) -> psycopg.AsyncConnection[Any]:
    # autocommit: transactions begin and end only where `Database` says so.
    raw = await psycopg.AsyncConnection.connect(
        url,
        autocommit=True,
        connect_timeout=OPEN_SECONDS,
        keepalives_idle=30,
        keepalives_interval=10,
        keepalives_count=3,
    )
    await raw.execute(_SESSION)
    return raw


async def _connect_alone(url: str) -> psycopg.AsyncConnection[Any]:
    """The lock is the session's: it is free when the session's last transaction has ended, and not before."""
    raw = await _connect(url)
    try:
        await raw.execute(f"SET lock_timeout = '{WAIT}'")
        await raw.execute("SELECT pg_advisory_lock(%s, hashtext(current_schema()))", [WRITER_LOCK])
        await raw.execute("SET lock_timeout = DEFAULT")
    except BaseException:
        await raw.close()
        raise
    return raw
