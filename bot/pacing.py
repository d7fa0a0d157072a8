"""How fast one token may speak: GCRA, a leaky bucket that is two numbers; and the watch that it is read from."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeAlias

Sleep: TypeAlias = Callable[[float], Awaitable[None]]

REFUSALS_APART_SECONDS = 600.0
LONGEST_BACK_OFF_SECONDS = 60.0


def back_off(times: int) -> float:
    """1, 2, 4 … 60 seconds, not everybody's in the same moment."""
    return min(LONGEST_BACK_OFF_SECONDS, 2.0 ** min(times - 1, 6)) * random.uniform(0.8, 1.2)


class Watch:
    """Monotonic seconds. A sleep that was given instead of the real one moves them on, so tests need not wait."""

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        self._sleep = sleep
        self._ahead = 0.0

    def now(self) -> float:
        return asyncio.get_running_loop().time() + self._ahead

    async def sleep(self, seconds: float) -> None:
        until = self.now() + seconds
        await self._sleep(seconds)
        self._ahead += max(0.0, until - self.now())


class Pace:
    """`rate` a second on average, `burst` at once. Times are seconds of a monotonic clock."""

    def __init__(self, rate: float, burst: int) -> None:
        self._gap = 1.0 / rate
        self._burst = burst
        self._next = 0.0  # the theoretical arrival time

    def take(self, now: float) -> None:
        """Somebody went without asking: replies count, but never wait."""
        self._next = max(self._next, now) + self._gap

    def wait(self, now: float) -> float:
        """Seconds until one may go; 0 when now."""
        return max(0.0, self._next - self._gap * (self._burst - 1) - now)


class BulkPace:
    """The pace of bulk: so many a second in all, one a second per chat, nothing before a 429's deadline."""

    def __init__(self, rate: float) -> None:
        self._all = Pace(rate, burst=4)
        self._chats: dict[int, float] = {}
        self._closed_until = float("-inf")
        self._last_refusal = float("-inf")
        self._halved_until = float("-inf")
        self._outages = 0  # one after another, without a connection in between

    def reply_went(self, now: float) -> None:
        self._all.take(now)

    def bulk_went(self, chat_id: int, now: float) -> None:
        self._all.take(now)
        if now < self._halved_until:
            self._all.take(now)
        self._chats[chat_id] = now
        if len(self._chats) > 1000:
            self._chats = {chat: at for chat, at in self._chats.items() if now - at < 1.0}

    def refused(self, seconds: float, now: float) -> None:
        """A 429 on bulk closes all bulk; a second one in ten minutes halves the rate for ten minutes.

        What was in flight when the first one came is refused with it and is no second one.
        """
        if not self.closed(now):
            if now - self._last_refusal < REFUSALS_APART_SECONDS:
                self._halved_until = now + REFUSALS_APART_SECONDS
            self._last_refusal = now
        self._closed_until = max(self._closed_until, now + seconds)

    def disconnected(self, now: float) -> float:
        """No connection closes all bulk for longer each time; the seconds until it makes sense to try again.

        What was in flight when the first one failed fails with it and is no second time.
        """
        if not self.closed(now):
            self._outages += 1
            self._closed_until = now + back_off(self._outages)
        return self._closed_until - now

    def connected(self) -> None:
        """Telegram has answered, whatever it said."""
        self._outages = 0

    def closed(self, now: float) -> bool:
        return now < self._closed_until

    def wait(self, chat_id: int, now: float) -> float:
        chat = self._chats.get(chat_id, now - 1.0) + 1.0 - now
        return max(chat, self.wait_for_all(now))

    def wait_for_all(self, now: float) -> float:
        """Seconds until bulk may go to any chat at all."""
        return max(0.0, self._closed_until - now, self._all.wait(now))
