"""The same announcement while the bot is killed: `once` says nothing twice, `atleast` leaves nobody out."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from datetime import datetime
from math import inf
from pathlib import Path

from storage.vocabulary import NoticePolicy
from tests.bench.broadcast.coordinator import AFTERNOON, EVENING, announces, speaking_day
from tests.bench.broadcast.telegram import Strict
from tests.bench.figures import Figure, at_most
from tests.bench.processes import end, our_settings, ours, start
from tests.bench.seeding import fill
from tests.bench.stand_in import listening

PEOPLE, KILLS = 1000, 8
SEND_RATE = 100  # and no limits: the more is on its way at a kill
QUIET_SECONDS = 4.0
PATIENCE_SECONDS = 120


async def measure(folder: Path) -> AsyncIterator[Figure]:
    once = await killed(folder / "kills-once", NoticePolicy.ONCE)
    yield at_most(f"{KILLS} kills, `once`: doubled", doubled(once), 0, "messages", note=f"{missing(once)} missing")
    always = await killed(folder / "kills-atleast", NoticePolicy.AT_LEAST_ONCE)
    yield at_most(f"{KILLS} kills, `atleast`: missing", missing(always), 0, "people", note=f"{doubled(always)} twice")


def doubled(heard: list[int]) -> int:
    return sum(max(0, times - 1) for times in heard)


def missing(heard: list[int]) -> int:
    return heard.count(0)


async def killed(folder: Path, policy: NoticePolicy) -> list[int]:
    """How often each teacher has heard it."""
    (school,) = await fill(folder, PEOPLE + 1)
    telegram = Strict(most=inf)
    async with listening(telegram):
        await _write(telegram, folder, school.coordinator)
        telegram.messages.clear()
        with closing(sqlite3.connect(folder / "nastavnik.db")) as database, database:
            database.execute("UPDATE outbox SET policy = ? WHERE kind = 'announcement'", [policy])
        for heard in sorted(random.sample(range(PEOPLE - 50), k=KILLS)):
            await _live(telegram, folder, heard)
        async with ours(telegram, folder, _settings(_next_day())):
            await _is_silent(telegram)
    return [len(telegram.messages[user]) for user in school.teachers]


async def _write(telegram: Strict, folder: Path, coordinator: int) -> None:
    """In the evening, when nothing goes any more."""
    async with ours(telegram, folder, _settings(speaking_day(EVENING))):
        await announces(telegram, coordinator)


async def _live(telegram: Strict, folder: Path, heard: int) -> None:
    """Killed at a random moment after so many messages in all."""
    process = await start("bot", folder, {**our_settings(telegram, folder), **_settings(_next_day())})
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while sum(len(times) for times in telegram.messages.values()) <= heard:
                telegram.came.clear()
                await telegram.came.wait()
        await asyncio.sleep(random.uniform(0, 0.1))
        process.kill()
        await process.wait()
    finally:
        await end(process)


async def _is_silent(telegram: Strict) -> None:
    """Nothing is left to be said."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            telegram.came.clear()
            try:
                await asyncio.wait_for(telegram.came.wait(), QUIET_SECONDS)
            except TimeoutError:
                return


def _next_day() -> datetime:
    """After the evening: on a Friday that is not the first working day ahead."""
    return speaking_day(AFTERNOON, since=speaking_day(EVENING))


def _settings(begins: datetime) -> Mapping[str, str]:
    return {"SEND_RATE": str(SEND_RATE), "CLOCK_START": begins.isoformat()}
