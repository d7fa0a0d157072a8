"""1,500 updates of 40 people while the bot is killed or stopped again and again: everything counts exactly once."""

import asyncio
import signal
import time
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path

import pytest

from tests.kill.findings import Findings, look
from tests.kill.lives import Nursery
from tests.kill.season import UPDATES, Season, season

pytestmark = pytest.mark.slow

KILLS, STOPS = 25, 10
STOP_SECONDS = 10.0
SAID_AGAIN_A_KILL = 3
NOTHING_WRONG = Findings(0, 0, 0, 0, 0, 0, 0, 0)


async def test_killed_25_times_nothing_is_lost_doubled_or_out_of_order(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    async with season(nursery, tmp_path, seed) as told:
        found = await seen_through(told, told.is_killed(KILLS), capsys)
        assert told.codes == [-signal.SIGKILL] * KILLS + [0]
        assert replace(found, said_again=0) == NOTHING_WRONG
        assert found.said_again <= SAID_AGAIN_A_KILL * KILLS


async def test_killed_25_times_amid_deliveries_of_a_webhook_nothing_is_lost_doubled_or_out_of_order(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    async with season(nursery, tmp_path, seed, by_webhook=True) as told:
        found = await seen_through(told, told.is_killed(KILLS), capsys)
        assert told.codes == [-signal.SIGKILL] * KILLS + [0]
        assert replace(found, said_again=0) == NOTHING_WRONG
        assert found.said_again <= SAID_AGAIN_A_KILL * KILLS
        assert "getUpdates" not in {call.method for call in told.world.log}


async def test_stopped_10_times_amid_work_nothing_is_even_said_twice(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    async with season(nursery, tmp_path, seed) as told:
        found = await seen_through(told, told.is_stopped(STOPS), capsys)
        assert told.codes == [0] * (STOPS + 1)
        assert told.slowest_end <= STOP_SECONDS
        assert found == NOTHING_WRONG


async def seen_through(told: Season, ends: Coroutine[None, None, None], capsys: pytest.CaptureFixture[str]) -> Findings:
    """The figures are printed whatever becomes of them."""
    began = time.monotonic()
    async with asyncio.TaskGroup() as both:
        both.create_task(told.live())
        both.create_task(ends)
    await told.ends()
    found = await look(told)
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{len(told.codes)} lives, {told.updates} updates in {seconds:.0f} s, slowest end ", end="")
        print(f"{told.slowest_end:.1f} s: {found}")
    assert told.updates >= UPDATES
    return found
