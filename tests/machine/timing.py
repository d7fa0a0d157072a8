"""Time for the machine's tests: sleeps that end in the order of their deadlines, as soon as nothing else moves."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from bot.clock import Clock

NOON = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
T = TypeVar("T")


class SkippingTime(Clock):
    """A clock that runs, and jumps over whatever everybody only waits for."""

    def __init__(self, busy: Callable[[], bool], start: datetime = NOON) -> None:
        super().__init__()
        self._busy = busy
        self._start = start
        self._began = asyncio.get_running_loop().time()
        self._skipped = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.seconds)

    @property
    def seconds(self) -> float:
        """Since the start."""
        return asyncio.get_running_loop().time() - self._began + self._skipped

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, next(self._numbers), future))
        await future

    async def until(self, work: Awaitable[T]) -> T:
        """Run it to its end, skipping every wait."""
        task = asyncio.ensure_future(work)
        while not task.done():
            await self.quiet()
            if not task.done() and not self._wake_first():
                await asyncio.wait([task], timeout=0.001)
        return task.result()

    async def pass_(self, seconds: float) -> None:
        """Let so much time go by."""
        await self.until(self.sleep(seconds))
        await self.quiet()

    async def quiet(self) -> None:
        """Until nobody moves: no transaction is open, and every task waits for time or for ever."""
        calm = 0
        while calm < 12:
            await asyncio.sleep(0.0003 if self._busy() else 0)
            calm = 0 if self._busy() else calm + 1

    def _wake_first(self) -> bool:
        while self._sleepers:
            deadline, _, future = heapq.heappop(self._sleepers)
            if not future.done():
                self._skipped += max(0.0, deadline - self.seconds)
                future.set_result(None)
                return True
        return False


async def cancelled(task: asyncio.Task[None]) -> None:
    """End a loop that would run for ever."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
