"""`/healthz` and `/metrics` of the running bot: names of what fails and figures, never whose."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot import vitals
from mentoring import reminders
from storage.database import StorageTrouble
from tests.machine.engine import TEACHERS, Engine

ANNA, BORIS, VERA = TEACHERS
SECRET_WORDS = "Имя", "Фамилия", "Школа", str(ANNA)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    """By polling, with HTTP_PORT set."""
    made = Engine(tmp_path)
    made.serves = True
    await made.start()
    await made.until(lambda: any(call.method == "deleteWebhook" for call in made.world.log))
    yield made
    await made.close()


async def asked(engine: Engine, path: str) -> tuple[int, str]:
    async with ClientSession() as session, session.get(engine.address + path) as answer:
        return answer.status, await answer.text()


async def health(engine: Engine) -> tuple[int, str]:
    return await asked(engine, "/healthz")


async def figures(engine: Engine) -> dict[str, float]:
    status, page = await asked(engine, "/metrics")
    assert status == 200
    lines = (line.rpartition(" ") for line in page.splitlines() if line.startswith("nastavnik_"))
    return {name: float(value) for name, _, value in lines}


async def planned(engine: Engine, ago: timedelta) -> None:
    async with engine.database.write() as tx:
        await reminders.note_planned(tx, engine.clock.now() - ago)


async def test_bot_that_works_is_well(engine: Engine) -> None:
    engine.world.say(ANNA, "/menu")
    await engine.until(lambda: engine.texts(ANNA))
    assert await health(engine) == (200, "ok\n")


async def test_planner_that_stands_still_is_named(engine: Engine) -> None:
    assert engine.machine is not None
    await engine.machine.clockwork.stop(1)
    await planned(engine, timedelta(minutes=6))
    engine.machine.vitals._started -= timedelta(minutes=4)
    assert await health(engine) == (200, "ok\n"), "it has had no time to be late since the start"
    engine.machine.vitals._started -= timedelta(minutes=4)
    assert await health(engine) == (503, "planner\n")
    await planned(engine, timedelta(minutes=4))
    assert await health(engine) == (200, "ok\n")


async def test_telegram_that_is_not_heard_of_is_named(engine: Engine) -> None:
    assert engine.machine is not None
    engine.machine.intake._answered_at -= vitals.SILENT_SECONDS
    assert await health(engine) == (503, "polling\n")
    engine.world.say(ANNA, "/menu")  # ends the poll that waits
    await engine.until(lambda: engine.texts(ANNA))
    assert await health(engine) == (200, "ok\n")


async def test_sender_that_stands_still_is_named(engine: Engine) -> None:
    assert engine.machine is not None
    sender, bulk = engine.machine.sender, engine.machine.sender._bulk
    bulk.turned_at -= vitals.STILL_SECONDS
    await engine.until(lambda: sender.still_for < 1)  # it looks twice a second
    await bulk.stop()
    await asyncio.sleep(0.6)
    bulk.turned_at -= vitals.STILL_SECONDS
    assert await health(engine) == (503, "sender\n")


async def test_messages_that_are_long_due_while_nothing_leaves_are_the_senders_trouble(engine: Engine) -> None:
    assert engine.machine is not None
    sender = engine.machine.sender
    sender._bulk._is_free = lambda _: False
    await engine.tell(ANNA, "long due")
    async with engine.database.write() as tx:
        await tx.run("UPDATE outbox SET due_at = :then", then=engine.clock.now() - timedelta(minutes=11))
    await planned(engine, timedelta())
    engine.machine.vitals._started -= timedelta(minutes=20)
    assert await health(engine) == (200, "ok\n"), "something has left meanwhile"
    sender._ended_at = time.monotonic() - vitals.STUCK_SECONDS - 1
    assert await health(engine) == (503, "sender\n")


async def test_database_that_does_not_answer_is_named_and_the_figures_still_come(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trouble() -> object:
        raise StorageTrouble("a name that nobody should read")

    monkeypatch.setattr(engine.database, "read", trouble)
    assert await health(engine) == (503, "database\n")
    found = await figures(engine)
    assert found["nastavnik_database_up"] == 0
    monkeypatch.undo()
    assert (await figures(engine))["nastavnik_database_up"] == 1


async def test_database_that_hangs_is_named_in_time(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vitals, "ANSWER_SECONDS", 0.2)
    async with asyncio.timeout(5), engine.database.read():
        assert await health(engine) == (503, "database\n")
    assert (await health(engine))[0] == 200


async def test_figures_count_what_was_done(engine: Engine) -> None:
    engine.world.say(ANNA, "/menu")
    engine.world.say(BORIS, "/menu")
    await engine.until(lambda: engine.texts(ANNA) and engine.texts(BORIS))
    engine.world.press_data(ANNA, engine.world.chat(ANNA).visible[-1].id, "no such button")
    await engine.until(lambda: not engine.world.spinners(ANNA))
    engine.world.block(VERA)
    await engine.tell(VERA, "to whom it cannot be said")
    await engine.tell(BORIS, "once")
    await engine.until(lambda: len(engine.texts(BORIS)) == 2)
    await asyncio.sleep(0.5)
    found = await figures(engine)
    assert found['nastavnik_updates_total{kind="message"}'] == 2
    assert found['nastavnik_updates_total{kind="callback_query"}'] == 1
    assert found['nastavnik_updates_total{kind="my_chat_member"}'] == 1
    assert found["nastavnik_update_lag_seconds_count"] == 4
    assert found['nastavnik_update_lag_seconds_bucket{le="10.0"}'] == 4
    assert found['nastavnik_sends_total{result="sent"}'] >= 3
    assert found['nastavnik_inbox_rows{state="new"}'] == found['nastavnik_inbox_rows{state="dead"}'] == 0
    assert found['nastavnik_outbox_rows{state="due"}'] == 0
    assert 0 <= found["nastavnik_plan_age_seconds"] < 60
    assert 0 <= found["nastavnik_telegram_silence_seconds"] < 60
    assert found["nastavnik_alarms_total"] == 0


async def test_dead_rows_waiting_messages_and_alarms_are_counted(engine: Engine) -> None:
    assert engine.machine is not None
    engine.machine.alarms.raise_alarm("a trial")
    async with engine.database.write() as tx:
        await tx.run(
            """INSERT INTO inbox (bot_id, update_id, kind, lane, state, received_at, done_at)
               VALUES (1, 1, 'update', 5, 'dead', :now, :now)""",
            now=engine.clock.now(),
        )
    engine.machine.sender._bulk._is_free = lambda _: False
    await engine.tell(ANNA, "waits")
    found = await figures(engine)
    assert found['nastavnik_inbox_rows{state="dead"}'] == 1
    assert found['nastavnik_outbox_rows{state="due"}'] == 1
    assert found["nastavnik_alarms_total"] == 1


async def test_nobody_is_named(engine: Engine) -> None:
    engine.world.say(ANNA, "Имя Фамилия")
    await engine.until(lambda: engine.texts(ANNA))
    page = (await asked(engine, "/metrics"))[1] + (await health(engine))[1]
    assert "process_resident_memory_bytes" in page
    assert [word for word in SECRET_WORDS if word in page] == []


async def test_without_a_port_nothing_listens(tmp_path: Path) -> None:
    made = Engine(tmp_path)
    await made.open()
    assert made.machine is not None
    assert made.machine.server is None
    await made.close()
