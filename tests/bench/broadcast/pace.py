"""An announcement to a thousand people at the pace of a real bot, while others press buttons."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from handlers.presses import Go, Spot, pack
from tests.bench.broadcast.coordinator import AFTERNOON, announces, speaking_day
from tests.bench.broadcast.telegram import MOST_A_SECOND, Strict
from tests.bench.figures import Figure, at_most, p99
from tests.bench.processes import ours
from tests.bench.seeding import fill
from tests.bench.stand_in import listening

PEOPLE, OTHERS = 1000, 60
SEND_RATE = 20  # the default of the setting
PRESS_SECONDS = 0.4  # between two presses, of 60 people in turn
LEAST_SHARE, LONGEST_WAIT_MS, FULLEST = 0.97, 100, 28
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Played:
    """When each message came, and how long others waited for their answers meanwhile."""

    telegram: Strict
    teachers: Sequence[int]
    waits: Sequence[float]

    @property
    def bulk(self) -> Sequence[float]:
        return sorted(at for user in self.teachers for at in self.telegram.messages[user])

    @property
    def seconds(self) -> float:
        return self.bulk[-1] - self.bulk[0]

    @property
    def wrong(self) -> int:
        """People who heard it twice or never."""
        return sum(len(self.telegram.messages[user]) != 1 for user in self.teachers)


async def measure(folder: Path) -> AsyncIterator[Figure]:
    for figure in _figures(await play(folder)):
        yield figure


async def play(folder: Path) -> Played:
    home = folder / "broadcast"
    school, others = await fill(home, PEOPLE + 1, OTHERS)
    telegram = Strict()
    settings = {"SEND_RATE": str(SEND_RATE), "CLOCK_START": speaking_day(AFTERNOON).isoformat()}
    async with listening(telegram), ours(telegram, home, settings):
        await announces(telegram, school.coordinator)
        telegram.refused = 0  # the coordinator here is quicker than people are, and asked for two screens in a second
        waits: list[float] = []
        presses = asyncio.create_task(_press(telegram, others.users, waits))
        try:
            await _arrive(telegram, school.teachers)
        finally:
            presses.cancel()
            with suppress(asyncio.CancelledError):
                await presses
    return Played(telegram, school.teachers, waits)


def _figures(played: Played) -> list[Figure]:
    telegram, bulk, seconds, waits = played.telegram, played.bulk, played.seconds, played.waits
    went = sum(bulk[0] < at <= bulk[-1] for at in telegram.taken)  # replies take their share of the pace
    share = went / (SEND_RATE * seconds)
    shown = f"{share:.3f} (SEND_RATE={SEND_RATE}; {len(bulk)} in {seconds:.1f} s, {went - len(bulk) + 1} replies)"
    return [
        Figure(f"announcement to {PEOPLE:,}, of the allowed pace", shown, f">= {LEAST_SHARE}", share >= LEAST_SHARE),
        at_most("refused with 429", telegram.refused, 0, "requests", note=f"more than {MOST_A_SECOND} a second are"),
        at_most("messages and edits in the fullest second", telegram.fullest, FULLEST, ""),
        at_most("doubled or missing", played.wrong, 0, "people"),
        at_most("replies meanwhile, p99", p99(waits) * 1000, LONGEST_WAIT_MS, "ms", note=f"{len(waits)} presses"),
    ]


async def _arrive(telegram: Strict, teachers: Sequence[int]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not all(telegram.messages[user] for user in teachers):
            telegram.came.clear()
            await telegram.came.wait()


async def _press(telegram: Strict, users: Sequence[int], waits: list[float]) -> None:
    """One after another, in even steps: each opens the request and is told what it is."""
    loop = asyncio.get_running_loop()
    pressed: dict[int, float] = {}

    def shown(chat_id: int, _keyboard: bytes) -> None:
        if chat_id in pressed:
            waits.append(loop.time() - pressed.pop(chat_id))

    telegram.shown = shown
    for user in cycle(users):
        pressed[user] = loop.time()
        telegram.press(user, pack(Go(Spot.REQUEST)))
        await asyncio.sleep(PRESS_SECONDS)
