"""429: how often a bot may write. The real limits are unpublished; these follow the published guide."""

import math
from dataclasses import dataclass
from datetime import datetime

from sandbox.world.errors import ApiError


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Messages a second over all chats, to one chat (with a burst), and a minute to one group."""

    total: float = 30.0
    chat: float = 1.0
    chat_burst: int = 20
    group_minute: int = 20


class _Bucket:
    """A leaky bucket: fills by one a message, leaks at the rate."""

    __slots__ = ("at", "level")

    def __init__(self, at: datetime) -> None:
        self.level = 0.0
        self.at = at

    def wait(self, now: datetime, rate: float, burst: int) -> float:
        """Take one place and return 0, or return the seconds until there is one."""
        level = max(0.0, self.level - max(0.0, (now - self.at).total_seconds()) * rate)
        self.at = now
        if level + 1 > burst:
            self.level = level
            return (level + 1 - burst) / rate
        self.level = level + 1
        return 0.0


class Pace:
    """Counts what was sent and refuses what is too fast."""

    def __init__(self, rates: Rates) -> None:
        self.rates = rates
        self._total: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}

    def check(self, chat_id: int, now: datetime, *, group: bool) -> None:
        """Let one message through or raise 429 with the seconds to wait."""
        if self._total is None:
            self._total = _Bucket(now)
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = _Bucket(now)
        rate = self.rates.group_minute / 60 if group else self.rates.chat
        burst = self.rates.group_minute if group else self.rates.chat_burst
        wait = bucket.wait(now, rate, burst)
        if not wait:
            wait = self._total.wait(now, self.rates.total, max(1, int(self.rates.total)))
        if wait:
            seconds = max(1, math.ceil(wait))
            description = f"Too Many Requests: retry after {seconds}"
            raise ApiError(429, description, {"retry_after": seconds})
