"""T18 and T19: an hour of ten thousand people, a minute at 100 a second, a morning's queue, one who does not stop."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from tests.bench.figures import at_most, p99
from tests.bench.processes import our_settings, resident_mb
from tests.bench.seeding import fill
from tests.bench.stand_in import StandIn, serving
from tests.kill.lives import Lives, Nursery, lives
from tests.soak import alive
from tests.soak.measuring import Measured
from tests.soak.talk import Talk

MINUTES = int(os.environ.get("SOAK_MINUTES", "60"))
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Hall:
    telegram: StandIn
    bot: Lives
    people: Sequence[int]
    talk: Talk

    async def begins(self) -> None:
        """Asking for updates."""
        self.telegram.polled.clear()
        await self.bot.begin()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.telegram.polled.wait()


@asynccontextmanager
async def hall(nursery: Nursery, folder: Path, people: int) -> AsyncIterator[Hall]:
    """Full of people; the bot is yet to begin."""
    (school,) = await fill(folder, people + 1)
    async with serving() as telegram, lives(nursery, folder, our_settings(telegram, folder)) as bot:
        talk = Talk(telegram.say)
        telegram.shown = lambda chat_id, _keyboard: talk.hears(chat_id)
        yield Hall(telegram, bot, school.teachers, talk)


@pytest.mark.soak
async def test_hours_work_leaves_nothing_behind_in_memory(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T18; SOAK_MINUTES for fewer of them."""
    async with hall(nursery, tmp_path, 10_000) as told:
        await told.begins()
        warm = MINUTES * 60 / 6
        await told.talk.goes_on(told.people, a_second=10, seconds=warm)
        before, doors = resident_mb(told.bot.pid), _descriptors(told.bot.pid)
        rest = [*told.people[int(warm * 10) % 10_000 :], *told.people]
        await told.talk.goes_on(rest, a_second=10, seconds=MINUTES * 60 - warm)
        await told.talk.is_answered(within=30)
        await asyncio.sleep(2)
        growth, more = resident_mb(told.bot.pid) - before, _descriptors(told.bot.pid) - doors
        rows, waiting = (alive.rows(tmp_path, what) for what in ("inbox", "inbox WHERE state <> 'done'"))
        texts = alive.rows(tmp_path, "inbox WHERE body IS NOT NULL")
    people, said = len(told.talk.said), told.talk.said.total()
    measured(
        at_most("RSS growth", growth, 20, "MB", note=f"{MINUTES} minutes, {people:,} people; {before:.0f} MB before"),
        at_most("more or fewer descriptors", abs(more), 5, "", note=f"{doors} before"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, "", note=f"{said:,} updates"),
        at_most("left in the inbox and so in its lane", waiting, 0, "", note=f"of {rows:,} rows"),
        at_most("texts left in the inbox", texts, 0, ""),
    )


@pytest.mark.soak
async def test_hundred_a_second_for_a_minute(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T19."""
    async with hall(nursery, tmp_path, 1000) as told:
        await told.begins()
        await told.talk.warms_up(told.people[-20:], within=PATIENCE_SECONDS)
        await told.talk.goes_on(told.people, a_second=100, seconds=60)
        await told.talk.is_answered(within=30)
    measured(
        at_most("p50", median(told.talk.waits), 0.05, "s", note=told.talk.note),
        at_most("p99", p99(told.talk.waits), 0.3, "s"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
    )


@pytest.mark.soak
async def test_thousand_that_wait_at_the_start(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T19."""
    async with hall(nursery, tmp_path, 1000) as told:
        for user in told.people:
            told.talk.says(user)
        await told.begins()
        seconds = await told.talk.is_answered(within=60)
    measured(
        at_most("1,000 are answered after", seconds, 5, "s", note="since the first question for updates"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
    )


@pytest.mark.soak
async def test_one_who_does_not_stop_holds_up_nobody(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T19: 200 messages in two seconds, by forty at once: at an even pace a quick machine answers them all."""
    async with hall(nursery, tmp_path, 101) as told:
        one, *others = told.people
        flood, near = Talk(told.telegram.say), frozenset(others)
        told.telegram.shown = lambda chat_id, _: (told.talk if chat_id in near else flood).hears(chat_id)
        await told.begins()
        await told.talk.warms_up(told.people[-20:], within=PATIENCE_SECONDS)
        talking = asyncio.create_task(told.talk.goes_on(others, a_second=20, seconds=10))
        await asyncio.sleep(3)
        for _ in range(5):
            for _ in range(40):
                flood.says(one)
            await asyncio.sleep(0.4)
        await talking
        await told.talk.is_answered(within=10)
        heard = flood.heard.total()
        flood.says(one)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while flood.heard.total() == heard:
                await asyncio.sleep(0.02)
    assert heard < 200
    measured(
        at_most("p99 of 100 others", p99(told.talk.waits), 0.3, "s", note=told.talk.note),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
    )


def _descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
