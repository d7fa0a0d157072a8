"""A season with two processes on one PostgreSQL database: whoever leads dies, the other takes its place."""

import asyncio
import re
import signal
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from storage import health
from storage.database import open_database
from tests.kill.lives import Lives, Nursery, lives
from tests.kill.season import DRAIN_SECONDS, Season, basics, cast, settled
from tests.kill.telegram import telegram
from tests.storage.locks import cut_off

AT_ONCE = 6  # questions of each, two updates a question: below what counts as a flood


@dataclass(kw_only=True)
class Relay(Season):
    """`bot` is the one that leads."""

    other: Lives
    takeovers: list[float] = field(default_factory=list)  # from a leader's death to the next one's first screen

    async def changes_hands(self, kills: int) -> None:
        """The leader is killed at any moment, at last it loses its lock; the other takes over."""
        for number, updates in enumerate(self._moments(kills + 1)):
            if number % 3 == 0:
                await self.coordinator.orders_workbook()
            await self.world.has_given(updates)
            await asyncio.sleep(self.chance.uniform(0, 0.05))
            await (self._end(signal.SIGKILL) if number < kills else self._is_cut_off())
            await self._other_leads()
            self.bot, self.other = self.other, self.bot
            await self.other.begin()

    async def _is_cut_off(self) -> None:
        with psycopg.connect(self.url, autocommit=True) as server:
            cut_off(server)
        self.codes.append(await self.bot.ended())
        self.world.asked.clear()

    async def _other_leads(self) -> None:
        began = time.monotonic()
        await self.world.asked.wait()
        self.world.said.clear()
        await self.world.said.wait()
        self.takeovers.append(time.monotonic() - began)

    @property
    def handled_beside(self) -> int:
        """Updates that were done by whoever stood by at the time, as each has told when it stopped helping."""
        logs = "".join(each.log.read_text("utf-8") for each in (self.bot, self.other))
        return sum(int(number) for number in re.findall(r"beside the leader (\d+) updates", logs))

    async def everybody_at_once(self) -> None:
        """More than one process does in a moment."""
        await asyncio.gather(*(each.asks_without_a_breath(AT_ONCE) for each in self.teachers))

    async def one_dies_amid_work_of_both(self, *, leads: bool) -> None:
        await self.everybody_at_once()
        await asyncio.sleep(self.chance.uniform(0.15, 0.4))
        if leads:
            await self._end(signal.SIGKILL)
            await self._other_leads()
            self.bot, self.other = self.other, self.bot
        else:
            self.codes.append(await self.other.end(signal.SIGKILL))
        await self._is_drained()
        await self.other.begin()

    async def ends(self) -> None:
        """Who stands by goes first, or it would take over."""
        await self.one_dies_amid_work_of_both(leads=True)
        await self.one_dies_amid_work_of_both(leads=False)
        await self.everybody_at_once()
        await self._is_drained()
        self.codes.append(await self.other.end(signal.SIGTERM))
        await self._is_drained()
        await super().ends()

    async def _is_drained(self) -> None:
        async with asyncio.timeout(DRAIN_SECONDS):
            while await self._waiting():
                await asyncio.sleep(0.2)

    async def _waiting(self) -> bool:
        """On a busy machine the server may be silent for longer than a file is."""
        database = await open_database(self.url)
        try:
            async with database.read() as tx:
                queues = await health.queues(tx)
        finally:
            await database.close()
        return bool(self.world.pending_updates or queues.new or queues.sending)


@asynccontextmanager
async def relay(nurseries: Sequence[Nursery], folder: Path, url: str, seed: int) -> AsyncIterator[Relay]:
    """Both have one DATA_DIR, as they should."""
    school = await settled(url)
    places = [folder / name for name in ("one", "two")]
    for place in places:
        place.mkdir()
    async with telegram() as world:
        settings = {**basics(world, url, folder), "STANDBY": "yes", "LOG_LEVEL": "INFO"}
        async with lives(nurseries[0], places[0], settings) as one, lives(nurseries[1], places[1], settings) as two:
            told = Relay(world, one, url, *cast(world, school, seed), other=two)
            await one.begin()
            async with asyncio.timeout(30):
                await world.asked.wait()
            await two.begin()
            yield told
