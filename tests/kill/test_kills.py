"""T1 and T2: 1,500 updates of 40 people while the bot is killed or stopped again and again: all counts exactly once."""

import asyncio
import signal
import time
from collections.abc import Coroutine
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.bench.figures import at_most
from tests.kill.findings import Findings, look
from tests.kill.lives import Nursery
from tests.kill.season import UPDATES, Season, season
from tests.soak.measuring import Measured

KILLS, DEATHS, STOPS = 25, 6, 10
STOP_SECONDS = 10.0
SAID_AGAIN_A_KILL = 3


@pytest.mark.slow
async def test_killed_25_times_nothing_is_lost_doubled_or_out_of_order(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str], measured: Measured
) -> None:
    async with season(nursery, tmp_path, seed) as told:
        found = await seen_through(told, told.is_killed(KILLS), capsys)
        assert told.codes == [-signal.SIGKILL] * KILLS + [0]
        judge(found, measured, KILLS)


@pytest.mark.slow
async def test_killed_25_times_amid_deliveries_of_a_webhook_nothing_is_lost_doubled_or_out_of_order(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str], measured: Measured
) -> None:
    async with season(nursery, tmp_path, seed, by_webhook=True) as told:
        found = await seen_through(told, told.is_killed(KILLS), capsys)
        assert told.codes == [-signal.SIGKILL] * KILLS + [0]
        judge(found, measured, KILLS)
        assert "getUpdates" not in {call.method for call in told.world.log}


@pytest.mark.slow
async def test_stopped_10_times_amid_work_nothing_is_even_said_twice(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str], measured: Measured
) -> None:
    async with season(nursery, tmp_path, seed) as told:
        found = await seen_through(told, told.is_stopped(STOPS), capsys)
        assert told.codes == [0] * (STOPS + 1)
        judge(found, measured, 0)
        measured(at_most("slowest end", told.slowest_end, STOP_SECONDS, "s"))


@pytest.mark.soak
async def test_begun_6_times_from_what_a_dead_machine_left_nothing_that_was_confirmed_is_lost(
    nursery: Nursery, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str], measured: Measured
) -> None:
    async with season(nursery, tmp_path / "machine-0", seed) as told:
        found = await seen_through(told, told.loses_its_machine(DEATHS), capsys)
        assert told.file.parent.name == f"machine-{DEATHS}"
        judge(found, measured, DEATHS)


def judge(found: Findings, measured: Measured, kills: int) -> None:
    """To say once more what stands on the screen is all that a kill may cost."""
    wrong = [at_most(name.replace("_", " "), count, 0, "") for name, count in asdict(found).items()]
    again = at_most("said again", found.said_again, SAID_AGAIN_A_KILL * kills, "screens", note=f"{kills} kills")
    measured(*(again if each.name == again.name else each for each in wrong))


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
