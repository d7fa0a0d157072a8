"""Notices what dies silently: a planner that no longer runs, a bot that was off for too long."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.faults import place_of
from bot.intake import Intake
from mentoring import watch
from storage.database import Database

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
PLANNER_LATE = timedelta(minutes=5)


class Watchdog:
    """No job of the alarm clock: that one is what may have died."""

    def __init__(self, database: Database, clock: Clock, intake: Intake, alarm: Callable[[str], None]) -> None:
        self._database = database
        self._clock = clock
        self._intake = intake
        self._alarm = alarm
        self._started = clock.now()
        self._polls = 0
        self._late = False
        self._alone: list[int] = []

    async def start(self) -> None:
        """Before the first poll. A clock that was moved, as the sandbox's, says nothing of an absence."""
        self._started = self._clock.now()
        if self._clock.is_moved:
            return
        async with self._database.write() as tx:
            since = await watch.tell_of_gap(tx, self._started)
        if since is not None:
            log.warning("off since %s: Telegram keeps updates for a day, coordinators are told", since)

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:
                log.error("the watchdog could not look: %s", place_of(error))

    async def look(self) -> None:
        """One alarm for each time that the planner stops, or that a school is left without a coordinator."""
        now = self._clock.now()
        async with self._database.write() as tx:
            if self._intake.polls != self._polls:
                self._polls = self._intake.polls
                await watch.note_poll(tx, now)
            planned = await watch.last_planned(tx)
            alone = await watch.schools_alone(tx)
        late = now - max(planned or self._started, self._started) > PLANNER_LATE
        if late and not self._late:
            self._alarm("the planner has not run for five minutes: nothing is reminded of")
        self._late = late
        if set(alone) - set(self._alone):
            self._alarm(f"no coordinator can be reached any more: {way_out(alone)}")
        self._alone = alone


def way_out(schools: Sequence[int]) -> str:
    """For the operator: which schools, and what to do."""
    commands = "; ".join(f"python -m bot invite --role coordinator --school {each}" for each in schools)
    return f"{commands}; the code is for whomever the director names"
