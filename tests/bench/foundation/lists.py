"""Menus and lists of a school of 100, alone in its database and among a hundred thousand people."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, p99
from tests.bench.processes import ours
from tests.bench.seeding import fill
from tests.bench.stand_in import serving

SCREENS = {"menu": "/menu", "people": "/people", "bank": "/bank"}
TIMES, SCHOOL, OTHERS = 200, 100, 1000
RATIO = 2.0


async def measure(folder: Path) -> AsyncIterator[Figure]:
    small = await _delays(folder / "lists-small", SCHOOL)
    large = await _delays(folder / "lists-large", *[SCHOOL] * OTHERS)
    for name in SCREENS:
        ratio = large[name] / small[name]
        shown = f"{ratio:.2f} ({large[name] * 1000:.1f} and {small[name] * 1000:.1f} ms)"
        yield Figure(f"{name} p99, 100,000 people / 100", shown, f"<= {RATIO}", ratio <= RATIO)


async def _delays(folder: Path, *sizes: int) -> dict[str, float]:
    """p99 by screen, for the coordinator of the first school."""
    school = (await fill(folder, *sizes, answered=True))[0]
    delays: dict[str, list[float]] = {name: [] for name in SCREENS}
    async with serving() as telegram, ours(telegram, folder):
        answered = asyncio.Event()
        telegram.shown = lambda _chat, _keyboard: answered.set()
        for number in range(TIMES + 5):
            for name, command in SCREENS.items():
                answered.clear()
                began = perf_counter()
                telegram.say(school.coordinator, command)
                await asyncio.wait_for(answered.wait(), 20)
                if number >= 5:
                    delays[name].append(perf_counter() - began)
    return {name: p99(of) for name, of in delays.items()}
