"""Is the running bot well? Asked over HTTP by whoever watches it; answered with names of what fails, nothing else."""

import asyncio
from datetime import datetime

from bot.clock import Clock
from bot.intake import Intake
from bot.metrics import Metrics
from bot.sender import Sender
from bot.watchdog import PLANNER_LATE
from mentoring import watch
from storage import health
from storage.database import Database
from storage.health import Queues

ANSWER_SECONDS = 5.0
SILENT_SECONDS = 150.0  # four polls, or two looks at the webhook
STILL_SECONDS = 60.0  # the sender looks twice a second
STUCK_SECONDS = 600.0


class Vitals:
    """Asked as often as anybody likes: two short reads."""

    def __init__(
        self, database: Database, clock: Clock, intake: Intake, sender: Sender, metrics: Metrics, *, by_webhook: bool
    ) -> None:
        self._database = database
        self._clock = clock
        self._intake = intake
        self._sender = sender
        self._metrics = metrics
        self._way = "webhook" if by_webhook else "polling"
        self._started = clock.now()

    def start(self) -> None:
        """What has not happened yet is late from now on."""
        self._started = self._clock.now()

    async def failing(self) -> list[str]:
        """Some of database, planner, sender, and polling or webhook; empty when all is well."""
        queues, planned = await self._look()
        now = self._clock.now()
        checks = {
            "database": queues is None,
            "planner": queues is not None and now - self._since(planned) > PLANNER_LATE,
            "sender": self._sender.still_for > STILL_SECONDS or self._is_stuck(queues, now),
            self._way: self._intake.silence > SILENT_SECONDS,
        }
        return [name for name, fails in checks.items() if fails]

    async def page(self) -> bytes:
        """The metrics."""
        queues, planned = await self._look()
        age = (self._clock.now() - planned).total_seconds() if planned else None
        return self._metrics.page(queues=queues, plan_age=age, silence=self._intake.silence)

    async def _look(self) -> tuple[Queues | None, datetime | None]:
        """None and None when the database does not answer, whatever the reason."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self._database.read() as tx:
                return await health.queues(tx), await watch.last_planned(tx)
        except Exception:
            return None, None

    def _since(self, planned: datetime | None) -> datetime:
        return max(planned or self._started, self._started)

    def _is_stuck(self, queues: Queues | None, now: datetime) -> bool:
        """A message is long due, and nothing at all has left meanwhile."""
        due = queues.next_due if queues else None
        overdue = due is not None and (now - max(due, self._started)).total_seconds() > STUCK_SECONDS
        return overdue and self._sender.nothing_ended_for > STUCK_SECONDS
