"""Right after withdrawals and erasures, and at every round of housekeeping: what a transaction cannot do."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot import register
from bot.backup import drop_old_copies
from bot.clock import Clock
from bot.exports import Exports
from bot.faults import place_of
from bot.material_store import MaterialStore
from mentoring import register as acts
from storage.database import Database

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0


class Keeper:
    """Looks for acts that are new in the database; what fails is tried again at the next look."""

    def __init__(
        self, database: Database, clock: Clock, exports: Exports, materials: MaterialStore, data_dir: Path
    ) -> None:
        self._database = database
        self._clock = clock
        self._exports = exports
        self._materials = materials
        self._data_dir = data_dir
        self._seen = -1  # the newest act that all of this was done for

    async def start(self) -> None:
        """Before anything is sent or handled: the database may be an older copy."""
        async with self._database.write() as tx:
            await acts.name_installation(tx, self._clock.now())
        await register.remember(self._database, self._data_dir)
        again = await register.reapply(self._database, self._data_dir, self._clock.now())
        if again:
            log.warning("withdrawals and erasures that the database had forgotten were done again: %d", again)

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await _patiently(self.follow)

    async def housekeep(self) -> None:
        """Whatever is new or not."""
        await _patiently(self.keep)

    async def follow(self) -> None:
        """Nothing when no act is new."""
        async with self._database.read() as tx:
            newest, rewritten = await acts.newest(tx), await acts.rewritten(tx)
        if newest == self._seen or (newest > rewritten and not await self._rewrite(newest)):
            return
        if await self.keep():
            self._seen = newest

    async def _rewrite(self, newest: int) -> bool:
        """Once for each act, whatever restarts come between: it takes long in a large database."""
        if not await self._database.rewrite():
            return False
        async with self._database.write() as tx:
            await acts.note_rewritten(tx, newest, self._clock.now())
        return True

    async def keep(self) -> bool:
        """All of it; False when a reader outside, a backup for one, has kept the log from being emptied."""
        now = self._clock.now()
        await register.remember(self._database, self._data_dir)
        dropped = await self._exports.drop_expired(now) + drop_old_copies(self._data_dir, self._database.path, now)
        dropped += await self._materials.sweep(self._database)
        if dropped:
            log.info("files whose time is over were removed: %d", dropped)
        return await self._database.empty_log()


async def _patiently(step: Callable[[], Awaitable[object]]) -> None:
    try:
        await step()
    except Exception as error:
        log.error("what follows withdrawals was not done yet: %s", place_of(error))
