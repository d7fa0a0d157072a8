"""The alarm clock's end: a tick that runs may end, and a stop in its middle is no error."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from scheduler.clockwork import Clockwork


class Bell:
    """A tick that takes so long."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.rang = self.ended = 0

    async def ring(self) -> None:
        self.rang += 1
        await asyncio.sleep(self.seconds)
        self.ended += 1


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(("seconds", "ended"), [(0.1, 1), (60, 0)])
async def test_tick_that_runs_at_the_stop_may_end_and_is_no_error(
    caplog: pytest.LogCaptureFixture, seconds: float, ended: int
) -> None:
    caplog.set_level(logging.WARNING)
    bell, other = Bell(seconds), Bell(0)
    clockwork = Clockwork(bell.ring, other.ring)
    clockwork.start()
    await until(lambda: bell.rang and other.ended)
    await clockwork.stop(0.5)
    await asyncio.sleep(0.05)
    assert (bell.rang, bell.ended) == (1, ended)
    assert caplog.records == []


async def test_clockwork_that_never_ran_stops_at_once() -> None:
    await Clockwork(Bell(0).ring, Bell(0).ring).stop(5)
