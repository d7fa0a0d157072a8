"""The process's clock: the machine's own, or one that was started at another moment."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Aware UTC now; with a start, it runs on from that moment at the usual pace."""

    def __init__(self, start: datetime | None = None) -> None:
        self.is_moved = start is not None
        self._shift = (start - datetime.now(UTC)) if start is not None else timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift
