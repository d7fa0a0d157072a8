"""The whole bot in process: the app's own wiring over a sandbox world, a clock that is given, a database on disk."""

import asyncio
import functools
import logging
import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiogram import Dispatcher
from pydantic import SecretStr

from bot.machine import Machine
from bot.settings import Settings
from bot.wiring import build
from bot.worker import Worker
from handlers import root
from mentoring import installation
from sandbox.clock import GivenClock
from sandbox.session import WorldSession
from sandbox.world import World
from storage.database import Database, open_database
from storage.migrations import migrate
from storage.tx import R

TOKEN = "1234567:" + "a" * 35
Opens = Callable[[str], Awaitable[Database]]
# A Tuesday at noon in Moscow: lessons are on, the send window is not open yet.
NOON = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


@functools.cache
def dispatcher() -> Dispatcher:
    """The table of handlers: it holds nothing of a run, and aiogram takes a quarter of a second to build it."""
    return root.dispatcher()


class SameProcessWorker(Worker):
    """The worker's functions without the second it takes to start a process; its limits have a test of their own."""

    async def run(self, work: Callable[..., Any], *args: object) -> Any:
        return work(*args)


class Complaints(logging.Handler):
    """What was logged as an error. A test that provokes one says so with `BotUnderTest.forgives`."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class BotUnderTest:
    """One bot and its world. With `crashes` it dies without goodbye around every step of every update."""

    def __init__(
        self,
        folder: Path,
        *,
        crashes: bool = False,
        moment: datetime = NOON,
        opens: Opens = open_database,
        postgres: str = "",
    ) -> None:
        self._opens = opens
        self._postgres = postgres  # the URL of an empty database; SQLite files in `folder` without one
        self.clock = GivenClock(moment)
        self.world = World(self.clock.now)
        self.world.add_bot(TOKEN)
        self.crashes = crashes
        self.slept: list[float] = []
        self.restarts = 0
        self.told: tuple[tuple[object, ...], tuple[object, ...]] | None = None  # see `tests.scenes`
        self.data_dir = folder / "data"
        self._settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
            bot_token=SecretStr(TOKEN),
            telegram_api_base="http://127.0.0.1:1",
            data_dir=self.data_dir,
        )
        self._folder = folder
        self._machine: Machine | None = None
        self._complaints = Complaints()
        self._forgiven: list[str] = []
        self._allowed: list[str] = []
        logging.getLogger().addHandler(self._complaints)

    def forgives(self, *beginnings: str) -> None:
        """Errors that the test provokes, by the beginnings of their lines; each of them must come."""
        self._forgiven += beginnings

    def allows(self, *beginnings: str) -> None:
        """Errors that may come, or not: what is random provokes them."""
        self._allowed += beginnings

    @property
    def machine(self) -> Machine:
        if self._machine is None:
            raise RuntimeError("the bot is not started")
        return self._machine

    async def start(self) -> None:
        database = await (open_database if self._postgres else self._opens)(self.database_url)
        await migrate(database, now=self.clock.now())
        async with database.write() as tx:
            await installation.note_username(tx, "nastavnik_demo_bot", self.clock.now())
        self._machine = self._build(database)
        await self._machine.recover()

    async def restart(self) -> None:
        """Dead without goodbye: the files are taken as they stand, nothing is finished or closed first.

        What a server keeps it keeps: to it a death is a connection that ends.
        """
        before = self.database_file
        self.restarts += 1
        for tail in ("", "-wal"):
            if (old := before.with_name(before.name + tail)).exists():
                shutil.copyfile(old, self.database_file.with_name(self.database_file.name + tail))
        await self._drop()
        await self.start()

    async def continue_with(self, database: bytes) -> None:
        """As a bot that was stopped when its database was this one."""
        await self._drop()
        for tail in ("-wal", "-shm"):
            self.database_file.with_name(self.database_file.name + tail).unlink(missing_ok=True)
        self.database_file.write_bytes(database)
        self._machine = self._build(await self._opens(self.database_url))
        await self._machine.recover()

    async def stop(self) -> None:
        await self._drop()
        logging.getLogger().removeHandler(self._complaints)
        lines, forgiven = self._complaints.lines, tuple(self._forgiven)
        expected = (*forgiven, *self._allowed)
        assert [line for line in lines if not line.startswith(expected)] == [], "the bot logged errors"
        assert [each for each in forgiven if not any(line.startswith(each) for line in lines)] == []

    async def settle(self) -> None:
        """Everything that people did has had its effect."""
        if self.crashes:
            await self._settle_with_crashes()
        else:
            await self.machine.settle()

    async def fetch(self, row: type[R], sql: str, **params: object) -> list[R]:
        """What stands in the database, for assertions."""
        async with self.machine.database.read() as tx:
            return await tx.all(row, sql, **params)

    async def tick(self) -> None:
        """The alarm clock rings."""
        assert await self.machine.ticks.plan() is not None, "the planner failed"
        assert await self.machine.ticks.housekeep() is not None, "the housekeeping failed"
        await self.machine.keeper.keep()
        await self.settle()

    @property
    def settings(self) -> Settings:
        """As the command line would read them."""
        return self._settings.model_copy(update={"database_url": self.database_url})

    @property
    def database_url(self) -> str:
        return self._postgres or f"sqlite:///{self.database_file}"

    @property
    def database_file(self) -> Path:
        return self._folder / f"bot-{self.restarts}.db"

    async def _settle_with_crashes(self) -> None:
        """Dead after the intake's commit, dead after the handler's commit, dead after the answer.

        A new process confirms nothing it did not take itself, so Telegram repeats the batch each time.
        """
        if await self.machine.intake.poll(timeout=0):
            await self.restart()
        while await self.machine.lanes.work():
            await self.restart()
        await self.machine.settle()
        await self.restart()
        await self.machine.settle()

    async def _drop(self) -> None:
        machine, self._machine = self._machine, None
        if machine is not None:
            await machine.sender.abandon()
            await machine.sender.finish_presses()  # a bare toast is not kept over a death: it was just in time
            await machine.close()

    def _build(self, database: Database) -> Machine:
        return build(
            self._settings,
            database,
            session=WorldSession(self.world),
            clock=self.clock,
            worker=SameProcessWorker(),
            dispatcher=dispatcher(),
            sleep=self._sleep,
        )

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)
