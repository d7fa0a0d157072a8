"""A database connection that refuses on demand: busy, full, or silent about a commit that came through."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from storage.rows import SqlValue
from storage.sqlite import SqliteConnection


class Mood(Enum):
    BUSY = auto()  # no transaction begins
    FULL = auto()  # the commit fails, nothing of it is kept
    SILENT = auto()  # the commit comes through, and the connection is lost before its answer


class Refused(Exception):
    """What the mood raises; the storage layer takes it for trouble."""


class Moody:
    """A real connection behind a mood; `times` counts down to a good one, None lasts."""

    def __init__(self, real: SqliteConnection) -> None:
        self._real = real
        self.mood: Mood | None = None
        self.times: int | None = None
        self.commits = 0

    def is_in(self, mood: Mood, times: int | None = None) -> None:
        self.mood, self.times = mood, times

    async def begin(self, *, read_only: bool) -> None:
        if self._takes(Mood.BUSY):
            raise Refused
        await self._real.begin(read_only=read_only)

    async def commit(self) -> None:
        if self._takes(Mood.FULL):
            raise Refused
        await self._real.commit()
        self.commits += 1
        if self._takes(Mood.SILENT):
            raise Refused

    async def rollback(self) -> None:
        await self._real.rollback()

    async def close(self) -> None:
        await self._real.close()

    def wait_at_most(self, seconds: float) -> None:
        self._real.wait_at_most(seconds)

    async def rewrite(self) -> bool:
        return await self._real.rewrite()

    async def empty_log(self) -> bool:
        return await self._real.empty_log()

    def is_trouble(self, error: BaseException) -> bool:
        return isinstance(error, Refused) or self._real.is_trouble(error)

    async def fetch(self, sql: str, params: Mapping[str, SqlValue]) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
        return await self._real.fetch(sql, params)

    async def execute(self, sql: str, params: Mapping[str, SqlValue]) -> int:
        return await self._real.execute(sql, params)

    async def execute_many(self, sql: str, rows: Sequence[Mapping[str, SqlValue]]) -> None:
        await self._real.execute_many(sql, rows)

    def _takes(self, mood: Mood) -> bool:
        if self.mood is not mood:
            return False
        if self.times is not None:
            self.times -= 1
            if self.times <= 0:
                self.mood = None
        return True
