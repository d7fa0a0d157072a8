"""From the start of the process to its first answer."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, at_most
from tests.bench.processes import end, our_settings, start
from tests.bench.seeding import fill
from tests.bench.stand_in import serving

LIMIT_SECONDS = 6.0


async def measure(folder: Path) -> AsyncIterator[Figure]:
    (school,) = await fill(folder / "start", 10)
    async with serving() as telegram:
        answered = asyncio.Event()
        telegram.shown = lambda _chat, _keyboard: answered.set()
        telegram.say(school.teachers[0], "/menu")
        began = perf_counter()
        process = await start("bot", folder / "start", our_settings(telegram, folder / "start"))
        try:
            await asyncio.wait_for(answered.wait(), 60)
            yield at_most("start to first answer", perf_counter() - began, LIMIT_SECONDS, "s")
        finally:
            await end(process)
