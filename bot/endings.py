"""What became of the rows that left: kept until it is stored, alone or along with a lane's commit."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.envelopes import REPLY
from bot.faults import place_of
from storage import outbox, screens
from storage.database import Database, StorageTrouble
from storage.outbox import Ending, OutboxRow, Planned, Postponed
from storage.screens import Shown
from storage.tx import Tx
from storage.vocabulary import Delivery as Fate

log = logging.getLogger(__name__)

FLUSH_SECONDS = 0.02

Store: TypeAlias = Callable[[Tx], Awaitable[None]]


class Endings:
    """Fates that are known and not stored yet, and the message that is each chat's screen."""

    def __init__(self, database: Database, clock: Clock, stored: Callable[[OutboxRow], None] = lambda _: None) -> None:
        self._database = database
        self._clock = clock
        self._stored = stored  # told of each row whose fate is in the database
        self._ended: list[tuple[OutboxRow, Ending]] = []
        self._postponed: list[Postponed] = []
        self._shown: dict[int, Shown] = {}
        self._passing: list[Planned] = []
        self._news = asyncio.Event()

    def add(self, row: OutboxRow, state: Fate, reason: str = "", message_id: int | None = None) -> None:
        self._ended.append((row, Ending(row.key, state, reason, message_id)))
        self._news.set()

    def postpone(self, row: OutboxRow, seconds: float, attempts: int) -> None:
        """Telegram does not have it: due again later."""
        due_at = self._clock.now() + timedelta(seconds=seconds)
        self._postponed.append(Postponed(row.key, due_at, attempts))
        self._news.set()

    def note_shown(self, chat_id: int, shown: Shown) -> None:
        self._shown[chat_id] = shown

    def note_passing(self, message: Planned) -> None:
        """It is in the chat now, and goes at its hour."""
        self._passing.append(message)

    @property
    def waiting(self) -> bool:
        return bool(self._ended or self._postponed or self._shown or self._passing)

    @asynccontextmanager
    async def storing(self) -> AsyncIterator[Store]:
        """Gives a function that stores what is known in the caller's transaction.

        Enter it around the transaction: what a rollback or a failed commit did not store is still to be stored.
        """
        ended: list[tuple[OutboxRow, Ending]] = []
        postponed: list[Postponed] = []
        shown: dict[int, Shown] = {}
        passing: list[Planned] = []

        async def store(tx: Tx) -> None:
            nonlocal ended, postponed, shown, passing
            ended, self._ended = self._ended, []
            postponed, self._postponed = self._postponed, []
            shown, self._shown = self._shown, {}
            passing, self._passing = self._passing, []
            self._news.clear()
            await outbox.postpone(tx, postponed)
            await outbox.plan_many(tx, passing, self._clock.now())
            await self._write(tx, ended, shown)

        try:
            yield store
        except BaseException:
            self._ended = ended + self._ended
            self._postponed = postponed + self._postponed
            self._shown = {**shown, **self._shown}
            self._passing = passing + self._passing
            if self.waiting:
                self._news.set()
            raise
        for row, _ in ended:
            self._stored(row)

    async def flush(self) -> None:
        if self.waiting:
            async with self.storing() as store, self._database.write() as tx:
                await store(tx)

    async def run(self) -> None:
        """Stores what no lane's commit took along."""
        while True:
            await self._news.wait()
            await asyncio.sleep(FLUSH_SECONDS)
            try:
                await self.flush()
            except StorageTrouble:
                await asyncio.sleep(1.0)
            except Exception as error:
                log.error("endings could not be stored: %s", place_of(error))
                await asyncio.sleep(1.0)

    async def _write(self, tx: Tx, ended: list[tuple[OutboxRow, Ending]], shown: dict[int, Shown]) -> None:
        """Replies that arrived leave nothing behind; of all else the fate stays."""
        arrived = [row.key for row, end in ended if row.kind == REPLY and end.state is Fate.SENT]
        others = [end for row, end in ended if row.kind != REPLY or end.state is not Fate.SENT]
        await outbox.clear(tx, arrived)
        await outbox.end(tx, others, self._clock.now())
        await screens.record_shown(tx, shown)
