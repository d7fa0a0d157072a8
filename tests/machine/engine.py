"""The whole machine running in this process, as `python -m bot` runs it, over a world and a real clock."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.clock import Clock
from bot.machine import Machine
from bot.server import Server
from bot.settings import Settings
from bot.wiring import build
from bot.worker import Worker
from mentoring.notices import Notice, tell
from sandbox.session import WorldSession
from sandbox.world import World
from scheduler.clockwork import PLAN_SECONDS
from storage import accounts
from storage.database import Database, open_database
from storage.migrations import migrate
from tests.machine.post import TOKEN
from tests.machine.seeds import sow

TEACHERS = (201, 202, 203)


class SlowWorker(Worker):
    """Work that takes as long as the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.may_end = asyncio.Event()
        self.begun = 0

    async def run(self, work: Callable[..., Any], *args: object) -> Any:
        self.begun += 1
        await self.may_end.wait()
        return work(*args)


@dataclass
class Row:
    key: str
    state: str
    reason: str


class Engine:
    """Started and stopped as often as a test likes, over the same files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.world = World(self.clock.now)
        self.world.add_bot(TOKEN)
        self.worker = SlowWorker()
        self.plan_seconds: float = PLAN_SECONDS
        self.settings: dict[str, Any] = {}  # beside those of `open`
        self.serves = False  # on any port that is free
        self.machine: Machine | None = None
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    @property
    def database(self) -> Database:
        assert self.machine is not None
        return self.machine.database

    @property
    def address(self) -> str:
        """Of the bot's own HTTP server."""
        assert self.machine is not None
        assert self.machine.server is not None
        return f"http://127.0.0.1:{self.machine.server.port}"

    @property
    def running(self) -> asyncio.Task[None]:
        assert self._running is not None
        return self._running

    async def open(self) -> None:
        """Built, not running."""
        database = await open_database(f"sqlite:///{self.folder / 'engine.db'}")
        if await migrate(database, now=self.clock.now()):
            await sow(database, self.world, TEACHERS, self.clock.now())
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
            bot_token=SecretStr(TOKEN),
            telegram_api_base="http://127.0.0.1:1",
            data_dir=self.folder,
            **self.settings,
        )
        self.worker = SlowWorker()
        self.machine = build(
            settings,
            database,
            session=WorldSession(self.world),
            clock=self.clock,
            worker=self.worker,
            plan_seconds=self.plan_seconds,
        )
        if self.serves:
            door = Server("127.0.0.1", 0, self.machine.vitals, self.machine.webhook)
            self.machine = replace(self.machine, server=door)

    async def start(self) -> None:
        if self.machine is None:
            await self.open()
        assert self.machine is not None
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(self.machine.run(self._stop))

    async def stop(self) -> float:
        """SIGTERM; the seconds that it took."""
        began = asyncio.get_running_loop().time()
        self._stop.set()
        try:
            await self.running
        finally:
            await self.close()
        return asyncio.get_running_loop().time() - began

    async def close(self) -> None:
        machine, self.machine = self.machine, None
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        if machine is not None:
            await machine.close()

    async def tell(self, user_id: int, key: str, kind: Notice = Notice.NUDGE) -> None:
        """A notice that is due now."""
        async with self.database.write() as tx:
            members = await accounts.memberships(tx, user_id)
            assert members[0].person_id is not None
            now = self.clock.now()
            assert await tell(tx, kind, members[0].person_id, key=key, due_at=now, now=now)

    async def outbox(self) -> dict[str, str]:
        """What stands in the table of a bot that was stopped."""
        opened = self.machine is None
        if opened:
            await self.open()
        async with self.database.read() as tx:
            rows = await tx.all(Row, "SELECT key, state, reason FROM outbox ORDER BY id")
        if opened:
            await self.close()
        return {row.key: f"{row.state} {row.reason}".strip() for row in rows}

    def texts(self, user_id: int) -> list[str]:
        return [message.text for message in self.world.chat(user_id).visible if message.from_bot]

    async def until(self, true: Callable[[], object], seconds: float = 5.0) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not true():
                await asyncio.sleep(0.005)
