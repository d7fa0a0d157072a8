"""APScheduler as an alarm clock: it wakes idempotent ticks, it remembers nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Job: TypeAlias = Callable[[], Awaitable[object]]

PLAN_SECONDS = 15
HOUSEKEEPING_SECONDS = 600


class Clockwork:
    """Two jobs at intervals; what is nightly is due by the bot's own clock, inside the tick."""

    def __init__(self, plan: Job, housekeeping: Job, *, plan_seconds: float = PLAN_SECONDS) -> None:
        self._ticking: set[asyncio.Task[object] | None] = set()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        # The first tick comes at once: after downtime nobody waits for an interval to pass.
        first = datetime.now(UTC)
        for job, seconds in ((plan, plan_seconds), (housekeeping, HOUSEKEEPING_SECONDS)):
            self._scheduler.add_job(self._tick, "interval", seconds=seconds, args=[job], next_run_time=first)

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self, seconds: float) -> None:
        """No tick begins any more; one that runs has so long to end."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        if self._ticking:
            await asyncio.wait([task for task in self._ticking if task], timeout=seconds)
        self._scheduler.shutdown(wait=False)

    async def _tick(self, job: Job) -> None:
        task = asyncio.current_task()
        self._ticking.add(task)
        try:
            await job()
        except asyncio.CancelledError:
            pass  # the stop did not wait longer; APScheduler would take it for the job's error
        finally:
            self._ticking.discard(task)
