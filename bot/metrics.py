"""Figures for the operator's monitoring: counts and ages, never whose."""

from math import nan

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from storage.health import Queues

PREFIX = "nastavnik"
LAG_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0, 60.0, 600.0)


class Metrics:
    """One registry a machine. What stands in the database is read when somebody asks."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._updates = self._counter("updates", "Updates taken into the inbox, those brought again included", "kind")
        self._sends = self._counter("sends", "Messages by what became of them", "result")
        self._deliveries = self._counter("webhook_deliveries", "Requests to the webhook's path, by answer", "status")
        self._alarms = self._counter("alarms", "Alarms raised")
        self._lag = Histogram(
            f"{PREFIX}_update_lag_seconds",
            "From an update's arrival to its commit",
            buckets=LAG_SECONDS,
            registry=self._registry,
        )
        self._inbox = self._gauge("inbox_rows", "Updates to be handled, and given up", "state")
        self._outbox = self._gauge("outbox_rows", "Messages that wait or are in doubt", "state")
        self._jobs = self._gauge("jobs_due", "Documents, charts and tables to be made")
        self._plan = self._gauge("plan_age_seconds", "Since the planner last ran")
        self._silence = self._gauge("telegram_silence_seconds", "Since Telegram was last heard of")
        self._database = self._gauge("database_up", "1 when the database answers")

    def received(self, kind: str) -> None:
        """An update has come."""
        self._updates.labels(kind).inc()

    def handled(self, seconds: float) -> None:
        """An update's effects are committed, so long after it came."""
        self._lag.observe(max(0.0, seconds))

    def sent(self, result: str) -> None:
        """A message's fate is known, or it waits for another try."""
        self._sends.labels(result).inc()

    def delivered(self, status: int) -> None:
        """A request to the webhook was answered."""
        self._deliveries.labels(str(status)).inc()

    def alarmed(self) -> None:
        """Somebody should look."""
        self._alarms.inc()

    def page(self, *, queues: Queues | None, plan_age: float | None, silence: float) -> bytes:
        """In Prometheus' own text; `queues` is None when the database does not answer."""
        self._database.set(queues is not None)
        self._plan.set(nan if plan_age is None else plan_age)
        self._silence.set(silence)
        self._inbox.labels("new").set(queues.new if queues else nan)
        self._inbox.labels("dead").set(queues.dead if queues else nan)
        for state in ("due", "sending", "unknown"):
            self._outbox.labels(state).set(getattr(queues, state, nan))
        self._jobs.set(queues.jobs if queues else nan)
        return generate_latest(self._registry)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"{PREFIX}_{name}", meaning, labels, registry=self._registry)

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"{PREFIX}_{name}", meaning, labels, registry=self._registry)
