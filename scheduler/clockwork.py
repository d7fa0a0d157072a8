"""APScheduler as an alarm clock: it wakes idempotent ticks, it remembers nothing."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

PLAN_SECONDS = 15
HOUSEKEEPING_SECONDS = 600


class Clockwork:
    """Two jobs at intervals; what is nightly is due by the bot's own clock, inside the tick."""

    def __init__(self, plan: Callable[[], Awaitable[object]], housekeeping: Callable[[], Awaitable[object]]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        # The first tick comes at once: after downtime nobody waits for an interval to pass.
        first = datetime.now(UTC)
        self._scheduler.add_job(plan, "interval", seconds=PLAN_SECONDS, next_run_time=first)
        self._scheduler.add_job(housekeeping, "interval", seconds=HOUSEKEEPING_SECONDS, next_run_time=first)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
