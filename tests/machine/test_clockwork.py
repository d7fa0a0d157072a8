"""The alarm clock: a running bot plans by itself, late is not never, and a tick that fails stops no other."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path

import pytest

from mentoring.reminders import Plan
from scheduler.clockwork import Clockwork
from scheduler.ticks import Ticks
from storage import machine, schools
from storage.database import Database
from storage.schools import School
from storage.tx import Tx
from tests.machine.engine import Engine
from tests.machine.timing import NOON

SOON = 0.05
PATIENCE_SECONDS = 20


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    made = Engine(tmp_path)
    made.plan_seconds = SOON
    yield made
    await made.close()


class Rings:
    """Counts, takes its time, and fails when it is told to."""

    def __init__(self, error: Exception | None = None, *, seconds: float = 0) -> None:
        self.times = self.ended = 0
        self._error = error
        self._seconds = seconds

    async def ring(self) -> None:
        self.times += 1
        if self._error is not None:
            raise self._error
        await asyncio.sleep(self._seconds)
        self.ended += 1

    async def reach(self, times: int) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.times < times:
                await asyncio.sleep(0.01)


async def nothing() -> None:
    return


async def planned_at(engine: Engine) -> datetime | None:
    async with engine.database.read() as tx:
        return await machine.noted_at(tx, "planned")


async def until_planned(engine: Engine, is_so: Callable[[datetime | None], bool]) -> datetime | None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so(moment := await planned_at(engine)):
            await asyncio.sleep(0.01)
    return moment


async def test_a_running_bot_plans_at_once_and_again_and_again(engine: Engine) -> None:
    await engine.open()
    assert await planned_at(engine) is None
    await engine.start()
    first = await until_planned(engine, lambda moment: moment is not None)
    second = await until_planned(engine, lambda moment: moment != first)
    await until_planned(engine, lambda moment: moment != second)
    await engine.stop()


async def test_a_tick_that_is_late_is_run_and_those_that_were_missed_are_one() -> None:
    clockwork = Clockwork(nothing, nothing)
    clockwork.start()
    jobs = clockwork._scheduler.get_jobs()
    await clockwork.stop(1.0)
    assert len(jobs) == 2
    assert all(job.misfire_grace_time is None and job.coalesce and job.max_instances == 1 for job in jobs)


async def test_a_tick_that_raises_does_not_stop_the_clock(caplog: pytest.LogCaptureFixture) -> None:
    rings = Rings(ValueError("of the tick"))
    clockwork = Clockwork(rings.ring, nothing, plan_seconds=SOON)
    clockwork.start()
    await rings.reach(3)
    await clockwork.stop(1.0)
    assert "ERROR" in {record.levelname for record in caplog.records}


async def test_a_stopped_clock_rings_no_more() -> None:
    rings = Rings()
    clockwork = Clockwork(rings.ring, nothing, plan_seconds=SOON)
    clockwork.start()
    await rings.reach(2)
    await clockwork.stop(1.0)
    heard = rings.times
    await asyncio.sleep(4 * SOON)
    assert rings.times == heard


@pytest.mark.parametrize(("seconds", "ended"), [(0.1, 1), (60, 0)])
async def test_tick_that_runs_at_the_stop_may_end_and_is_no_error(
    caplog: pytest.LogCaptureFixture, seconds: float, ended: int
) -> None:
    caplog.set_level(logging.WARNING)
    long, other = Rings(seconds=seconds), Rings()
    clockwork = Clockwork(long.ring, other.ring)
    clockwork.start()
    await long.reach(1)
    await other.reach(1)
    await clockwork.stop(0.5)
    await asyncio.sleep(0.05)
    assert (long.times, long.ended) == (1, ended)
    assert caplog.records == []


async def test_clockwork_that_never_ran_stops_at_once() -> None:
    await Clockwork(nothing, nothing).stop(5)


@pytest.mark.parametrize(
    ("tick", "use_case"), [(Ticks.plan, "reminders.awake"), (Ticks.housekeep, "housekeeping.keep")]
)
async def test_a_tick_that_fails_is_told_to_the_operator_and_the_next_one_is_done(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    tick: Callable[[Ticks], Awaitable[object]],
    use_case: str,
) -> None:
    alarms: list[str] = []
    ticks = Ticks(database.write, lambda: NOON, alarms.append)

    async def plan(_tx: Tx, _now: datetime) -> None:
        raise ValueError("Соколова")

    with monkeypatch.context() as broken:
        broken.setattr(f"mentoring.{use_case}", plan)
        assert await tick(ticks) is None
    assert alarms == ["a tick failed: plan, ValueError"]
    assert await tick(ticks) is not None
    assert len(alarms) == 1


async def test_a_school_that_cannot_be_planned_does_not_stop_the_others(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    alarms: list[str] = []
    planned: list[int] = []
    async with database.write() as tx:
        for name in ("Первая", "Вторая", "Третья"):
            school_id = await schools.add(tx, name=name, short_name=name, school_year=2026, now=NOON)
            await schools.set_up(
                tx, school_id, name=name, short_name=name, city="", time_zone="Europe/Moscow", now=NOON
            )

    async def plan(_tx: Tx, _now: datetime, school: School) -> int:
        planned.append(school.id)
        if len(planned) == 2:
            raise ValueError(school.name)
        return 1

    monkeypatch.setattr("mentoring.reminders.plan", plan)
    afternoon = NOON.replace(hour=12)
    assert await Ticks(database.write, lambda: afternoon, alarms.append).plan() == Plan(schools=3, notices=2)
    assert len(planned) == 3
    assert alarms == ["a tick failed: plan, ValueError"]
