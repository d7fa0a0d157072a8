"""A school whose coordinator writes to everybody, over a Telegram that may refuse; the bot a process of its own."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench.broadcast.coordinator import announces
from tests.bench.processes import our_settings
from tests.bench.seeding import School, fill
from tests.kill.lives import Lives, Nursery, lives
from tests.soak.refusing import Refusing, serving
from tests.soak.talk import Talk

PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Fair:
    """`others` are people of another school, who talk meanwhile."""

    telegram: Refusing
    bot: Lives
    folder: Path
    school: School
    others: Sequence[int]
    talk: Talk

    @property
    def teachers(self) -> Sequence[int]:
        return self.school.teachers

    async def begins(self, clock: datetime, *, rate: float) -> None:
        """Asking for updates."""
        self.bot.settings |= {"CLOCK_START": clock.isoformat(), "SEND_RATE": str(rate)}
        self.telegram.polled.clear()
        await self.bot.begin()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.telegram.polled.wait()

    async def announces(self) -> None:
        await announces(self.telegram, self.school.coordinator)

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not true():
                await asyncio.sleep(0.05)

    def heard(self) -> list[int]:
        """How many messages each teacher has got."""
        return [len(self.telegram.messages[user]) for user in self.teachers]

    def fates(self, kind: str) -> dict[str, int]:
        """What became of the messages of this kind, counted."""
        with closing(sqlite3.connect(self.folder / "nastavnik.db")) as database:
            rows = database.execute(
                "SELECT state || ' ' || reason, COUNT(*) FROM outbox WHERE kind = ? GROUP BY 1 ORDER BY 1", [kind]
            ).fetchall()
        return {fate.strip(): number for fate, number in rows}

    def is_said(self, kind: str) -> bool:
        """Nothing of it waits or is on its way."""
        return not {fate.split()[0] for fate in self.fates(kind)} & {"due", "sending"}


@asynccontextmanager
async def fair(nursery: Nursery, folder: Path, people: int, others: int, *, most: float) -> AsyncIterator[Fair]:
    """Of a Telegram that takes so many messages a second; the bot is yet to begin."""
    school, neighbours = await fill(folder, people + 1, others + 1)
    telegram = Refusing(most)
    async with serving(telegram), lives(nursery, folder, our_settings(telegram, folder)) as bot:
        talk, near = Talk(telegram.say), frozenset(neighbours.teachers)

        def shown(chat_id: int, _keyboard: bytes) -> None:
            if chat_id in near:
                talk.hears(chat_id)

        telegram.shown = shown
        yield Fair(telegram, bot, folder, school, neighbours.teachers, talk)
