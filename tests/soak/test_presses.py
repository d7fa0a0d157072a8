"""T3: a coordinator whose thumb trembles: an announcement is sent by the first press and by no other."""

import asyncio
from math import inf
from pathlib import Path

import pytest

from tests.bench.broadcast.coordinator import AFTERNOON, drafts, speaking_day
from tests.bench.figures import at_most
from tests.kill.lives import Nursery
from tests.soak.fair import fair
from tests.soak.measuring import Measured

PEOPLE, PRESSES = 20, 6
LATER_SECONDS = 2


@pytest.mark.slow
async def test_announcement_sent_by_six_presses_is_heard_once(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """Twice within 5 ms, three times in one batch, and once more when everybody has heard it."""
    async with fair(nursery, tmp_path, PEOPLE, 1, most=inf) as told:
        await told.begins(speaking_day(AFTERNOON), rate=100)
        who, telegram = told.school.coordinator, told.telegram
        send = await drafts(telegram, who)
        answered = telegram.answered
        telegram.press(who, send)
        await asyncio.sleep(0.005)
        telegram.press(who, send)
        await asyncio.sleep(0.05)
        for _ in range(3):
            telegram.press(who, send)
        await told.until(lambda: all(told.heard()) and told.is_said("announcement"))
        await asyncio.sleep(LATER_SECONDS)
        telegram.press(who, send)
        await told.until(lambda: telegram.answered == answered + PRESSES)
        await asyncio.sleep(LATER_SECONDS)
        fates = told.fates("announcement")
    measured(
        at_most("people who heard it more or less than once", sum(count != 1 for count in told.heard()), 0, ""),
        at_most("messages too many", sum(fates.values()) - PEOPLE, 0, "", note=f"{fates}"),
    )
