"""The lanes with units that a test writes: what they did, what left, what stands in the inbox."""

import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TypeAlias

from bot.endings import Endings, Store
from bot.envelopes import Outgoing, Press, replies
from bot.lanes import Lanes
from handlers.effects import Screen, Toast
from storage.database import Database
from storage.inbox import Arrival, InboxRow
from storage.tx import Tx
from tests.machine.timing import SkippingTime

Deed: TypeAlias = Callable[[InboxRow, Tx], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Row:
    seq: int
    lane: int
    state: str
    tries: int
    error: str
    body: str | None


class Mailbox:
    """Takes what leaves instead of sending it."""

    def __init__(self, database: Database, time: SkippingTime) -> None:
        self.left: list[Outgoing] = []
        self.during_transaction: list[bool] = []
        self._database = database
        self._endings = Endings(database, time)

    def push(self, item: Outgoing) -> None:
        self.left.append(item)
        self.during_transaction.append(self._database._writing.locked())

    def storing(self) -> AbstractAsyncContextManager[Store]:
        return self._endings.storing()


class Traffic:
    """Lanes over a real database; each unit notes its effect in a table, as a use case would."""

    def __init__(self, database: Database, time: SkippingTime) -> None:
        self.database = database
        self.time = time
        self.mailbox = Mailbox(database, time)
        self.deeds: dict[str, Deed] = {}
        self.ran: list[str] = []
        self.parked: list[str] = []
        self._next = 1000
        self.lanes = self.new_lanes()

    def new_lanes(self) -> Lanes:
        return Lanes(
            self.database,
            self.mailbox,  # type: ignore[arg-type]  # of the sender the lanes need these two
            self.time,
            unit=self.unit,
            flood=self._flood,
            dead=self._dead,
            sleep=self.time.sleep,
        )

    async def comes(self, *texts: str) -> None:
        """«7 hello» is a message of person 7; «7 press» is a press."""
        await self.lanes.receive([self.arrival(text) for text in texts])

    def arrival(self, text: str) -> Arrival:
        self._next += 1
        return Arrival(1, self._next, "update", int(text.split(maxsplit=1)[0]), json.dumps(text))

    async def works(self) -> None:
        """Groups until nothing is ready; waits are not waited for."""
        while await self.time.until(self.lanes.work()):
            await self.time.quiet()

    async def effects(self) -> list[str]:
        """What the units wrote and was committed, in order."""
        async with self.database.read() as tx:
            return await tx.all(str, "SELECT act FROM journal ORDER BY id")

    async def inbox(self) -> list[Row]:
        async with self.database.read() as tx:
            return await tx.all(Row, "SELECT seq, lane, state, tries, error, body FROM inbox ORDER BY seq")

    def said(self, lane: int) -> list[str]:
        """The texts that left for a person, toasts among them."""
        return [item.effect.text for item in self.mailbox.left if item.chat_id == lane]  # type: ignore[union-attr]

    async def unit(self, row: InboxRow, tx: Tx) -> list[Outgoing]:
        body = json.loads(row.body)
        text = body if isinstance(body, str) else f"{row.lane} {body['update_id']}"
        self.ran.append(text)
        await tx.run("INSERT INTO journal (act, done_at) VALUES (:act, :now)", act=text, now=self.time.now())
        deed = self.deeds.get(text)
        if deed is not None:
            await deed(row, tx)
        return self._reply(row, f"heard {text}")

    async def _flood(self, row: InboxRow, _tx: Tx) -> list[Outgoing]:
        return self._reply(row, "too fast")

    async def _dead(self, row: InboxRow, error: str) -> list[Outgoing]:
        self.parked.append(error)
        return self._reply(row, "sorry")

    def _reply(self, row: InboxRow, text: str) -> list[Outgoing]:
        press = Press(str(row.seq), 1, row.received_at) if "press" in row.body else None
        effect = Toast(text) if press else Screen(text)
        return replies(effect, seq=row.seq, chat_id=row.lane, person_id=None, press=press, now=self.time.now())
