"""Ten questions, 200 people at once and one alone: our bot with full durability against a bare one in memory."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.crowd import Crowd, Walk
from tests.bench.figures import Figure, p99, spread
from tests.bench.processes import Process, bare, cpu_seconds, ours
from tests.bench.seeding import FIRST_USER, fill
from tests.bench.stand_in import StandIn, serving

Bot = Callable[[StandIn, Path], AbstractAsyncContextManager[Process]]

PEOPLE, ALONE, ROUNDS = 200, 5, 4


@dataclass(frozen=True, slots=True)
class Pair:
    """One round: the crowd's walk, the waits of those who came alone, and the CPU seconds of the bot in the crowd."""

    together: Walk
    alone: Sequence[float]
    cpu: float


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Rounds alternate on the same machine in the same minutes; only their ratios are compared."""
    rates, delays, cpu = [], [], []
    for number in range(ROUNDS):
        own = await _round(ours, folder / f"ours-{number}")
        other = await _round(bare, folder / f"bare-{number}")
        cpu.append(own.cpu / other.cpu)
        rates.append(own.together.rate / other.together.rate)
        delays.append(p99(own.alone) / p99(other.alone))
    rate, delay = median(rates), median(delays)
    shown = f"{rate:.2f} ({spread(rates)}; CPU {median(cpu):.2f})"
    yield Figure("updates/s, 200 people, ours/bare", shown, ">= 1.0", rate >= 1.0)
    yield Figure("p99 with one person, ours/bare", f"{delay:.2f} ({spread(delays)})", "<= 2.0", delay <= 2.0)


async def _round(bot: Bot, folder: Path) -> Pair:
    await fill(folder, PEOPLE + 2 * ALONE + 1)
    users = range(FIRST_USER + 2, FIRST_USER + 2 + PEOPLE + ALONE)
    async with serving() as telegram, bot(telegram, folder) as process:
        crowd = Crowd(telegram)
        await crowd.walk(users[:1])  # what is loaded once is loaded before
        alone = [wait for user in users[1:ALONE] for wait in (await crowd.walk([user])).waits]
        before = cpu_seconds(process.pid)
        together = await crowd.walk(users[ALONE:])
        return Pair(together, alone, cpu_seconds(process.pid) - before)
