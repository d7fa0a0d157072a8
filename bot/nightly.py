"""A sealed copy of the database every night by the bot's own clock, fourteen kept; and who hears when none is."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot import sealing
from bot.backup import folder_of
from bot.clock import Clock
from bot.copying import UNFINISHED, copy_into
from bot.faults import place_of
from bot.settings import Settings
from mentoring import backups
from storage.database import Database

log = logging.getLogger(__name__)

KEPT = 14
NO_KEY = "no nightly copies: BACKUP_KEY_FILE names no key, and none is made in clear text"
_NAMES = f"nightly-*.db{sealing.SUFFIX}"
_MOMENT = "nightly-%Y%m%dT%H%M%SZ.db" + sealing.SUFFIX


class Nightly:
    """The files are the memory: what stands in the folder was made whole, read back and compared."""

    def __init__(self, settings: Settings, database: Database, clock: Clock, alarm: Callable[[str], None]) -> None:
        self._folder = folder_of(settings)
        self._keys = sealing.keys(settings)
        self._database = database
        self._clock = clock
        self._alarm = alarm
        # A stand-in needs no copies, and those of PostgreSQL are made where nobody of us looks.
        self._watched = database.path is not None and (bool(self._keys) or not settings.on_loopback)
        self._told_on: date | None = None

    async def start(self) -> None:
        if self._watched and not self._keys:
            log.warning(NO_KEY)
        await asyncio.to_thread(self._tidy_up)
        async with self._database.write() as tx:
            await backups.watch(tx, watched=self._watched, made=newest(self._folder), now=self._clock.now())

    async def look(self) -> None:
        """Make tonight's copy when it is not there yet; tell the operator, once a day, of what fails or is late."""
        if not self._watched:
            return
        now = self._clock.now()
        try:
            if self._keys and self._database.path is not None and is_due(newest(self._folder), now):
                await asyncio.to_thread(self._make, self._database.path, now)
            async with self._database.write() as tx:
                await backups.watch(tx, watched=True, made=newest(self._folder), now=now)
        except Exception as error:
            self._alarm_daily(f"the nightly copy of the database was not made: {place_of(error)}", now)
        async with self._database.read() as tx:
            is_late = await backups.is_late(tx, now)
        if is_late:
            self._alarm_daily("the last copy of the database is older than two days" if self._keys else NO_KEY, now)

    def _make(self, source: Path, now: datetime) -> None:
        """Under another name until it is whole. What is too old goes only after a new one is there."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._tidy_up()
        unfinished = self._folder / f"{UNFINISHED}{now:%Y%m%dT%H%M%SZ}{sealing.SUFFIX}"
        copy_into(source, unfinished, self._keys, self._folder)
        unfinished.replace(self._folder / now.astimezone(UTC).strftime(_MOMENT))
        for old in copies(self._folder)[:-KEPT]:
            old.unlink()
        log.info("the nightly copy of the database was made, %d are kept", len(copies(self._folder)))

    def _tidy_up(self) -> None:
        for path in self._folder.glob(f"{UNFINISHED}*"):
            path.unlink()

    def _alarm_daily(self, what: str, now: datetime) -> None:
        if self._told_on != now.date():
            self._told_on = now.date()
            self._alarm(what)


def copies(folder: Path) -> list[Path]:
    """From the oldest to the newest, by their names."""
    return sorted(path for path in folder.glob(_NAMES) if _made_at(path) is not None)


def newest(folder: Path) -> datetime | None:
    found = copies(folder)
    return _made_at(found[-1]) if found else None


def is_due(made: datetime | None, now: datetime) -> bool:
    """Once in a day of UTC, whose midnight is three at night in Moscow; at once when a night was slept through."""
    return made is None or made.date() < now.astimezone(UTC).date() or made - now > timedelta(days=1)


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
