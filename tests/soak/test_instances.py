"""T14: two bots where there may be one: on the same database, or elsewhere with the same token."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.cli import FOR_GOOD
from tests.bench.figures import at_most
from tests.kill.lives import Lives, Nursery, lives, open_nursery
from tests.soak.measuring import Measured
from tests.soak.town import town, town_settings

REFUSAL_SECONDS, END_SECONDS = 5, 60


@pytest.mark.soak
async def test_second_bot_on_the_same_database_is_refused(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    async with town(nursery, tmp_path / "one", 2) as told:
        await told.begins()
        other_folder = tmp_path / "other"
        other_folder.mkdir()
        with open_nursery() as elsewhere:
            async with lives(elsewhere, other_folder, town_settings(told.world, told.folder)) as other:
                seconds = await _ended(other)
                assert other.last_line == "nastavnik: another nastavnik already works on nastavnik.db"
        told.talk.says(told.teachers[0])
        await told.talk.is_answered(within=REFUSAL_SECONDS)
    measured(at_most("refused in", seconds, REFUSAL_SECONDS, "s"))


@pytest.mark.soak
async def test_of_two_bots_with_one_token_one_ends_and_the_other_goes_on(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    async with town(nursery, tmp_path / "one", 2) as told:
        await told.begins()
        other_folder = tmp_path / "other"
        other_folder.mkdir()
        with open_nursery() as elsewhere:
            async with lives(elsewhere, other_folder, town_settings(told.world, other_folder)) as other:
                await other.begin()
                began = asyncio.get_running_loop().time()
                loser = await _first_to_end(told.bot, other)
                seconds = asyncio.get_running_loop().time() - began
                assert loser.last_line == "nastavnik: another process polls with this token (409): stop it first"
                survivor = other if loser is told.bot else told.bot
                assert await survivor.end(signal.SIGTERM) == 0
    measured(at_most("one has ended after", seconds, END_SECONDS, "s", note="with a clear line, the other goes on"))


async def _ended(bot: Lives) -> float:
    await bot.begin()
    began = asyncio.get_running_loop().time()
    assert await bot.ended() == FOR_GOOD
    return asyncio.get_running_loop().time() - began


async def _first_to_end(*bots: Lives) -> Lives:
    async with asyncio.timeout(2 * END_SECONDS):
        while not (ended := [bot for bot in bots if not Path(f"/proc/{bot.pid}").exists()]):
            await asyncio.sleep(0.05)
    assert await ended[0].ended() == FOR_GOOD
    return ended[0]
