"""Replies of the running bot while pairs of a large town are found beside it, again and again.

A worker of the bench's own finds them, on the bot's machine: the processors are shared, but it is not the bot's loop
that sends the problem over (what that takes is a figure of `optimum`: the loop's longest gap).
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.worker import Worker, call
from mentoring.rules.matching import Problem
from tests.bench.crowd import Crowd
from tests.bench.figures import Figure, at_most, p99
from tests.bench.pairs.invented import town
from tests.bench.pairs.optimum import LARGER, PROPOSE
from tests.bench.processes import ours
from tests.bench.seeding import fill
from tests.bench.stand_in import serving

PEOPLE, AT_ONCE = 400, 20
LONGEST_WAIT_MS = 300.0


async def measure(folder: Path) -> AsyncIterator[Figure]:
    home = folder / "pairs"
    (school,) = await fill(home, 2 * PEOPLE + 2)
    first, users = school.teachers[:1], school.teachers[1:]
    async with serving() as telegram, ours(telegram, home):
        crowd = Crowd(telegram)
        await crowd.walk(first)  # what is loaded once is loaded before
        alone = await _walk(crowd, users[:PEOPLE])
        async with _finding(town(*LARGER)) as found:
            waits = await _walk(crowd, users[PEOPLE:])
    note = f"{len(waits):,} presses, {AT_ONCE} people at once, found {len(found)} times; else {p99(alone) * 1000:.3g}"
    yield at_most("replies while pairs are found, p99", p99(waits) * 1000, LONGEST_WAIT_MS, "ms", note=note)


async def _walk(crowd: Crowd, users: Sequence[int]) -> list[float]:
    waits: list[float] = []
    for first in range(0, len(users), AT_ONCE):
        waits += (await crowd.walk(users[first : first + AT_ONCE])).waits
    return waits


@asynccontextmanager
async def _finding(problem: Problem) -> AsyncIterator[list[int]]:
    """How many pairs there are, each time that they were found."""
    worker, found = Worker(), list[int]()
    finding = asyncio.create_task(_find(worker, problem, found))
    try:
        yield found
    finally:
        finding.cancel()
        with suppress(asyncio.CancelledError):
            await finding
        worker.close()


async def _find(worker: Worker, problem: Problem, found: list[int]) -> None:
    while True:
        found.append(len((await worker.run(call, PROPOSE, (problem,))).lines))
