"""Everything that leaves: replies right after their commit, notices at the bulk pace, in order inside a chat."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeAlias

from bot.attempts import Attempts, Outcome
from bot.bulk import Bulk, Render
from bot.clock import Clock
from bot.delivery import Delivery
from bot.doubts import Doubts
from bot.endings import Endings, Store
from bot.envelopes import REPLY, Outgoing, passing, reopened
from bot.faults import place_of
from bot.pacing import BulkPace, Sleep, Watch
from bot.verdicts import Verdict
from handlers.effects import Screen, SendFile
from storage import outbox
from storage.database import Database, StorageTrouble
from storage.outbox import OutboxRow
from storage.screens import Shown
from storage.tx import Tx
from storage.vocabulary import Delivery as Fate

log = logging.getLogger(__name__)

DUE_AT_START = 5000  # among so many due rows the last run's replies are looked for

Unreachable: TypeAlias = Callable[[Tx, int], Awaitable[None]]
Alarm: TypeAlias = Callable[[str], None]


class Sender:
    """Chats side by side, each strictly in order. Started at boot, outside any transaction."""

    def __init__(
        self,
        delivery: Delivery,
        database: Database,
        clock: Clock,
        *,
        rate: float,
        render: Render,
        unreachable: Unreachable,
        alarm: Alarm,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._delivery = delivery
        self._database = database
        self._clock = clock
        self._unreachable = unreachable
        self._alarm = alarm
        self.sent: Callable[[str], None] = lambda _result: None  # is told what became of each message
        self._ended_at = time.monotonic()
        watch, pace = Watch(sleep), BulkPace(rate)
        self._attempts = Attempts(delivery, clock, pace, watch, alarm)
        self._bulk = Bulk(
            database,
            clock,
            pace,
            watch,
            render=render,
            push=self.push,
            is_free=self.is_free,
            alarm=alarm,
        )
        self._endings = Endings(database, clock, delivery.drop_file)
        self.doubts = Doubts()
        self._chats: dict[int, deque[Outgoing]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._open: set[str] = set()  # keys of rows whose fate is not known
        self.token_died = asyncio.Event()

    def push(self, item: Outgoing) -> None:
        """Queue behind what this chat still waits for; the press is answered at once."""
        self._delivery.answer_press(item, self._clock.now())
        if item.row is None:
            return
        self._open.add(item.row.key)
        queue = self._chats.get(item.chat_id)
        if queue is not None:
            queue.append(item)
            return
        self._chats[item.chat_id] = deque([item])
        task = asyncio.create_task(self._serve(item.chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def is_free(self, chat_id: int) -> bool:
        """Nothing is being said there: a notice that is claimed now is begun at once."""
        return chat_id not in self._chats

    @property
    def still_for(self) -> float:
        """Seconds since the bulk loop last looked for something to send: half a second when all is well."""
        return time.monotonic() - self._bulk.turned_at

    @property
    def nothing_ended_for(self) -> float:
        """Seconds since a message's fate was last known."""
        return time.monotonic() - self._ended_at

    async def recover(self) -> None:
        """At start: replies that a crash caught in flight go first; `once` notices become unknown."""
        async with self._database.write() as tx:
            now = self._clock.now()
            await outbox.interrupted(tx, now)
            replies = [row for row in await outbox.due(tx, now, DUE_AT_START) if row.kind == REPLY]
            await outbox.claim(tx, [row.key for row in replies])
            doubtful = await self.doubts.load(tx, now)
        if doubtful:
            self._alarm(f"messages of the last week of which nobody knows whether they arrived: {doubtful}")
        for row in replies:
            try:
                self.push(reopened(row))
            except Exception as error:
                self._alarm(f"a reply of the last run could not be read: {place_of(error)}")
                self._endings.add(row, Fate.FAILED, place_of(error))

    async def run(self) -> None:
        """The bulk loop: what is due, at its pace."""
        await self._bulk.run()

    async def run_flushing(self) -> None:
        """Endings that no lane's commit took along."""
        await self._endings.run()

    async def send_due(self) -> bool:
        """Claim and queue one due row; False when none is."""
        return await self._bulk.send_due()

    def storing(self) -> AbstractAsyncContextManager[Store]:
        """For the lanes: what is known by now rides along with their commit."""
        return self._endings.storing()

    async def settle(self) -> None:
        """Until every chat is served and every ending stored."""
        while self._tasks or self._endings.waiting:
            await asyncio.gather(*self._tasks)
            await self._endings.flush()
        await self.finish_presses()

    async def finish_presses(self) -> None:
        """Until every press that is being answered was."""
        await self._delivery.finish_presses()

    async def stop(self, grace: float) -> None:
        """Finish what is in flight; what was claimed and never begun is due again."""
        loop = asyncio.get_running_loop()
        until = loop.time() + grace
        await self._bulk.stop()
        while (busy := self._busy()) and loop.time() < until:
            await asyncio.wait(busy, timeout=0.1, return_when=asyncio.FIRST_COMPLETED)
        await self.abandon()
        # Even with nothing to store: what the flushing loop stores just now must be in before that loop is ended.
        async with self._endings.storing() as store, self._database.write() as tx:
            await store(tx)
            await outbox.unclaim(tx, sorted(self._open - self._attempts.begun))

    async def abandon(self) -> None:
        """Everything in flight dies where it stands, nothing more is stored."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _busy(self) -> set[asyncio.Task[None]]:
        """What is being said just now; a task that waits for a deadline would not be done in time anyway."""
        return (self._tasks | self._delivery.presses) - self._attempts.resting

    async def _serve(self, chat_id: int) -> None:
        """One chat's queue. A cancelled one stays as it is: the process is stopping."""
        queue = self._chats[chat_id]
        while queue and not self.token_died.is_set():
            item = queue[0]
            if item.row is not None:
                await self._deliver(item, item.row)
            queue.popleft()
        if not queue:
            del self._chats[chat_id]

    async def _deliver(self, item: Outgoing, row: OutboxRow) -> None:
        try:
            outcome = await self._attempts.deliver(item, row)
        except Exception as error:  # a bug of ours must not close the chat
            outcome = Outcome(Verdict.FAILED, Fate.FAILED, place_of(error))
        if outcome.verdict is Verdict.STOP:
            self.token_died.set()  # the row is due again after a restart with a good token
            return
        if outcome.state is Fate.FAILED and outcome.verdict is not Verdict.UNREACHABLE:
            self._alarm(f"a message could not be sent: {row.kind}, {outcome.reason}")
        if outcome.state is Fate.UNKNOWN:
            self.doubts.add(item.chat_id, self._clock.now())
        if outcome.shown is not None:
            self._note(item, outcome.shown)
        self._end(row, outcome)
        if outcome.verdict is Verdict.UNREACHABLE:
            await self._lose(item.chat_id)

    def _note(self, item: Outgoing, message_id: int) -> None:
        if isinstance(item.effect, SendFile):
            self._endings.note_passing(passing(item.chat_id, message_id, self._clock.now()))
            return
        passes = isinstance(item.effect, Screen) and item.effect.passes
        self._endings.note_shown(item.chat_id, Shown(message_id, passes))

    def _end(self, row: OutboxRow, outcome: Outcome) -> None:
        self.sent(outcome.state)
        if outcome.state is not Fate.DUE:
            self._ended_at = time.monotonic()
        if outcome.state is Fate.DUE:
            self._endings.postpone(row, outcome.seconds, outcome.attempts)
        else:
            self._endings.add(row, outcome.state, outcome.reason, outcome.shown)
        self._open.discard(row.key)
        self._attempts.begun.discard(row.key)
        if row.kind != REPLY:
            self._bulk.ended(row)

    async def _lose(self, chat_id: int) -> None:
        """One refusal is enough: the notices that are due there are not tried."""
        try:
            async with self._database.write() as tx:
                await self._unreachable(tx, chat_id)
        except StorageTrouble:
            log.warning("a blocked chat was not noted; its next message will note it")
        except Exception as error:
            log.error("a blocked chat was not noted: %s", place_of(error))
