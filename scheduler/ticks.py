"""What the alarm clock wakes: each tick is one call of one use case in one transaction."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from typing import TypeAlias, TypeVar

from mentoring import housekeeping, queue_watch, reminders
from storage.tx import Tx

Result = TypeVar("Result")
Write: TypeAlias = Callable[[], AbstractAsyncContextManager[Tx]]


class Ticks:
    """A tick that fails is told to the operator and comes again: looking at what is true now needs no memory."""

    def __init__(self, write: Write, now: Callable[[], datetime], alarm: Callable[[str], None]) -> None:
        self._write = write
        self._now = now
        self._alarm = alarm
        self._number = 0

    async def plan(self) -> reminders.Plan | None:
        """School by school, each in a transaction of its own: nobody's press waits for all of them."""
        for school in reminders.turn(await self._tick(queue_watch.awake) or [], self._number):
            await self._tick(partial(queue_watch.look, school=school))
        awake = await self._tick(reminders.awake)
        if awake is None:
            return None
        whose = reminders.turn(awake, self._number)
        self._number += 1
        planned = [await self._tick(partial(reminders.plan, school=school)) for school in whose]
        await self._tick(reminders.note_planned)
        return reminders.Plan(len(whose), sum(notices or 0 for notices in planned))

    async def housekeep(self) -> housekeeping.Kept | None:
        return await self._tick(housekeeping.keep)

    async def _tick(self, use_case: Callable[[Tx, datetime], Awaitable[Result]]) -> Result | None:
        try:
            async with self._write() as tx:
                return await use_case(tx, self._now())
        except Exception as error:
            self._alarm(f"a tick failed: {_name(use_case)}, {type(error).__name__}")
            return None


def _name(use_case: Callable[..., object]) -> str:
    return use_case.func.__name__ if isinstance(use_case, partial) else use_case.__name__
