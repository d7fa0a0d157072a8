"""What dies silently is noticed: a planner that stands still, an absence that Telegram did not bridge."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.clock import Clock
from bot.watchdog import Watchdog
from handlers import notices
from handlers.effects import Screen, as_list
from mentoring import watch
from sandbox.clock import GivenClock
from storage import machine, outbox
from storage.database import Database
from tests.bot_under_test import NOON
from tests.machine.engine import TEACHERS, Engine
from tests.machine.seeds import COORDINATOR

MINUTE = timedelta(minutes=1)


class Kennel:
    """A watchdog whose world is the table and the clock."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = GivenClock(NOON)
        self.intake = SimpleNamespace(polls=0)
        self.alarms: list[str] = []
        self.dog = Watchdog(database, self.clock, self.intake, self.alarms.append)  # type: ignore[arg-type]

    async def passes(self, minutes: int, *, planned: bool) -> None:
        for _ in range(minutes):
            self.clock.moment += MINUTE
            if planned:
                async with self.database.write() as tx:
                    await machine.note(tx, watch.PLANNED, "", self.clock.now())
            await self.dog.look()


@pytest.fixture
async def kennel(database: Database) -> Kennel:
    made = Kennel(database)
    await made.dog.start()
    return made


async def test_planner_that_stands_still_for_five_minutes_is_told_once(kennel: Kennel) -> None:
    await kennel.passes(10, planned=True)
    await kennel.passes(5, planned=False)
    assert kennel.alarms == []
    await kennel.passes(30, planned=False)
    assert len(kennel.alarms) == 1
    await kennel.passes(10, planned=True)
    await kennel.passes(7, planned=False)
    assert len(kennel.alarms) == 2


async def test_planner_that_never_ran_is_told(kennel: Kennel) -> None:
    await kennel.passes(6, planned=False)
    assert kennel.alarms == ["the planner has not run for five minutes: nothing is reminded of"]


async def test_last_run_of_long_ago_is_no_alarm_right_after_a_start(kennel: Kennel) -> None:
    await kennel.passes(1, planned=True)
    kennel.clock.move(days=3)
    await kennel.dog.start()
    await kennel.passes(3, planned=False)
    assert kennel.alarms == []


async def test_last_poll_is_noted_and_a_bot_that_reaches_nobody_notes_none(kennel: Kennel) -> None:
    await kennel.passes(3, planned=True)
    async with kennel.database.read() as tx:
        assert await machine.noted_at(tx, watch.POLLED) is None
    kennel.intake.polls = 2
    await kennel.passes(1, planned=True)
    await kennel.passes(3, planned=True)
    async with kennel.database.read() as tx:
        assert await machine.noted_at(tx, watch.POLLED) == NOON + 4 * MINUTE


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    made = Engine(tmp_path)
    await made.open()
    yield made
    await made.close()


async def told(engine: Engine, hours_ago: float) -> list[outbox.OutboxRow]:
    """What waits for the coordinator after two starts so long after the last poll."""
    async with engine.database.write() as tx:
        await watch.note_poll(tx, NOON - timedelta(hours=hours_ago))
        for _ in range(2):
            await watch.tell_of_gap(tx, NOON)
        return await outbox.due(tx, NOON, 10)


async def test_coordinator_hears_once_of_an_absence_that_telegram_did_not_bridge(engine: Engine) -> None:
    (row,) = await told(engine, 26)
    async with engine.database.read() as tx:
        rendered = await notices.render(tx, row, NOON)
    assert isinstance(rendered, tuple)
    (screen,) = as_list(rendered[0])
    assert row.chat_id == COORDINATOR
    assert isinstance(screen, Screen)
    assert screen.text.startswith("Бот не работал с 7 сентября, 10:00 до 8 сентября, 12:00.")


async def test_nobody_hears_of_an_absence_that_telegram_bridged(engine: Engine) -> None:
    assert await told(engine, 19) == []


async def test_bot_looks_back_when_it_starts(engine: Engine) -> None:
    async with engine.database.write() as tx:
        await watch.note_poll(tx, engine.clock.now() - timedelta(hours=26))
    await engine.start()
    engine.world.say(TEACHERS[0], "/menu")
    await engine.until(lambda: engine.texts(TEACHERS[0]))
    await engine.stop()
    assert any(key.startswith("away:") for key in await engine.outbox())


@pytest.mark.parametrize(("clock", "told_of"), [(GivenClock(NOON), 1), (Clock(NOON), 0)])
async def test_a_moved_clock_says_nothing_of_an_absence(engine: Engine, clock: Clock, told_of: int) -> None:
    async with engine.database.write() as tx:
        await watch.note_poll(tx, NOON - timedelta(hours=26))
    intake = SimpleNamespace(polls=0)
    await Watchdog(engine.database, clock, intake, pytest.fail).start()  # type: ignore[arg-type]
    async with engine.database.read() as tx:
        assert len(await outbox.due(tx, NOON + timedelta(days=2), 10)) == told_of
