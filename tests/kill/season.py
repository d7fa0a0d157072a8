"""A season of a school in half a minute: 40 people go through everything while the bot dies again and again."""

import asyncio
import random
import shutil
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from storage.database import open_database, sqlite_path
from tests.bench.seeding import School, fill_at
from tests.kill.lives import Lives, Nursery, lives
from tests.kill.people import Coordinator, Teacher
from tests.kill.telegram import TOKEN, Telegram, telegram
from tests.postman import Postman, unused_port

TEACHERS = 40
UPDATES = 1500  # by the last end; a few more follow
QUIET_SECONDS = 0.7
DRAIN_SECONDS = 60


@dataclass
class Season:
    """The people, and how each life of the bot ended."""

    world: Telegram
    bot: Lives
    url: str  # of the database
    chance: random.Random
    coordinator: Coordinator
    teachers: list[Teacher]
    codes: list[int] = field(default_factory=list)
    slowest_end: float = 0.0

    @property
    def updates(self) -> int:
        return self.coordinator.updates + sum(each.updates for each in self.teachers)

    @property
    def file(self) -> Path:
        """Of the database; there is one unless it is on a server."""
        path = sqlite_path(self.url)
        assert path is not None
        return path

    async def live(self) -> None:
        await asyncio.gather(*(each.lives() for each in self.teachers))

    async def is_killed(self, times: int) -> None:
        """SIGKILL at any moment, most of them about a commit."""
        for number, updates in enumerate(self._moments(times)):
            if number % 5 == 0:
                await self.coordinator.orders_workbook()
            await self.world.has_given(updates)
            await self._moment()
            await self._end(signal.SIGKILL)
            await self.bot.begin()

    async def loses_its_machine(self, times: int) -> None:
        """The files as they stood at any moment are all that another machine has."""
        for number, updates in enumerate(self._moments(times), 1):
            await self.world.has_given(updates)
            await self._moment()
            await self.bot.freezes()
            folder = self.file.parent.with_name(f"machine-{number}")
            shutil.copytree(self.file.parent, folder)
            await self._end(signal.SIGKILL)
            self.url = f"sqlite:///{folder / self.file.name}"
            self.bot.moves_to(folder, {"DATABASE_URL": self.url, "DATA_DIR": str(folder)})
            await self.bot.begin()

    async def is_stopped(self, times: int) -> None:
        """SIGTERM while a workbook is being made."""
        for updates in self._moments(times):
            await self.world.has_given(updates)
            await self.coordinator.orders_workbook()
            await asyncio.sleep(self.chance.uniform(0.1, 1.0))
            await self._end(signal.SIGTERM)
            await self.bot.begin()

    async def ends(self) -> None:
        """Nothing is left to take, to do or to say; then the last life, if it has begun, ends politely."""
        async with asyncio.timeout(DRAIN_SECONDS):
            await self.world.asked.wait()
            while self._unfinished():
                await asyncio.sleep(0.05)
        await self._end(signal.SIGTERM)

    def _unfinished(self) -> bool:
        waiting = bool(self.world.pending_updates) or self.coordinator.received < self.coordinator.ordered
        return waiting or self.world.silent_for() < QUIET_SECONDS

    def _moments(self, times: int) -> list[int]:
        """How many updates the bot has been given by the time of each end; some are close to each other."""
        return sorted(self.chance.sample(range(UPDATES), k=times))

    async def _moment(self) -> None:
        """At any time; or, more dangerous, about a commit of the batch that was just handed over."""
        if self.chance.random() < 0.3:
            await asyncio.sleep(self.chance.uniform(0, 0.05))
            return
        self.world.handed.clear()
        await self.world.handed.wait()
        for _ in range(self.chance.randint(1, 4)):
            await self._writes()
        await asyncio.sleep(self.chance.uniform(0, 0.003))

    async def _writes(self) -> None:
        """Until the bot has written to its database once more, or has had nothing to write."""
        log = Path(f"{self.file}-wal")
        before, until = _changed(log), time.monotonic() + 0.2
        while _changed(log) == before and time.monotonic() < until:
            await asyncio.sleep(0.0003)

    async def _end(self, number: signal.Signals) -> None:
        began = time.monotonic()
        self.codes.append(await self.bot.end(number))
        self.world.asked.clear()
        self.slowest_end = max(self.slowest_end, time.monotonic() - began)


@asynccontextmanager
async def season(nursery: Nursery, folder: Path, seed: int, *, by_webhook: bool = False) -> AsyncIterator[Season]:
    folder.mkdir(exist_ok=True)
    url = f"sqlite:///{folder / 'nastavnik.db'}"
    school = await settled(url)
    port = unused_port() if by_webhook else None
    async with telegram() as world, lives(nursery, folder, _settings(world, url, folder, port)) as bot:
        told = Season(world, bot, url, *cast(world, school, seed))
        await bot.begin()
        postman = asyncio.create_task(Postman(world, port, handed=world.brings).run()) if port else None
        yield told
        if postman is not None:
            assert not postman.done(), "the postman has given up"
            postman.cancel()


async def settled(url: str) -> School:
    """A school of the season's people in an empty database."""
    (school,) = await fill_at(url, TEACHERS + 2)
    await one_has_answered(url, TEACHERS + 2)
    return school


def cast(world: Telegram, school: School, seed: int) -> tuple[random.Random, Coordinator, list[Teacher]]:
    """The same dice for the same seed."""
    chance = random.Random(seed)
    for user in school.users:
        world.add_user(f"Человек {user}", user_id=user)
    teachers = [Teacher(world, user, random.Random(chance.random())) for user in school.teachers[:TEACHERS]]
    return chance, Coordinator(world, school.coordinator, random.Random(chance.random())), teachers


def _changed(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


async def one_has_answered(url: str, person_id: int) -> None:
    """Without a request in the bank there is no workbook of it."""
    database = await open_database(url)
    async with database.write() as tx:
        await tx.run(
            """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place,
                                     source, started_at, touched_at, submitted_at)
               VALUES (1, :id, :id, 'needs', 1, 'submitted', 'core', 'SUMMARY', 'tap', :now, :now, :now)""",
            id=person_id,
            now="2026-09-01T09:00:00.000000Z",
        )
    await database.close()


def _settings(world: Telegram, url: str, folder: Path, port: int | None) -> dict[str, str]:
    webhook = {
        "WEBHOOK_URL": "https://bot.school.example/from-telegram",
        "WEBHOOK_SECRET": "w" * 40,
        "HTTP_PORT": str(port),
    }
    return {**(webhook if port else {}), **basics(world, url, folder)}


def basics(world: Telegram, url: str, folder: Path) -> dict[str, str]:
    """What every bot here is told."""
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": world.address,
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "SEND_RATE": "1000",
    }
