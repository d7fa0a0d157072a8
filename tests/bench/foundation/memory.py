"""Memory: idle, and after ten thousand different people have each said something."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from tests.bench.figures import Figure, at_most
from tests.bench.processes import ours, resident_mb
from tests.bench.seeding import fill
from tests.bench.stand_in import StandIn, serving

PEOPLE, WARM_UP = 10_000, 1_000
IDLE_MB, GROWTH_MB = 200, 20


async def measure(folder: Path) -> AsyncGenerator[Figure, None]:
    (school,) = await fill(folder / "memory", PEOPLE + WARM_UP + 1)
    async with serving() as telegram, ours(telegram, folder / "memory") as process:
        await asyncio.sleep(3)
        yield at_most("RSS idle", resident_mb(process.pid), IDLE_MB, "MB")
        await _each_says(telegram, school.teachers[:WARM_UP])
        warm = resident_mb(process.pid)
        await _each_says(telegram, school.teachers[WARM_UP:])
        await asyncio.sleep(2)
        yield at_most("RSS growth over 10,000 people", resident_mb(process.pid) - warm, GROWTH_MB, "MB")


async def _each_says(telegram: StandIn, users: Sequence[int]) -> None:
    """In batches, as a long day would bring them."""
    for first in range(0, len(users), 100):
        batch = users[first : first + 100]
        left, everybody = set(batch), asyncio.Event()

        def heard(chat: int, _keyboard: bytes, left: set[int] = left, over: asyncio.Event = everybody) -> None:
            left.discard(chat)
            if not left:
                over.set()

        telegram.shown = heard
        for user in batch:
            telegram.say(user, "/menu")
        await asyncio.wait_for(everybody.wait(), 60)
        telegram.forget()
