"""What the alarm clock wakes: each tick is one call of one use case in one transaction."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TypeAlias, TypeVar

from mentoring import housekeeping, reminders
from storage.tx import Tx

Result = TypeVar("Result")
Write: TypeAlias = Callable[[], AbstractAsyncContextManager[Tx]]


class Ticks:
    """A tick that fails is told to the operator and comes again: looking at what is true now needs no memory."""

    def __init__(self, write: Write, now: Callable[[], datetime], alarm: Callable[[str], None]) -> None:
        self._write = write
        self._now = now
        self._alarm = alarm

    async def plan(self) -> reminders.Plan | None:
        return await self._tick(reminders.plan)

    async def housekeep(self) -> housekeeping.Kept | None:
        return await self._tick(housekeeping.keep)

    async def _tick(self, use_case: Callable[[Tx, datetime], Awaitable[Result]]) -> Result | None:
        try:
            async with self._write() as tx:
                return await use_case(tx, self._now())
        except Exception as error:
            self._alarm(f"a tick failed: {use_case.__name__}, {type(error).__name__}")
            return None
