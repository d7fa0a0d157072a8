"""`python -m bot` as a process of its own over a world: what it writes, and how it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sandbox.botapi import api_app, serving
from sandbox.world import World
from storage.database import open_database
from storage.migrations import migrate
from tests.bench.processes import CHECKOUT, FOREIGN
from tests.machine.seeds import sow

TOKEN = "7654321:" + "Q" * 35
END_SECONDS = 30


class Child:
    """Started as often as a test likes, over the same folder."""

    def __init__(self, world: World, folder: Path, address: str) -> None:
        self.world = world
        self.folder = folder
        self.lines: list[str] = []
        self.settings: dict[str, str] = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": address,
            "DATABASE_URL": f"sqlite:///{folder / 'data' / 'bot.db'}",
            "DATA_DIR": str(folder / "data"),
        }

    async def run(
        self, during: Callable[[], Awaitable[None]] | None = None, settings: Mapping[str, str] = MappingProxyType({})
    ) -> int:
        """Until it ends by itself, or by SIGTERM after `during`; the exit code."""
        process = await self._start((), {**self.settings, **settings})
        reading = asyncio.create_task(process.communicate())
        try:
            if during is not None:
                await during()
                process.send_signal(signal.SIGTERM)
            _, said = await asyncio.wait_for(reading, END_SECONDS)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        self.lines = said.decode().splitlines()
        return process.returncode or 0

    async def command(self, *arguments: str) -> int:
        """One command of the command line; the exit code."""
        process = await self._start(arguments, self.settings)
        _, said = await asyncio.wait_for(process.communicate(), END_SECONDS)
        self.lines = said.decode().splitlines()
        return process.returncode or 0

    async def has_called(self, method: str) -> None:
        """The bot has asked this of its Telegram."""
        await self.until(lambda: any(call.method == method for call in self.world.log))  # a poll: when it has ended

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(END_SECONDS):
            while not true():
                await asyncio.sleep(0.02)

    async def _start(self, arguments: tuple[str, ...], settings: Mapping[str, str]) -> asyncio.subprocess.Process:
        """Away from the checkout, whose `.env` is for another bot."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=self.folder,
            env={**inherited, "PYTHONPATH": str(CHECKOUT), **settings},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )


@asynccontextmanager
async def child(folder: Path, *teachers: int) -> AsyncIterator[Child]:
    """With a school and these teachers in its database; without teachers there is no database yet."""
    world = World(lambda: datetime.now(UTC))
    world.add_bot(TOKEN)
    async with serving(api_app(world)) as address:
        made = Child(world, folder, address)
        if teachers:
            database = await open_database(made.settings["DATABASE_URL"])
            await migrate(database, now=world.state.now())
            await sow(database, world, teachers, world.state.now())
            await database.close()
        yield made
