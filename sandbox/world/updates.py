"""The queue of updates and getUpdates: confirming by offset, one poller at a time, 24 hours of keeping."""

import asyncio
import contextlib
from collections import deque
from datetime import datetime, timedelta
from itertools import islice

from sandbox.world.errors import ApiError, bad_request
from sandbox.world.model import Json, Now
from sandbox.world.params import Params

KEPT_FOR = timedelta(hours=24)
LONGEST_WAIT = 50
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Updates:
    """What the bot has not confirmed yet.

    `patient` turns on the real server's brakes against restless pollers: a repeated offset gets one update
    within 0.5 s and waits within 3 s, and whoever is interrupted within 3 s of another hears of it 3 s later.
    """

    def __init__(self, now: Now, *, patient: bool = False) -> None:
        self.now = now
        self.patient = patient
        self.webhook: Json = {}
        self._next_id = 100_001
        self._waiting: deque[tuple[Json, datetime]] = deque()
        self._allowed: frozenset[str] | None = None
        self._poller: asyncio.Future[ApiError | None] | None = None
        self._last_offset = 0
        self._last_poll = float("-inf")
        self._patience: asyncio.Timeout | None = None
        self._next_conflict = float("-inf")

    @property
    def next_id(self) -> int:
        """The number of the next update; a test may set it, as Telegram does after a quiet week."""
        return self._next_id

    @next_id.setter
    def next_id(self, number: int) -> None:
        if self._waiting and number <= self._waiting[-1][0]["update_id"]:
            raise ValueError("updates with higher numbers are still waiting")
        self._next_id = number

    @property
    def pending(self) -> list[Json]:
        """Updates that the bot has not confirmed."""
        return [update for update, _ in self._waiting]

    def push(self, kind: str, body: Json) -> None:
        """Add an update, unless the bot does not want its kind, and wake the poller."""
        if kind in NOT_BY_DEFAULT if self._allowed is None else kind not in self._allowed:
            return
        self._waiting.append(({"update_id": self._next_id, kind: body}, self.now()))
        self._next_id += 1
        self._wake(None)

    async def get(self, params: Params) -> list[Json]:
        """getUpdates: confirm by offset, return what waits, or wait for it."""
        if self.webhook:
            raise ApiError(409, _WEBHOOK)
        self._interrupt_other()
        self._allow(params)
        offset = params.integer("offset")
        limit = params.integer("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        timeout = float(min(max(0, params.integer("timeout")), LONGEST_WAIT))
        if self.patient:
            limit, timeout = self._brake(offset, limit, timeout)
        self._confirm(offset)
        if not self._waiting and timeout:
            await self._wait(timeout)
        return [update for update, _ in islice(self._waiting, limit)]

    def set_webhook(self, info: Json) -> None:
        """With a webhook nobody may poll; a poll that waits is ended."""
        self.webhook = info
        if info:
            self._wake(ApiError(409, "Conflict: terminated by setWebhook request"))

    def allow(self, kinds: object) -> None:
        """Remember `allowed_updates`; an empty list means the default."""
        if kinds is None:
            return
        if not isinstance(kinds, list):
            raise bad_request("can't parse allowed updates")
        self._allowed = frozenset(map(str, kinds)) or None

    def taken(self, update_id: int) -> None:
        """A webhook has answered 200 to this one."""
        self._waiting = deque(each for each in self._waiting if each[0]["update_id"] != update_id)

    def drop(self) -> None:
        """drop_pending_updates."""
        self._waiting.clear()

    def _allow(self, params: Params) -> None:
        self.allow(params.json("allowed_updates", "allowed updates"))

    def _interrupt_other(self) -> None:
        poller, refusal = self._poller, ApiError(409, _CONFLICT)
        if poller is None:
            return
        loop = asyncio.get_running_loop()
        if not self.patient or loop.time() >= self._next_conflict:
            self._next_conflict = loop.time() + 3
            self._wake(refusal)
            return
        self._poller = None
        if self._patience is not None:
            self._patience.reschedule(None)  # its own time does not end it before
        loop.call_later(3, lambda: None if poller.done() else poller.set_result(refusal))

    def _brake(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        moment = asyncio.get_running_loop().time()
        passed = moment - self._last_poll if offset == self._last_offset else 3.0
        self._last_offset, self._last_poll = offset, moment
        return (1 if passed < 0.5 else limit), (max(timeout, 3.0) if passed < 3 else timeout)

    def _confirm(self, offset: int) -> None:
        oldest = self.now() - KEPT_FOR
        while self._waiting and self._waiting[0][1] < oldest:
            self._waiting.popleft()
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif offset <= self._next_id + 10:
            while self._waiting and self._waiting[0][0]["update_id"] < offset:
                self._waiting.popleft()

    async def _wait(self, timeout: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(timeout) as self._patience:
                    refusal = await poller
                    if refusal is not None:
                        raise refusal
        finally:
            if self._poller is poller:
                self._poller = None

    def _wake(self, refusal: ApiError | None) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(refusal)
        if refusal is not None:
            self._poller = None
