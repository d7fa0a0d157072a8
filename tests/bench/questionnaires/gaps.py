"""Is the event loop free for others while something long is done?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter

TICK_SECONDS = 0.01


@dataclass(slots=True)
class Gap:
    """The longest time between two ticks."""

    seconds: float = 0.0


@asynccontextmanager
async def ticking() -> AsyncIterator[Gap]:
    gap = Gap()
    ticker = asyncio.create_task(_tick(gap))
    await asyncio.sleep(5 * TICK_SECONDS)
    gap.seconds = 0.0
    yield gap
    ticker.cancel()


async def _tick(gap: Gap) -> None:
    before = perf_counter()
    while True:
        await asyncio.sleep(TICK_SECONDS)
        now = perf_counter()
        gap.seconds, before = max(gap.seconds, now - before), now
