"""SIGTERM: what runs is finished, what waits is left in the tables exactly, and it does not take long."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.intake import CannotPoll
from bot.lanes import Lanes
from mentoring.access import actor
from mentoring.jobs import Work, order
from sandbox.world import Call, Fault, FaultKind
from storage import outbox
from storage.tx import Tx
from tests.machine.engine import TEACHERS, Engine
from tests.machine.seeds import COORDINATOR

ANNA, BORIS, _ = TEACHERS
TOO_MANY = Fault(
    kind=FaultKind.REFUSE, code=429, description="Too Many Requests", parameters={"retry_after": 300}, times=None
)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    made = Engine(tmp_path)
    await made.start()
    yield made
    await made.close()


def calls(engine: Engine, method: str, outcome: str = "") -> list[Call]:
    return [call for call in engine.world.log if call.method == method and call.outcome.startswith(outcome)]


async def test_idle_bot_stops_at_once(engine: Engine) -> None:
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.texts(ANNA))
    assert await engine.stop() < 1
    assert await engine.outbox() == {}


async def test_deadline_of_a_429_is_not_waited_for_and_nothing_of_it_is_lost_or_unknown(engine: Engine) -> None:
    engine.world.faults.add(TOO_MANY)
    await engine.tell(BORIS, "begin:boris")
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: len(calls(engine, "sendMessage", "429")) == 2)
    assert await engine.stop() < 2
    assert await engine.outbox() == {"begin:boris": "due", "reply:1:0": "due"}
    engine.world.faults.clear()
    await engine.start()
    await engine.until(lambda: engine.texts(ANNA))
    await engine.stop()
    assert len(engine.texts(ANNA)) == 1
    assert await engine.outbox() == {"begin:boris": "due"}  # its deadline has not passed


async def test_notice_that_waits_for_the_pace_stays_due(engine: Engine) -> None:
    for number in range(4):
        await engine.tell(BORIS, f"begin:{number}")
    await engine.until(lambda: engine.texts(BORIS))
    assert await engine.stop() < 2
    fates = await engine.outbox()
    assert sorted(fates.values())[:2] == ["due", "due"]
    assert set(fates.values()) == {"due", "sent"}


async def test_request_that_hangs_ends_with_the_grace_and_is_told_apart_at_the_next_start(engine: Engine) -> None:
    for user_id in (ANNA, BORIS):
        engine.world.faults.add(Fault(kind=FaultKind.HANG, chat_id=user_id, seconds=60))
    await engine.tell(BORIS, "begin:boris")
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.world.faults.waiting == 0)
    assert await engine.stop() < 7
    await engine.start()
    await engine.until(lambda: engine.texts(ANNA))
    await engine.stop()
    assert await engine.outbox() == {"begin:boris": "unknown crash"}
    assert len(engine.texts(ANNA)) == 1
    assert engine.texts(BORIS) == []


async def test_job_in_the_worker_is_left_and_done_at_the_next_start(engine: Engine) -> None:
    async with engine.database.write() as tx:
        member = (await actor(tx, COORDINATOR)).member
        assert member is not None
        await order(tx, member, COORDINATOR, Work.STAFF_TEMPLATE, engine.clock.now())
    await engine.until(lambda: engine.worker.begun)
    assert await engine.stop() < 2
    await engine.start()
    engine.worker.may_end.set()
    await engine.until(lambda: calls(engine, "sendDocument"), 20)
    await engine.stop()
    assert len(calls(engine, "sendDocument")) == 1


async def test_update_that_came_and_was_not_handled_is_handled_at_the_next_start(engine: Engine) -> None:
    assert engine.machine is not None
    await engine.machine.lanes.finish_group()
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.world.pending_updates == [] or len(calls(engine, "getUpdates")) > 1)
    await engine.stop()
    assert engine.texts(ANNA) == []
    await engine.start()
    await engine.until(lambda: engine.texts(ANNA))
    await engine.stop()
    assert len(engine.texts(ANNA)) == 1


async def test_dead_token_ends_the_bot_with_one_clear_line(engine: Engine) -> None:
    dead = Fault(kind=FaultKind.REFUSE, code=401, description="Unauthorized", method="sendMessage", times=None)
    engine.world.faults.add(dead)
    engine.world.say(ANNA, "/menu")
    with pytest.raises(CannotPoll, match="401"):
        await engine.running
    await engine.close()
    assert await engine.outbox() == {"reply:1:0": "due"}


async def test_loop_that_ends_by_a_bug_ends_the_bot(engine: Engine) -> None:
    assert engine.machine is not None
    lanes: Lanes = engine.machine.lanes
    lanes._ready.append(12345)  # a lane that is not there
    lanes._work.set()
    with pytest.raises(KeyError):
        await engine.running


@pytest.mark.slow
async def test_database_that_somebody_holds_does_not_keep_the_bot_from_ending(engine: Engine) -> None:
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.texts(ANNA))
    with closing(sqlite3.connect(engine.folder / "engine.db", check_same_thread=False)) as outsider:
        # Not on this loop: the bot may be inside a transaction of its own, and must be let end it.
        await asyncio.to_thread(outsider.execute, "BEGIN EXCLUSIVE")
        engine.world.say(ANNA, "/menu")
        await asyncio.sleep(0.3)
        assert await engine.stop() < 5
    await engine.start()
    await engine.until(lambda: len(engine.texts(ANNA)) == 2)
    await engine.stop()


async def test_fate_that_is_just_being_stored_is_stored_before_the_end(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the reply that has arrived would be said again at the next start."""
    storing = asyncio.Event()
    clear = outbox.clear

    async def slowly(tx: Tx, keys: list[str]) -> None:
        if keys:
            storing.set()
            await asyncio.sleep(0.3)
        await clear(tx, keys)

    monkeypatch.setattr(outbox, "clear", slowly)
    engine.world.say(ANNA, "/menu")
    async with asyncio.timeout(5):
        await storing.wait()
    await engine.stop()
    assert await engine.outbox() == {}
