"""The sender with everything around it: a world to write to, rows to be written, what became of them."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiogram import Bot

from bot.delivery import Delivery
from bot.envelopes import Outgoing, Press, replies
from bot.material_store import MaterialStore
from bot.sender import Sender
from handlers.effects import Button, Effect, Effects, Screen
from mentoring import reach
from sandbox.world import Call, Message, World
from storage import accounts, outbox
from storage.database import Database
from storage.outbox import OutboxRow, Planned
from storage.tx import Tx
from storage.vocabulary import NoticePolicy
from tests.machine.timing import SkippingTime

TOKEN = "1234567:" + "a" * 35
BUTTON = ((Button("Дальше", "g:menu:0:0"),),)


@dataclass(frozen=True, slots=True)
class Fate:
    key: str
    state: str
    reason: str
    attempts: int


class Post:
    """What a test does to the sender and sees of it."""

    def __init__(self, world: World, aio: Bot, database: Database, time: SkippingTime, folder: Path) -> None:
        self.world = world
        self.database = database
        self.time = time
        self.alarms: list[str] = []
        self._aio = aio
        self._folder = folder
        self._seq = 0
        self.rate = 20.0
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        """As after a restart: nothing is remembered but the database."""
        return Sender(
            Delivery(self._aio, self.database, self._folder, MaterialStore(self._folder)),
            self.database,
            self.time,
            rate=self.rate,
            render=self.render,
            unreachable=self._unreachable,
            alarm=self.alarms.append,
            sleep=self.time.sleep,
        )

    async def person(self, user_id: int) -> int:
        """Somebody with an account who has started the bot; the number comes back."""
        await self.people([user_id])
        return user_id

    async def people(self, user_ids: Iterable[int]) -> None:
        async with self.database.write() as tx:
            for user_id in user_ids:
                self.world.add_user("Имя", user_id=user_id)
                self.world.start(user_id)
                await accounts.ensure(tx, user_id, self.time.now())

    async def replies(
        self,
        chat_id: int,
        effects: Effects,
        *,
        edits: int | None = None,
        press: str | None = None,
        seconds_ago: float = 0,
    ) -> list[Outgoing]:
        """The effects of an update, committed, on their way."""
        self._seq += 1
        came_at = self.time.now() - timedelta(seconds=seconds_ago)
        pressed = Press(press or "0", edits, came_at) if press or edits else None
        items = replies(effects, seq=self._seq, chat_id=chat_id, person_id=None, press=pressed, now=self.time.now())
        async with self.database.write() as tx:
            await outbox.replies(tx, [item.row for item in items if item.row], self.time.now())
        for item in items:
            self.sender.push(item)
        return items

    async def plan(
        self,
        chat_id: int,
        key: str,
        policy: NoticePolicy = NoticePolicy.ONCE,
        *,
        expires_at: datetime | None = None,
        priority: int = 5,
    ) -> None:
        """A notice; its body is the text that it is drawn with."""
        async with self.database.write() as tx:
            await self.plan_in(tx, chat_id, key, policy, expires_at=expires_at, priority=priority)

    async def plan_in(
        self,
        tx: Tx,
        chat_id: int,
        key: str,
        policy: NoticePolicy = NoticePolicy.ONCE,
        *,
        expires_at: datetime | None = None,
        priority: int = 5,
    ) -> None:
        row = Planned(
            chat_id=chat_id,
            person_id=None,
            kind="begin",
            body=key,
            key=key,
            policy=policy,
            priority=priority,
            due_at=self.time.now(),
            expires_at=expires_at,
        )
        await outbox.plan(tx, row, self.time.now())

    async def crash(self) -> None:
        """Everything in flight dies where it stands; the next sender starts from the database."""
        await self.time.quiet()
        await self.sender.abandon()
        self.sender = self.new_sender()
        await self.sender.recover()

    async def work(self) -> None:
        """Everything that is due and everything that waits, to the end."""
        while True:
            while await self.time.until(self.sender.send_due()):
                await self.time.quiet()
            await self.time.until(self.sender.settle())
            if (due_at := await self._next_due()) is None:
                return
            await self.time.pass_(max(0.0, (due_at - self.time.now()).total_seconds()))

    async def fates(self) -> dict[str, str]:
        """The state of every row, with the reason when there is one."""
        return {row.key: f"{row.state} {row.reason}".strip() for row in await self._rows()}

    async def attempts(self, key: str) -> int:
        return next(row.attempts for row in await self._rows() if row.key == key)

    async def render(self, _tx: Tx, row: OutboxRow) -> tuple[Effects, str]:
        """By the row's text: some cannot be drawn, some are not wanted any more."""
        await asyncio.sleep(0)
        if row.body.startswith("broken"):
            raise LookupError(row.body)
        if row.body.startswith("unwanted"):
            return None, "cancelled"
        return Screen(row.body, keep=True), ""

    def texts(self, chat_id: int) -> list[str]:
        """What stands in a chat from the bot, oldest first."""
        return [message.text for message in self.messages(chat_id)]

    def messages(self, chat_id: int) -> list[Message]:
        return [message for message in self.world.chat(chat_id).visible if message.from_bot]

    def calls(self, method: str, outcome: str = "") -> list[Call]:
        return [call for call in self.world.log if call.method == method and call.outcome.startswith(outcome)]

    async def reachable(self, user_id: int) -> bool:
        async with self.database.read() as tx:
            found = await tx.one(bool, "SELECT reachable FROM account WHERE external_id = :user_id", user_id=user_id)
        assert found is not None
        return found

    async def _next_due(self) -> datetime | None:
        async with self.database.read() as tx:
            return await tx.one(datetime, "SELECT due_at FROM outbox WHERE state = 'due' ORDER BY due_at LIMIT 1")

    async def _rows(self) -> list[Fate]:
        async with self.database.read() as tx:
            return await tx.all(Fate, "SELECT key, state, reason, attempts FROM outbox ORDER BY id")

    async def _unreachable(self, tx: Tx, external_id: int) -> None:
        await reach.lost(tx, external_id, self.time.now())


def screen(text: str, *, fresh: bool = True, keep: bool = False, buttons: bool = True) -> Effect:
    return Screen(text, BUTTON if buttons else (), fresh=fresh, keep=keep)
