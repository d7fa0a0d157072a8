"""The planner run twice at once, and killed in between: what is planned is what one planner would have planned."""

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.ticks import Ticks
from storage.database import open_database
from tests.bench.figures import at_most
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast
from tests.conftest import set_up_school
from tests.dialogs.test_reminders import confirms_dates
from tests.soak.measuring import Measured
from tests.storage.databases import clean

pytestmark = [pytest.mark.slow, pytest.mark.long]

SINCE, DAYS, ROUNDS_A_DAY = date(2026, 9, 9), 8, 13  # the request is due on the 15th
KILLED = 0.3  # of all rounds


@dataclass(frozen=True, order=True)
class Planned:
    """A notice, by whom it reaches and when."""

    person_id: int
    kind: str
    due_on: str


async def test_two_planners_at_once_plan_what_one_would(postgres_url: str, tmp_path: Path, measured: Measured) -> None:
    alone = await _weeks(postgres_url, tmp_path / "alone", None)
    together = await _weeks(postgres_url, tmp_path / "together", random.Random(13))
    assert len(alone) >= 9, "three people are reminded three times"
    measured(at_most("planner twice at once: doubled", (Counter(together) - Counter(alone)).total(), 0, "rows"))
    measured(at_most("planner twice at once: missing", (Counter(alone) - Counter(together)).total(), 0, "rows"))


async def _weeks(url: str, folder: Path, chance: random.Random | None) -> list[Planned]:
    """With `chance` there is a second planner, and now and then one of the two dies in the middle."""
    folder.mkdir()
    bot = BotUnderTest(folder, postgres=url)
    await bot.start()
    school = await set_up_school(Cast(bot))
    for who, name in (
        (school.cast.teacher, "Соколова Анна Ильинична"),
        (school.cast.newcomer, "Берёзова Ольга Петровна"),
        (school.cast.colleague, "Рябинин Игорь Олегович"),
    ):
        await school.brings_in(who, name)
    await confirms_dates(school)
    second = await open_database(url)
    try:
        for number in range(DAYS):
            day = SINCE + timedelta(days=number)
            bot.clock.to(datetime(day.year, day.month, day.day, 12, 5, tzinfo=UTC))
            for _ in range(ROUNDS_A_DAY if chance else 1):
                if chance:
                    await _both(bot.machine.ticks, Ticks(second.write, bot.clock.now, lambda _: None), chance)
                await bot.machine.ticks.plan()
            await bot.settle()
        return sorted(
            await bot.fetch(
                Planned, "SELECT person_id, kind, SUBSTR(due_at, 1, 10) AS due_on FROM outbox WHERE kind <> 'reply'"
            )
        )
    finally:
        await second.close()
        await bot.stop()
        clean(url)


async def _both(one: Ticks, other: Ticks, chance: random.Random) -> None:
    planning = [asyncio.create_task(each.plan()) for each in (one, other)]
    if chance.random() < KILLED:
        await asyncio.sleep(chance.uniform(0, 0.05))
        chance.choice(planning).cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*planning)
    await asyncio.wait(planning)
