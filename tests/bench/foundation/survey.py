"""Ten questions, 200 people at once and one alone: our bot with full durability against a bare one in memory."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.crowd import Crowd, Walk
from tests.bench.figures import Figure, p99, spread
from tests.bench.processes import bare, ours
from tests.bench.seeding import FIRST_USER, fill
from tests.bench.stand_in import serving

PEOPLE, ALONE, ROUNDS = 200, 5, 4


@dataclass(frozen=True, slots=True)
class Pair:
    """One round: the crowd's walk and the walks of those who came alone."""

    together: Walk
    alone: Sequence[float]


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Rounds alternate on the same machine in the same minutes; only their ratios are compared."""
    rates, delays = [], []
    for number in range(ROUNDS):
        own = await _round(ours, folder / f"ours-{number}")
        other = await _round(bare, folder / f"bare-{number}")
        rates.append(own.together.rate / other.together.rate)
        delays.append(p99(own.alone) / p99(other.alone))
    rate, delay = median(rates), median(delays)
    yield Figure("updates/s, 200 people, ours/bare", f"{rate:.2f} ({spread(rates)})", ">= 1.0", rate >= 1.0)
    yield Figure("p99 with one person, ours/bare", f"{delay:.2f} ({spread(delays)})", "<= 2.0", delay <= 2.0)


async def _round(bot: object, folder: Path) -> Pair:
    await fill(folder, PEOPLE + 2 * ALONE + 1)
    users = range(FIRST_USER + 2, FIRST_USER + 2 + PEOPLE + ALONE)
    async with _telegram(bot, folder) as crowd:
        await crowd.walk(users[:1])  # what is loaded once is loaded before
        alone = [wait for user in users[1:ALONE] for wait in (await crowd.walk([user])).waits]
        return Pair(await crowd.walk(users[ALONE:]), alone)


@asynccontextmanager
async def _telegram(bot: object, folder: Path) -> AsyncIterator[Crowd]:
    if not callable(bot):
        raise TypeError("a bot is started by a function of `tests.bench.processes`")
    async with serving() as telegram, bot(telegram, folder):
        yield Crowd(telegram)
