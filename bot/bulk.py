"""Notices on their way out: claimed one by one at the bulk pace, rendered at that moment, handed to the sender.

A row is claimed when its chat is free, so that between the claim and the request nothing is waited for: a crash
then leaves in doubt what was being said, and nothing else.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from math import inf
from typing import TypeAlias

from bot.clock import Clock
from bot.envelopes import PASSING, REPLY, Outgoing, is_bulk, reopened
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
SHARED_TICK_SECONDS = 0.1  # another process answers people too, and what it answers is found in the table
IN_FLIGHT = 8
PAGE = 50  # due rows looked at together for one whose chat may be spoken to

# A notice becomes effects when it is sent, so names and states are today's; None drops it, with the reason. A moment
# puts it off until then.
Rendered: TypeAlias = tuple[Effects, str] | datetime
Render: TypeAlias = Callable[[Tx, OutboxRow], Awaitable[Rendered]]


class Bulk:
    """What is due, one row at a time; at most eight of bulk are claimed and not ended."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        pace: BulkPace,
        watch: Watch,
        *,
        render: Render,
        push: Callable[[Outgoing], None],
        is_free: Callable[[int], bool],
        alarm: Callable[[str], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._pace = pace
        self._watch = watch
        self._render = render
        self._push = push
        self._is_free = is_free
        self._alarm = alarm
        self._tick = SHARED_TICK_SECONDS if database.shared else TICK_SECONDS
        self._in_flight = 0
        self._freed = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._stopping = False
        self.turned_at = time.monotonic()  # when it last looked for something to send

    async def run(self) -> None:
        while True:
            try:
                self._freed.clear()
                if not await self.send_due():
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._freed.wait(), self._tick)
            except StorageTrouble:
                await asyncio.sleep(1.0)
            except Exception as error:
                log.error("the bulk loop stumbled: %s", place_of(error))
                await asyncio.sleep(1.0)

    async def send_due(self) -> bool:
        """Claim and queue one due row, when the pace allows; False when none is due in a chat that is free."""
        while not self._stopping:
            self.turned_at = time.monotonic()
            row, pause = await self._first()
            if row is not None:
                await self._send(row)
                return True
            if pause == inf:
                break
            await self._watch.sleep(min(pause, self._tick))  # meanwhile something urgent may have come
        return False

    def ended(self, row: OutboxRow) -> None:
        """One of the claimed rows has its fate, or is due again."""
        if is_bulk(row):
            self._in_flight -= 1
        self._freed.set()

    async def stop(self) -> None:
        """Claim nothing more; what is being claimed is still handed over."""
        self._stopping = True
        async with self._claiming:
            return

    async def _first(self) -> tuple[OutboxRow | None, float]:
        """The first due row that may go now, or the seconds until one may."""
        soonest = inf
        async with self._database.read() as tx:
            async for row in self._due(tx):
                pause = self._pause(row)
                if pause == 0:
                    return row, pause
                soonest = min(soonest, pause)
                if is_bulk(row) and self._no_bulk_now():
                    break  # all that comes after it is bulk too
        return None, soonest

    async def _due(self, tx: Tx) -> AsyncIterator[OutboxRow]:
        for offset in count(0, PAGE):
            rows = await outbox.due(tx, self._clock.now(), PAGE, offset)
            for row in rows:
                yield row
            if len(rows) < PAGE:
                return

    def _pause(self, row: OutboxRow) -> float:
        """Seconds until this row may go; infinite while that depends on an answer of Telegram."""
        if not self._is_free(row.chat_id) or (is_bulk(row) and self._in_flight >= IN_FLIGHT):
            return inf
        return self._pace.wait(row.chat_id, self._watch.now()) if is_bulk(row) else 0

    def _no_bulk_now(self) -> bool:
        return self._in_flight >= IN_FLIGHT or self._pace.wait_for_all(self._watch.now()) > 0

    async def _send(self, row: OutboxRow) -> None:
        async with self._claiming:
            if self._stopping:
                return
            item = await self._claim(row)
            if item is None or item.row is None:
                return
            if is_bulk(item.row):
                self._in_flight += 1
                self._pace.bulk_went(item.chat_id, self._watch.now())
            self._push(item)

    async def _claim(self, row: OutboxRow) -> Outgoing | None:
        """None when there is nothing to send: stale, not wanted any more, or cannot be drawn."""
        try:
            async with self._database.write() as tx:
                return await self._claim_in(tx, row.key)
        except StorageTrouble:
            raise
        except Exception as error:
            await self._fail(row, place_of(error))
            return None

    async def _claim_in(self, tx: Tx, key: str) -> Outgoing | None:
        # Looked at again: meanwhile it may have been taken back, or somebody has begun to speak in this chat.
        row = await outbox.still_due(tx, key)
        if row is None or not self._is_free(row.chat_id):
            return None
        match await self._opened(tx, row):
            case Outgoing() as item:
                await outbox.claim(tx, [row.key])
                return item
            case datetime() as until:
                # The time that it has to wait does not count against its life.
                expires_at = row.expires_at + (until - row.due_at) if row.expires_at else None
                await outbox.put_off(tx, row.key, due_at=until, expires_at=expires_at)
            case str() as reason:
                await outbox.end(tx, [Ending(row.key, Fate.DROPPED, reason)], self._clock.now())
        return None

    async def _opened(self, tx: Tx, row: OutboxRow) -> Outgoing | datetime | str:
        """What is sent, when it may be, or why it is not sent at all."""
        if row.expires_at is not None and row.expires_at <= self._clock.now():
            return "stale"
        if row.kind in (REPLY, PASSING):
            return reopened(row)
        rendered = await self._render(tx, row)
        if isinstance(rendered, datetime):
            return rendered
        effects, reason = rendered
        # One row is one message: its fate must be one.
        for effect in as_list(effects)[:1]:
            return Outgoing(row.chat_id, effect, None, row)
        return reason

    async def _fail(self, row: OutboxRow, error: str) -> None:
        """One row that cannot be drawn never stops the others."""
        self._alarm(f"a message could not be drawn: {row.kind}, {error}")
        async with self._database.write() as tx:
            await outbox.end(tx, [Ending(row.key, Fate.FAILED, error)], self._clock.now())
