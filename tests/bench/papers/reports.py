"""The year's report and the folder for an inspection of a busy school while others use the bot: time, replies, memory.

The time is from the coordinator's press until the file has come into the chat.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from bot.worker import IDLE_SECONDS
from handlers.presses import Act, Deed, pack
from handlers.year_end_screens import FILES
from mentoring.jobs import Work
from tests.bench.crowd import Crowd
from tests.bench.figures import Figure, at_most, p99
from tests.bench.papers.school import PEOPLE, YEAR_END, made
from tests.bench.processes import ours, resident_mb
from tests.bench.stand_in import StandIn, serving
from tests.bench.uploads import Upload

OTHERS, AT_ONCE, WARM = 3_000, 20, 200
MOST_SECONDS, LONGEST_WAIT_MS, MOST_MB = 10.0, 300.0, 40.0
PATIENCE_SECONDS = 120
NAMES: Mapping[Work, str] = {
    Work.YEAR_REPORT: "the year's report with names in Word",
    Work.YEAR_PUBLIC: "the year's report without names in Word",
    Work.YEAR_BOOK: "the year's tables in Excel",
    Work.YEAR_CHART: "the year's picture",
    Work.CHECK_FOLDER: "the folder for an inspection",
}


async def measure(folder: Path) -> AsyncIterator[Figure]:
    home = folder / "reports"
    busy, others = await made(home, OTHERS + 1)
    settings = {"CLOCK_START": YEAR_END.isoformat()}
    async with serving() as telegram, ours(telegram, home, settings) as process:
        crowd = _Others(Crowd(telegram), others.teachers)
        alone = await crowd.walk_first(WARM)
        before = resident_mb(process.pid)
        files, waits = Files(telegram), list[float]()
        async with asyncio.TaskGroup() as together:
            walking = together.create_task(crowd.walk_on(waits))
            for work, name in NAMES.items():
                seconds, of = await files.ordered(busy.coordinator, work)
                note = f"{PEOPLE} people, {len(of.content) / 1024:,.0f} KB"
                yield at_most(name, seconds, MOST_SECONDS, "s", note=note)
            walking.cancel()
        note = f"{len(waits):,} presses, {AT_ONCE} people at once; else {p99(alone) * 1000:.3g}"
        yield at_most("replies while reports are made, p99", p99(waits) * 1000, LONGEST_WAIT_MS, "ms", note=note)
        during = resident_mb(process.pid)
        await asyncio.sleep(IDLE_SECONDS + 2)
        note = f"{before:.0f} before, {during:.0f} with the worker"
        yield at_most("memory a minute after reports", resident_mb(process.pid) - before, MOST_MB, "MB", note=note)


class _Others:
    """People of another school, so many at once, one after another."""

    def __init__(self, crowd: Crowd, users: Sequence[int]) -> None:
        self._crowd = crowd
        self._users = users

    async def walk_first(self, many: int) -> list[float]:
        waits: list[float] = []
        while many > 0:
            waits += await self._next()
            many -= AT_ONCE
        return waits

    async def walk_on(self, waits: list[float]) -> None:
        """Until it is cancelled, or everybody has walked."""
        while self._users:
            waits += await self._next()

    async def _next(self) -> list[float]:
        now, self._users = self._users[:AT_ONCE], self._users[AT_ONCE:]
        return (await self._crowd.walk(now)).waits


class Files:
    """What comes into chats."""

    def __init__(self, telegram: StandIn) -> None:
        self._telegram = telegram
        self._came: asyncio.Queue[Upload] = asyncio.Queue()
        telegram.sent = self._came.put_nowait

    async def ordered(self, user: int, work: Work) -> tuple[float, Upload]:
        """By the press of who has read how many people stand in it."""
        began = perf_counter()
        self._telegram.press(user, pack(Act(Deed.YEAR_FILE, FILES.index(work), f"0.{PEOPLE}")))
        async with asyncio.timeout(PATIENCE_SECONDS):
            came = await self._came.get()
        return perf_counter() - began, came
