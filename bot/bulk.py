"""Notices on their way out: claimed one by one at the bulk pace, rendered at that moment, handed to the sender."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.clock import Clock
from bot.envelopes import REPLY, Outgoing, reopened
from bot.faults import place_of
from bot.pacing import BulkPace, Watch
from handlers.effects import Effects, as_list
from storage import outbox
from storage.database import Database, StorageTrouble
from storage.outbox import Ending, OutboxRow
from storage.tx import Tx
from storage.vocabulary import Delivery as Fate

log = logging.getLogger(__name__)

TICK_SECONDS = 0.5
IN_FLIGHT = 8

# A notice becomes effects when it is sent, so names and states are today's; None drops it, with the reason.
Render: TypeAlias = Callable[[Tx, OutboxRow], Awaitable[tuple[Effects, str]]]


class Bulk:
    """What is due, one row at a time; at most eight are claimed and not ended."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        pace: BulkPace,
        watch: Watch,
        *,
        render: Render,
        push: Callable[[Outgoing], None],
        alarm: Callable[[str], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._pace = pace
        self._watch = watch
        self._render = render
        self._push = push
        self._alarm = alarm
        self._in_flight = 0
        self._freed = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._stopping = False

    async def run(self) -> None:
        while True:
            try:
                if self._in_flight >= IN_FLIGHT:
                    self._freed.clear()
                    await self._freed.wait()
                elif not await self.send_due():
                    await asyncio.sleep(TICK_SECONDS)
            except StorageTrouble:
                await asyncio.sleep(1.0)
            except Exception as error:
                log.error("the bulk loop stumbled: %s", place_of(error))
                await asyncio.sleep(1.0)

    async def send_due(self) -> bool:
        """Claim and queue one due row; False when none is."""
        async with self._database.read() as tx:
            rows = await outbox.due(tx, self._clock.now(), 1)
        if not rows:
            return False
        row = rows[0]
        if row.kind != REPLY:
            while pause := self._pace.wait(row.chat_id, self._watch.now()):
                await self._watch.sleep(pause)
        async with self._claiming:
            if self._stopping:
                return False
            item = await self._claim(row)
            if item is not None:
                if row.kind != REPLY:
                    self._in_flight += 1
                    self._pace.bulk_went(row.chat_id, self._watch.now())
                self._push(item)
        return True

    def ended(self) -> None:
        """One of the claimed rows has its fate."""
        self._in_flight -= 1
        self._freed.set()

    async def stop(self) -> None:
        """Claim nothing more; what is being claimed is still handed over."""
        self._stopping = True
        async with self._claiming:
            return

    async def _claim(self, row: OutboxRow) -> Outgoing | None:
        """None when there is nothing to send: stale, not wanted any more, or cannot be drawn."""
        try:
            async with self._database.write() as tx:
                return await self._claim_in(tx, row)
        except StorageTrouble:
            raise
        except Exception as error:
            await self._fail(row, place_of(error))
            return None

    async def _claim_in(self, tx: Tx, row: OutboxRow) -> Outgoing | None:
        # The pace may have let seconds pass: the row may be gone, or no longer the first.
        if [row.key] != [each.key for each in await outbox.due(tx, self._clock.now(), 1)]:
            return None
        item, reason = await self._opened(tx, row)
        if item is None:
            await outbox.end(tx, [Ending(row.key, Fate.DROPPED, reason)], self._clock.now())
        else:
            await outbox.claim(tx, [row.key])
        return item

    async def _opened(self, tx: Tx, row: OutboxRow) -> tuple[Outgoing | None, str]:
        if row.expires_at is not None and row.expires_at <= self._clock.now():
            return None, "stale"
        if row.kind == REPLY:
            return reopened(row), ""
        effects, reason = await self._render(tx, row)
        # One row is one message: its fate must be one.
        for effect in as_list(effects)[:1]:
            return Outgoing(row.chat_id, effect, None, row), ""
        return None, reason

    async def _fail(self, row: OutboxRow, error: str) -> None:
        """One row that cannot be drawn never stops the others."""
        self._alarm(f"a message could not be drawn: {row.kind}, {error}")
        async with self._database.write() as tx:
            await outbox.end(tx, [Ending(row.key, Fate.FAILED, error)], self._clock.now())
