"""One tick of the planner for a thousand schools whose teachers are all to be reminded on the same afternoon."""

import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path

from mentoring import forms
from mentoring.calendars import calendar
from mentoring.reminders import MOST_TURNS, Plan
from scheduler.ticks import Ticks
from storage.database import Database, open_database
from storage.tx import Tx
from tests.bench.figures import Figure, at_most
from tests.bench.seeding import fill

SCHOOLS, PEOPLE = 1000, 80
FROM_INVITATION, BEFORE_DUE = 10, 3  # working days: nobody is new any more, and the first reminder is due
TWO_IN_THE_AFTERNOON = clock(14, 5)
LONGEST_SECONDS, LONGEST_HOLD_MS = 60, 50


class Held:
    """The database's write transactions, each with how long it held the writer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.seconds: list[float] = []

    def write(self) -> AbstractAsyncContextManager[Tx]:
        return self._timed()

    @asynccontextmanager
    async def _timed(self) -> AsyncIterator[Tx]:
        async with self._database.write() as tx:
            began = time.perf_counter()
            yield tx
        self.seconds.append(time.perf_counter() - began)


async def measure(folder: Path) -> AsyncIterator[Figure]:
    home = folder / "planning"
    await fill(home, *[PEOPLE] * SCHOOLS)
    database = await open_database(f"sqlite:///{home / 'nastavnik.db'}")
    try:
        afternoon = await confirm(database)
        _start_as_the_bot_does()
        held = Held(database)
        ticks = Ticks(held.write, lambda: afternoon, _fail)
        first, planned = await _timed(ticks.plan)
        hold = max(held.seconds)
        yield at_most(
            f"planning, {SCHOOLS:,} schools of {PEOPLE}", first, LONGEST_SECONDS, "s", note=f"{planned:,} notices"
        )
        yield at_most("longest hold of the writer", hold * 1000, LONGEST_HOLD_MS, "ms")
        again, more = await _timed(ticks.plan)
        yield at_most("the same once more", again, LONGEST_SECONDS, "s", note=f"{more} notices")
        if planned < SCHOOLS * (PEOPLE - 1) or more:
            raise AssertionError(f"planned {planned}, then {more}")
    finally:
        await database.close()


def _start_as_the_bot_does() -> None:
    """What is loaded once is loaded, and the collector does not look at it again and again."""
    forms.load()
    gc.collect()
    gc.freeze()


async def _timed(plan: Callable[[], Awaitable[Plan | None]]) -> tuple[float, int]:
    """As many ticks as it takes until every school had its turn."""
    began = time.perf_counter()
    done = [await plan() for _ in range(MOST_TURNS)]
    return time.perf_counter() - began, sum(each.notices for each in done if each)


async def confirm(database: Database) -> datetime:
    """The request's day in every school; the afternoon on which it is reminded of for the first time."""
    now = datetime.now(UTC)
    moscow = calendar("Europe/Moscow", frozenset(range(5)), now.year)
    day = moscow.next_speaking_day(moscow.add_working_days(now.date(), FROM_INVITATION))
    async with database.write() as tx:
        await tx.run(
            """INSERT INTO activity (school_id, school_year, key, due_on, confirmed_by, confirmed_at)
               SELECT s.id, s.school_year, 'a2_requests', :due_on, MIN(p.id), :now
               FROM school s JOIN person p ON p.school_id = s.id GROUP BY s.id, s.school_year""",
            due_on=moscow.add_working_days(day, BEFORE_DUE),
            now=now,
        )
    return datetime.combine(day, TWO_IN_THE_AFTERNOON, moscow.zone).astimezone(UTC)


def _fail(told: str) -> None:
    raise AssertionError(told)
