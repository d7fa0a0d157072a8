"""One lane per account, in order; turns shared fairly; many lanes' units in one commit.

A unit is one inbox row handled: rights, handler, effects. Units run strictly one after another inside one
write transaction, so a commit is paid once for all of them. If one raises, the group is rolled back and
each of its units runs again alone: a unit touches nothing but its transaction, so it may run twice.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot import sharing
from bot.clock import Clock
from bot.envelopes import Outgoing
from bot.faults import place_of
from bot.pacing import Sleep
from bot.sender import Sender
from storage import inbox, outbox
from storage.database import Database, StorageTrouble
from storage.inbox import Arrival, InboxRow
from storage.tx import Tx

log = logging.getLogger(__name__)

GROUP = 32
FLOOD = 20  # open rows of one lane, by weight; what comes above is answered "too fast"
FILE_WEIGHT = 3
LONG_BODY = 12_000  # of two thousand letters as JSON: each such piece weighs one more
RETRY_SECONDS = (1.0, 10.0)
TROUBLE_SECONDS = 1.0

Unit: TypeAlias = Callable[[InboxRow, Tx], Awaitable[list[Outgoing]]]
OnDead: TypeAlias = Callable[[InboxRow, str], Awaitable[list[Outgoing]]]


class Lanes:
    """The single writer of what people do; of a shared database, in turns with a deputy."""

    def __init__(
        self,
        database: Database,
        sender: Sender,
        clock: Clock,
        *,
        unit: Unit,
        flood: Unit,
        dead: OnDead,
        sleep: Sleep = asyncio.sleep,
        handled: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        self._database = database
        self._sender = sender
        self._clock = clock
        self._unit = unit
        self._flood = flood
        self._dead = dead
        self._sleep = sleep
        self._handled = handled
        self._queues: dict[int, deque[InboxRow]] = {}
        self._weights: dict[int, int] = {}  # of what is queued, by lane
        self._ready: deque[int] = deque()
        self._flooding: set[int] = set()  # seqs that are closed unread
        self._told: dict[int, int] = {}  # of each flooded lane, the seq that says so
        self._doubtful: dict[int, list[Outgoing]] = {}  # by seq: handled, and the commit was not heard of
        self._later: set[asyncio.Task[None]] = set()
        self._last_seq = 0
        self._work = asyncio.Event()
        self._receiving = asyncio.Lock()
        self._group = asyncio.Lock()
        self._stopping = False

    async def receive(self, arrivals: Sequence[Arrival]) -> None:
        """Commit arrivals (none at start), then queue every open row that is not queued yet."""
        async with self._receiving:
            async with self._database.write() as tx:
                await inbox.receive(tx, arrivals, self._clock.now())
                rows = await self._new_rows(tx)
            # Only now: a failed commit gives the same numbers to other rows.
            for row in rows:
                self._last_seq = row.seq
                self._queue(row)

    async def run(self) -> None:
        while True:
            if not await self.work():
                self._work.clear()
                await self._work.wait()

    async def work(self) -> bool:
        """Handle one group; False when there was nothing to do."""
        async with self._group:
            return await self._work_group()

    async def finish_group(self) -> None:
        """Wait for the group that is being handled, and take no other."""
        self._stopping = True
        async with self._group:
            return

    @property
    def idle(self) -> bool:
        return not self._queues

    async def _work_group(self) -> bool:
        rows = [] if self._stopping else self._take()
        if not rows:
            return False
        try:
            outgoing = await self._together(rows)
        except StorageTrouble:
            await self._wait_for_storage(rows)
        except Exception as error:
            await self._apart(rows, error)
        else:
            self._finish(rows, outgoing)
        return True

    async def _new_rows(self, tx: Tx) -> list[InboxRow]:
        found: list[InboxRow] = []
        after = self._last_seq
        while rows := await inbox.open_rows(tx, after, 500):
            after = rows[-1].seq
            found += rows
        return found

    def _queue(self, row: InboxRow) -> None:
        queue = self._queues.get(row.lane)
        if queue is None:
            queue = self._queues[row.lane] = deque()
            self._ready.append(row.lane)
        weight = self._weights.get(row.lane, 0)
        if weight >= FLOOD and row.kind == "update":
            self._flooding.add(row.seq)
            self._told.setdefault(row.lane, row.seq)
        self._weights[row.lane] = weight + weight_of(row)
        queue.append(row)
        self._work.set()

    def _take(self) -> list[InboxRow]:
        """The head of up to GROUP lanes; the rows stay queued until they are done."""
        return [self._queues[self._ready.popleft()][0] for _ in range(min(GROUP, len(self._ready)))]

    async def _together(self, rows: Sequence[InboxRow]) -> list[Outgoing]:
        """What leaves after this commit. The endings of what left before ride along with it."""
        done: dict[int, list[Outgoing]] = {}
        try:
            async with self._sender.storing() as store, self._database.write() as tx:
                doubted = self._database.shared or any(row.seq in self._doubtful for row in rows)
                still_open = await sharing.still_open(tx, rows, doubted=doubted)
                for row in rows:
                    done[row.seq] = await self._run(row, tx, is_open=row.seq in still_open)
                await inbox.done(tx, [row.seq for row in rows], self._clock.now())
                outgoing = [item for items in done.values() for item in items]
                pushed = await sharing.stored(tx, outgoing, self._clock.now(), shared=self._database.shared)
                await store(tx)
        except StorageTrouble:
            if len(done) == len(rows):
                self._doubtful |= done
            raise
        return pushed

    async def _run(self, row: InboxRow, tx: Tx, *, is_open: bool) -> list[Outgoing]:
        if not is_open:  # our commit came through before the connection was lost, or the deputy has done it
            return await sharing.in_flight(tx, self._doubtful.get(row.seq, ()))
        if row.seq not in self._flooding:
            return await self._unit(row, tx)
        answer = await self._flood(row, tx)
        # One sentence a flood; each press is answered all the same.
        return [item for item in answer if item.press or self._told.get(row.lane) == row.seq]

    def _finish(self, rows: Sequence[InboxRow], outgoing: Sequence[Outgoing]) -> None:
        for item in outgoing:
            self._sender.push(item)
        now = self._clock.now()
        for row in rows:
            self._handled((now - row.received_at).total_seconds())
            self._advance(row)

    def _advance(self, row: InboxRow) -> None:
        self._flooding.discard(row.seq)
        self._doubtful.pop(row.seq, None)
        queue = self._queues[row.lane]
        queue.popleft()
        if queue:
            self._weights[row.lane] -= weight_of(row)
            self._release(row.lane)
        else:
            del self._queues[row.lane], self._weights[row.lane]
            self._told.pop(row.lane, None)

    async def _wait_for_storage(self, rows: Sequence[InboxRow]) -> None:
        """Not the rows' fault: no try is counted, the same rows come first again."""
        log.warning("the database takes nothing now; waiting with %d updates", len(rows))
        self._ready.extendleft(row.lane for row in reversed(rows))
        if not self._stopping:
            await self._sleep(TROUBLE_SECONDS)

    async def _apart(self, rows: Sequence[InboxRow], error: Exception) -> None:
        """Each alone, so that one that raises stops nobody else; one that was alone has had its try."""
        for number, row in enumerate(rows):
            try:
                if len(rows) == 1:
                    await self._failed(row, place_of(error))
                else:
                    await self._alone(row)
            except StorageTrouble:
                await self._wait_for_storage(rows[number:])
                return

    async def _alone(self, row: InboxRow) -> None:
        try:
            outgoing = await self._together([row])
        except StorageTrouble:
            raise
        except Exception as error:
            await self._failed(row, place_of(error))
        else:
            self._finish([row], outgoing)

    async def _failed(self, row: InboxRow, error: str) -> None:
        """Retry twice, then park: the person is told, the operator too, the lane goes on."""
        log.error("update seq=%d failed, try %d: %s", row.seq, row.tries + 1, error)
        if row.tries >= len(RETRY_SECONDS):
            await self._park(row, error)
            return
        async with self._database.write() as tx:
            await inbox.failed(tx, row.seq, error)
        self._queues[row.lane][0] = replace(row, tries=row.tries + 1)
        task = asyncio.create_task(self._try_again(row.lane, RETRY_SECONDS[row.tries]))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _park(self, row: InboxRow, error: str) -> None:
        apology = await self._dead(row, error)
        async with self._database.write() as tx:
            await inbox.failed(tx, row.seq, error)
            await inbox.park(tx, row.seq, self._clock.now())
            await outbox.replies(tx, [item.row for item in apology if item.row], self._clock.now())
        self._finish([row], apology)

    async def _try_again(self, lane: int, seconds: float) -> None:
        await self._sleep(seconds)
        self._release(lane)

    def _release(self, lane: int) -> None:
        self._ready.append(lane)
        self._work.set()


def weight_of(row: InboxRow) -> int:
    """One, and more for a file or a long text: they cost more to handle."""
    file = FILE_WEIGHT - 1 if '"file_id"' in row.body else 0  # a quote inside of a text is written with a backslash
    return 1 + file + len(row.body) // LONG_BODY
