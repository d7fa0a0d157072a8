"""The running machine: its loops, started together, stopped in order; and the same steps one by one for tests."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Bot

from bot.alarms import Alarms
from bot.clock import Clock
from bot.faults import place_of
from bot.intake import DEAD_TOKEN, CannotPoll, Intake
from bot.jobs import Jobs
from bot.keeper import Keeper
from bot.lanes import Lanes
from bot.nightly import Nightly
from bot.sender import Sender
from bot.server import Server
from bot.vitals import Vitals
from bot.watchdog import Watchdog
from bot.webhook import Webhook
from bot.worker import Worker
from scheduler.clockwork import Clockwork
from scheduler.ticks import Ticks
from storage.database import Database

log = logging.getLogger(__name__)

FINISH_SECONDS = 4.5  # for what is in flight
STOP_SECONDS = 6.0  # for all of it; whoever started us kills after ten
LOCKED_SECONDS = 1.0  # for a database that somebody holds


@dataclass(frozen=True, slots=True)
class Machine:
    """Everything that runs, wired by `bot.wiring.build`."""

    bot: Bot
    database: Database
    clock: Clock
    intake: Intake
    lanes: Lanes
    sender: Sender
    jobs: Jobs
    keeper: Keeper
    nightly: Nightly
    ticks: Ticks
    clockwork: Clockwork
    alarms: Alarms
    watchdog: Watchdog
    worker: Worker
    webhook: Webhook | None  # None: by polling
    vitals: Vitals
    server: Server | None

    async def recover(self) -> None:
        """After a crash: what was in flight is due again, what came and was not done is queued."""
        await self.keeper.start()
        await self.nightly.start()
        await self.sender.recover()
        await self.lanes.receive([])

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; raises CannotPoll when going on makes no sense, CannotListen when it cannot be reached."""
        await self.recover()
        await self.watchdog.start()
        self.vitals.start()
        if self.server is not None:
            await self.server.start()
        self.clockwork.start()
        taking = asyncio.create_task((self.webhook or self.intake).run(), name="intake")
        working = [
            asyncio.create_task(self.lanes.run(), name="lanes"),
            asyncio.create_task(self.sender.run(), name="bulk"),
            asyncio.create_task(self.sender.run_flushing(), name="flush"),
            asyncio.create_task(self.jobs.run(), name="jobs"),
            asyncio.create_task(self.alarms.run(), name="alarms"),
            asyncio.create_task(self.keeper.run(), name="keeper"),
            asyncio.create_task(self.watchdog.run(), name="watchdog"),
        ]
        waits = [asyncio.create_task(stop.wait()), asyncio.create_task(self.sender.token_died.wait())]
        try:
            done, _ = await asyncio.wait([taking, *working, *waits], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # a loop that ended by itself ended by an error
            if self.sender.token_died.is_set():
                raise CannotPoll(DEAD_TOKEN)
        finally:
            await self._stop(taking, working, waits)

    async def close(self) -> None:
        self.worker.close()
        await self.bot.session.close()
        await self.database.close()

    async def settle(self) -> None:
        """For tests: take what Telegram holds and work until nothing is left to do."""
        while True:
            came = await self.intake.poll(timeout=0)
            worked = await self.lanes.work()
            await self.sender.settle()  # a notice waits until its chat is silent
            sent = await self.sender.send_due()
            did = await self.jobs.work()
            await self.sender.settle()
            if not (came or worked or sent or did):
                break
        await self.keeper.follow()

    async def _stop(
        self,
        taking: asyncio.Task[None],
        working: Sequence[asyncio.Task[None]],
        waits: Sequence[asyncio.Task[bool]],
    ) -> None:
        """Ask no more, finish what runs, leave the rest in the tables."""
        self.database.wait_at_most(LOCKED_SECONDS)
        # Beside the rest: a batch on its way into the table may take a while.
        asking = asyncio.create_task(self._take_no_more([taking, *waits]))
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await self.clockwork.stop(LOCKED_SECONDS)
                await self.lanes.finish_group()
                await self.sender.stop(FINISH_SECONDS)
        except Exception as error:
            # The tables say the same, only less exactly: what was in flight is sent again or left unknown.
            log.warning("not everything was put away before the end: %s", place_of(error))
            await self.sender.abandon()
        await _end(working)
        await asking

    async def _take_no_more(self, tasks: Sequence[asyncio.Task[Any]]) -> None:
        await asyncio.gather(_end(tasks), self.server.stop() if self.server else _nothing())


async def _nothing() -> None:
    """There is no door to close."""


async def _end(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
