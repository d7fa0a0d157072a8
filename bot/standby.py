"""Two processes on one PostgreSQL database: one leads, the other stands by to take its place, and helps meanwhile."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from enum import Enum, auto

from bot.faults import place_of
from bot.instance import Lock
from storage.database import StorageTrouble

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
PUT_DOWN_SECONDS = 2.0  # for what the helper does when the turn comes; its transaction counts or does not, as it ends


class Turn(Enum):
    """How the wait for the lead ended."""

    STOPPED = auto()  # before it came
    FREE = auto()  # nobody led
    TAKEN_OVER = auto()


@asynccontextmanager
async def turn_to_lead(
    lock: Lock, stop: asyncio.Event, *, deposed: Callable[[], None], helps: Callable[[], Awaitable[None]] | None = None
) -> AsyncIterator[Turn]:
    """Stands by until nobody leads, or `stop` comes before. `helps` runs while another leads.

    `deposed` is called when the lock is lost in the body: another may lead from that moment on, so it must end the
    process without goodbye. What is in flight is in the tables, as after a kill.
    """
    watching: asyncio.Task[None] | None = None
    try:
        turn = await _stand_by(lock, stop, helps or _waits)
        if turn is not Turn.STOPPED:
            watching = asyncio.create_task(_watch(lock, deposed), name="leadership")
        yield turn
    finally:
        if watching is not None:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
        await lock.release()


async def _stand_by(lock: Lock, stop: asyncio.Event, helps: Callable[[], Awaitable[None]]) -> Turn:
    """The lock of a leader that dies is free as soon as the server sees its connection end."""
    stopping = asyncio.create_task(stop.wait())
    helping: asyncio.Future[None] | None = None
    led, told = False, ""
    try:
        while not stop.is_set():
            try:
                if await lock.take():
                    await _put_down(helping)
                    await lock.end_writers()
                    return Turn.TAKEN_OVER if led else Turn.FREE
                led, now = True, "standing by: another nastavnik leads on this PostgreSQL database"
                helping = _kept_up(helping, helps)
            except StorageTrouble:
                now = "standing by: the PostgreSQL server is out of reach"
            if now != told:
                log.warning(now)
                told = now
            await asyncio.wait({stopping}, timeout=LOOK_SECONDS)
        return Turn.STOPPED
    finally:
        stopping.cancel()
        await _put_down(helping)


def _kept_up(helping: asyncio.Future[None] | None, helps: Callable[[], Awaitable[None]]) -> asyncio.Future[None]:
    """It could not begin when the server was out of reach, say."""
    if helping is not None and not helping.done():
        return helping
    if helping is not None and (error := helping.exception()) is not None:
        log.warning("helping who leads ended: %s", place_of(error))
    return asyncio.ensure_future(helps())


async def _waits() -> None:
    """Nothing is done meanwhile."""
    await asyncio.Event().wait()


async def _put_down(helping: asyncio.Future[None] | None) -> None:
    if helping is not None and not helping.done():
        helping.cancel()
        await asyncio.wait({helping}, timeout=PUT_DOWN_SECONDS)
        if not helping.done():
            log.warning("what was being done beside the leader before did not end in time")


async def _watch(lock: Lock, deposed: Callable[[], None]) -> None:
    await lock.lost()
    deposed()
