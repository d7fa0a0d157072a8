"""The year as it is played behind the page: a bot and a school of its own, in a folder that goes afterwards."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.machine import Machine
from bot.settings import Settings
from bot.wiring import build
from sandbox.clock import ZONE, GivenClock
from sandbox.session import WorldSession
from sandbox.world import World
from sandbox.world.model import Json
from sandbox.year.story import BEGINS, ENDS, PEOPLE, Year
from sandbox.year.timeline import school_calendar, view
from storage.database import open_database
from storage.migrations import migrate

log = logging.getLogger("sandbox.year")

TOKEN = "5000000002:sandbox-token-of-the-year-and-of-no-bot"  # noqa: S105 - made up, and known to our world only
NOWHERE = "http://127.0.0.1:1"


class BotInProcess:
    """The bot's own wiring over a world in memory and a clock that stands still."""

    def __init__(self, folder: Path) -> None:
        self.clock = GivenClock(datetime.combine(BEGINS, time(8), ZONE))
        self.world = World(self.clock.now)
        self.world.add_bot(TOKEN)
        self._settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
            bot_token=SecretStr(TOKEN),
            telegram_api_base=NOWHERE,
            database_url=f"sqlite:///{folder / 'year.db'}",
            data_dir=folder,
        )
        self._machine: Machine | None = None

    @property
    def machine(self) -> Machine:
        if self._machine is None:
            raise RuntimeError("the bot is not started")
        return self._machine

    async def start(self) -> None:
        database = await open_database(self._settings.database_url)
        await migrate(database, now=self.clock.now())
        self._machine = build(
            self._settings, database, session=WorldSession(self.world), clock=self.clock, sleep=_at_once
        )
        await self._machine.recover()

    async def settle(self) -> None:
        await self.machine.settle()

    async def stop(self) -> None:
        """What is in flight is left: the folder goes with it."""
        machine, self._machine = self._machine, None
        if machine is not None:
            await machine.sender.abandon()
            await machine.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()


async def _at_once(_: float) -> None:
    """Nobody waits in a year of a minute."""
    await asyncio.sleep(0)


async def played(people: int, until: date, on_day: Callable[[date], Awaitable[None]]) -> Json:
    """Tell the whole year and look back at it."""
    with TemporaryDirectory(prefix="nastavnik-year-") as folder:
        bot = BotInProcess(Path(folder))
        await bot.start()
        try:
            year = Year(bot, people=people, until=until, on_day=on_day)
            said = await year.tell()
            return view(said, await year.listeners(), school_calendar(BEGINS.year))
        finally:
            await bot.stop()


class YearShow:
    """At most one year is played at a time; the last one can be looked at."""

    def __init__(self, people: int = PEOPLE, until: date = ENDS) -> None:
        self.people = people
        self.until = until
        self._day = BEGINS
        self._telling: asyncio.Task[None] | None = None
        self._year: Json | None = None
        self._failed = False

    @property
    def is_playing(self) -> bool:
        return self._telling is not None and not self._telling.done()

    def play(self) -> None:
        """Begin, unless it is being played already."""
        if not self.is_playing:
            self._day, self._failed = BEGINS, False
            self._telling = asyncio.create_task(self._play())

    async def close(self) -> None:
        """No task stays."""
        if self._telling is not None:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling

    def state(self) -> Json:
        """How far it is, for a page that asks again and again."""
        whole = (self.until - BEGINS).days
        return {
            "playing": self.is_playing,
            "failed": self._failed,
            "played": self._year is not None,
            "day": self._day.isoformat(),
            "share": (self._day - BEGINS).days / whole,
        }

    def year(self) -> Json | None:
        """The timeline of the last year that was played to its end."""
        return self._year

    async def _play(self) -> None:
        try:
            self._year = await played(self.people, self.until, self._reaches)
        except Exception as trouble:  # a page that waits is told
            self._failed = True
            log.error("the year came to an end at %s: %s", self._day, type(trouble).__name__)

    async def _reaches(self, day: date) -> None:
        self._day = day
        await asyncio.sleep(0)
