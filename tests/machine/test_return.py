"""Whoever speaks to the bot can be written to again, whatever became of Telegram's own word about it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import accounts
from tests.machine.engine import TEACHERS, Engine

ANNA = TEACHERS[0]


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    made = Engine(tmp_path)
    await made.start()
    async with made.database.write() as tx:
        await accounts.set_reachable(tx, ANNA, reachable=False)
    yield made
    await made.close()


async def reachable(engine: Engine) -> bool:
    async with engine.database.read() as tx:
        return (await accounts.memberships(tx, ANNA))[0].reachable


@pytest.mark.parametrize("words", ["/start", "/menu", "здравствуйте"])
async def test_whoever_writes_can_be_written_to(engine: Engine, words: str) -> None:
    engine.world.say(ANNA, words)
    await engine.until(lambda: engine.texts(ANNA))
    assert await reachable(engine)


async def test_whoever_presses_can_be_written_to(engine: Engine) -> None:
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.texts(ANNA))
    async with engine.database.write() as tx:
        await accounts.set_reachable(tx, ANNA, reachable=False)
    engine.world.press_data(ANNA, engine.world.chat(ANNA).visible[-1].id, "g:menu:0:0")
    await engine.until(lambda: [call for call in engine.world.log if call.method == "answerCallbackQuery"])
    assert await reachable(engine)


async def test_blocking_the_bot_is_no_speaking(engine: Engine) -> None:
    engine.world.block(ANNA)
    await engine.until(lambda: not engine.world.pending_updates)
    await engine.stop()
    await engine.open()
    assert not await reachable(engine)


async def test_word_in_a_group_is_none_to_the_bot(engine: Engine) -> None:
    group = engine.world.add_to_group(ANNA, "Учительская")
    await engine.until(lambda: [call for call in engine.world.log if call.method == "leaveChat"])
    assert group < 0
    assert not await reachable(engine)
