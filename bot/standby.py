"""Two processes on one PostgreSQL database: one leads and does everything, the other stands by to take its place."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import Enum, auto

from bot.instance import Lock
from storage.database import StorageTrouble

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5


class Turn(Enum):
    """How the wait for the lead ended."""

    STOPPED = auto()  # before it came
    FREE = auto()  # nobody led
    TAKEN_OVER = auto()


@asynccontextmanager
async def turn_to_lead(lock: Lock, stop: asyncio.Event, *, deposed: Callable[[], None]) -> AsyncIterator[Turn]:
    """Stands by until nobody leads, or `stop` comes before.

    `deposed` is called when the lock is lost in the body: another may lead from that moment on, so it must end the
    process without goodbye. What is in flight is in the tables, as after a kill.
    """
    watching: asyncio.Task[None] | None = None
    try:
        turn = await _stand_by(lock, stop)
        if turn is not Turn.STOPPED:
            watching = asyncio.create_task(_watch(lock, deposed), name="leadership")
        yield turn
    finally:
        if watching is not None:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
        await lock.release()


async def _stand_by(lock: Lock, stop: asyncio.Event) -> Turn:
    """The lock of a leader that dies is free as soon as the server sees its connection end."""
    stopping = asyncio.create_task(stop.wait())
    led, told = False, ""
    try:
        while not stop.is_set():
            try:
                if await lock.take():
                    await lock.end_writers()
                    return Turn.TAKEN_OVER if led else Turn.FREE
                led, now = True, "standing by: another nastavnik leads on this PostgreSQL database"
            except StorageTrouble:
                now = "standing by: the PostgreSQL server is out of reach"
            if now != told:
                log.warning(now)
                told = now
            await asyncio.wait({stopping}, timeout=LOOK_SECONDS)
        return Turn.STOPPED
    finally:
        stopping.cancel()


async def _watch(lock: Lock, deposed: Callable[[], None]) -> None:
    await lock.lost()
    deposed()
