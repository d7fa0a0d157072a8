"""The process that stands by works lanes too: it takes what has waited a moment, and leaves the speaking to who leads.

Both write in turns, one transaction at a time, so a handler is the only writer here too. What it answers goes into
the outbox as due, and the leader says it; a press is answered at once, from here.
"""

import asyncio
import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery import Delivery
from bot.envelopes import Outgoing
from bot.faults import place_of
from bot.lanes import FLOOD, GROUP, Unit, weight_of
from storage import inbox, migrations, outbox
from storage.database import Database, StorageTrouble
from storage.inbox import InboxRow
from storage.tx import Tx

log = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=0.1)  # an idle leader has answered by then
LOOK_SECONDS = 0.1
TROUBLE_SECONDS = 1.0
READ_AHEAD = 500


class Deputy:
    """Runs beside a leader; it can be cancelled at any moment, the tables say what was done."""

    def __init__(self, database: Database, delivery: Delivery, clock: Clock, *, unit: Unit) -> None:
        self._database = database
        self._delivery = delivery
        self._clock = clock
        self._unit = unit
        self._schema = migrations.known()[-1].version
        self._left: set[int] = set()  # seqs that failed here: the leader tries again, and parks
        self.handled = 0

    async def run(self) -> None:
        """Until it is cancelled."""
        try:
            while True:
                pause = LOOK_SECONDS if await self._works() else TROUBLE_SECONDS
                await asyncio.sleep(pause)
        finally:
            log.info("beside the leader %d updates were handled here", self.handled)

    async def work(self) -> int:
        """Handle what waits, as one group; how many updates."""
        async with self._database.read() as tx:  # an idle look takes nobody's turn
            if not await self._waiting(tx):
                return 0
        rows: list[InboxRow] = []
        try:
            async with self._database.write() as tx:
                rows = await self._waiting(tx)
                outgoing = [item for row in rows for item in await self._unit(row, tx)]
                now = self._clock.now()
                await inbox.done(tx, [row.seq for row in rows], now)
                await outbox.replies_later(tx, [item.row for item in outgoing if item.row], now)
        except StorageTrouble:
            raise
        except Exception as error:
            log.error("%d updates are left to who leads: %s", len(rows), place_of(error))
            self._left |= {row.seq for row in rows}
            return 0
        self.handled += len(rows)
        self._answer_presses(outgoing)
        return len(rows)

    async def _works(self) -> bool:
        """Until nothing waits; False when there is trouble, and it had better look later."""
        try:
            while await self.work():
                pass
        except StorageTrouble:
            return False
        except Exception as error:
            log.error("working beside the leader stumbled: %s", place_of(error))
            return False
        return True

    async def _waiting(self, tx: Tx) -> list[InboxRow]:
        """Nothing while the schema is not this program's: who leads is bringing it up to date, or is newer."""
        if await migrations.version_in(tx) != self._schema:
            return []
        rows = await inbox.open_rows(tx, 0, READ_AHEAD)
        self._left &= {row.seq for row in rows}
        return heads(rows, self._clock.now() - PATIENCE, self._left)

    def _answer_presses(self, outgoing: Sequence[Outgoing]) -> None:
        for item in outgoing:
            self._delivery.answer_press(item, self._clock.now())


def heads(rows: Sequence[InboxRow], came_before: datetime, left: Collection[int]) -> list[InboxRow]:
    """The oldest row of each lane, when it has waited and the lane is in order; `rows` by seq.

    A flood is judged by the leader, which knows what it has told; what failed is tried again by the leader, when it
    is time.
    """
    lanes: dict[int, list[InboxRow]] = {}
    for row in rows:
        lanes.setdefault(row.lane, []).append(row)
    return [
        lane[0]
        for lane in lanes.values()
        if lane[0].received_at < came_before
        and not any(row.tries or row.seq in left for row in lane)
        and sum(map(weight_of, lane)) < FLOOD
    ][:GROUP]
