"""T7: whatever Telegram answers to the question for updates, nothing is lost; a dead or shared token ends the bot."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import FOR_GOOD
from sandbox.world import Fault, FaultKind
from tests.bench.figures import at_most
from tests.kill.lives import Nursery
from tests.soak.measuring import Measured
from tests.soak.town import Town, town

PEOPLE, A_SECOND = 20, 4
AFTER_SECONDS, END_SECONDS = 10, 10
LONG, PATIENCE_SECONDS = 30, 120

FAULTS = {
    "500": Fault(kind=FaultKind.REFUSE, method="getUpdates", times=None),
    "HTML 502": Fault(kind=FaultKind.HTML, method="getUpdates", times=None, code=502),
    "reset": Fault(kind=FaultKind.NOT_ARRIVED, method="getUpdates", times=None),
    "hang": Fault(kind=FaultKind.HANG, method="getUpdates", times=None, seconds=60),
}
CONFLICT = Fault(
    kind=FaultKind.REFUSE, method="getUpdates", times=None, code=409, description="Conflict: terminated by other"
)


@pytest.mark.parametrize(
    "seconds", [pytest.param(1, marks=pytest.mark.slow), pytest.param(LONG, marks=pytest.mark.soak)]
)
async def test_trouble_is_waited_out_and_nothing_lost(
    nursery: Nursery, tmp_path: Path, measured: Measured, seconds: int
) -> None:
    recoveries = []
    async with town(nursery, tmp_path, PEOPLE) as told:
        await told.begins()
        for name, fault in FAULTS.items():
            if name == "hang" and seconds < LONG:
                continue  # a question is given up after 35 seconds: nothing to be seen in less
            recovery = await _suffers(told, fault, seconds)
            recoveries.append(at_most(f"{name} for {seconds} s: answered after its end", recovery, AFTER_SECONDS, "s"))
    lost = at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, "", note=f"{told.talk.said.total()}")
    measured(*recoveries, lost)


@pytest.mark.slow
async def test_revoked_token_ends_the_bot(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    async with town(nursery, tmp_path, PEOPLE) as told:
        await told.begins()
        told.world.add_bot("1234567:" + "r" * 35)
        told.talk.says(told.teachers[0])  # or the question of before would wait for its answer
        seconds = await _ends(told)
        assert told.bot.last_line == "nastavnik: Telegram does not accept the token (401): check BOT_TOKEN"
        assert told.world.pending_updates or await told.left_open()
    measured(at_most("401: the end", seconds, END_SECONDS, "s", note=f"code {FOR_GOOD}"))


@pytest.mark.soak
async def test_token_that_another_polls_with_ends_the_bot(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    async with town(nursery, tmp_path, PEOPLE) as told:
        await told.begins()
        told.world.faults.add(CONFLICT)
        told.talk.says(told.teachers[0])
        seconds = await _ends(told)
        assert told.bot.last_line == "nastavnik: another process polls with this token (409): stop it first"
        assert told.world.pending_updates or await told.left_open()
    measured(at_most("409: the end", seconds, END_SECONDS, "s", note=f"code {FOR_GOOD}"))


async def _suffers(told: Town, fault: Fault, seconds: int) -> float:
    """How long after its end everybody is answered."""
    told.world.faults.add(fault)
    await told.talk.goes_on(told.teachers, a_second=A_SECOND, seconds=seconds)
    told.world.faults.clear()
    return await told.talk.is_answered(within=PATIENCE_SECONDS)


async def _ends(told: Town) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    assert await told.bot.ended() == FOR_GOOD
    return loop.time() - began
