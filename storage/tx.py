"""The small surface that every query goes through."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

from storage.rows import SqlValue, builder, encode_all

R = TypeVar("R")
S = TypeVar("S")

# True inside a write transaction of this task: the guard of the Bot API client reads it.
transaction_open: ContextVar[bool] = ContextVar("transaction_open", default=False)


class Connection(Protocol):
    """What a database driver gives; SQL is in the common subset with `:name` parameters."""

    async def fetch(self, sql: str, params: Mapping[str, SqlValue]) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
        """Column names and all rows (no names are promised when there are no rows)."""

    async def execute(self, sql: str, params: Mapping[str, SqlValue]) -> int:
        """The number of rows changed."""

    async def execute_many(self, sql: str, rows: Sequence[Mapping[str, SqlValue]]) -> None: ...


class Tx:
    """One transaction: `one`, `all`, `run` with named parameters and typed rows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def one(self, row: type[R], sql: str, /, **params: object) -> R | None:
        """The first row as `row` (a dataclass, or a scalar type for the first column), or None."""
        rows = await self.all(row, sql, **params)
        return rows[0] if rows else None

    async def all(self, row: type[R], sql: str, /, **params: object) -> list[R]:
        columns, raw_rows = await self._connection.fetch(sql, encode_all(params))
        if not raw_rows:
            return []
        build = builder(row, columns)
        return [build(raw) for raw in raw_rows]

    async def one_and_many(
        self, one: type[R], many: type[S], sql: str, /, **params: object
    ) -> tuple[R | None, list[S]]:
        """A row and what a join brought along: the first row as `one`, each of them as `many`."""
        columns, raw_rows = await self._connection.fetch(sql, encode_all(params))
        if not raw_rows:
            return None, []
        build = builder(many, columns)
        return builder(one, columns)(raw_rows[0]), [build(raw) for raw in raw_rows]

    async def run(self, sql: str, /, **params: object) -> int:
        """The number of rows changed: a guarded UPDATE acts only when it is one."""
        return await self._connection.execute(sql, encode_all(params))

    async def run_many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """One statement for many rows, in one trip to the database."""
        if rows:
            await self._connection.execute_many(sql, [encode_all(row) for row in rows])

    async def inserted(self, sql: str, /, **params: object) -> int:
        """The id of an `INSERT … RETURNING id`."""
        new_id = await self.one(int, sql, **params)
        if new_id is None:
            raise LookupError("the statement returned no id")
        return new_id
