"""Updates are committed to the inbox first, and only then is Telegram told "received"."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.faults import place_of
from bot.lanes import Lanes
from bot.pacing import Sleep, Watch
from bot.session import PlainCall
from storage import inbox
from storage.database import StorageTrouble

log = logging.getLogger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
SCREEN_FIELDS = ("message_id", "date", "chat")
POLL_SECONDS = 25
ANSWER_SECONDS = 10  # over the poll's own time: a server that hangs is left after that
CONFLICT_PATIENCE_SECONDS = 8.0
CONFLICTS_APART_SECONDS = 40.0  # more than a whole poll: two that poll in turn may each be let wait to its end
LONGEST_BACK_OFF_SECONDS = 5.0
DEAD_TOKEN = "Telegram does not accept the token (401): check BOT_TOKEN"  # noqa: S105  words for the operator
NOBODY = 0  # the lane of what we did not ask for
OTHER = "other"
_NUMBERS = range(-(2**63), 2**63)  # what both databases keep as one


class GetRawUpdates(PlainCall):
    """getUpdates whose answer stays plain JSON: it goes to the inbox as text and is parsed once, by its lane."""

    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = ALLOWED_UPDATES


class CannotPoll(Exception):
    """Going on makes no sense; the message is one clear line for the operator."""


class Intake:
    """The poller. A webhook calls `receive` with its one update and answers 200 after it returns."""

    def __init__(
        self,
        bot: Bot,
        lanes: Lanes,
        sleep: Sleep = asyncio.sleep,
        *,
        received: Callable[[str], None] = lambda _kind: None,
        alarm: Callable[[str], None] = lambda _text: None,
    ) -> None:
        self._bot = bot
        self._lanes = lanes
        self._received = received
        self._alarm = alarm
        self._is_refused = False
        self._watch = Watch(sleep)
        # Never from the database: ids restart at random after a quiet week.
        self._offset: int | None = None
        self._conflict_since = float("-inf")
        self._last_conflict = float("-inf")
        self._back_off = 1.0
        self._may_poll = False
        self.polls = 0  # that Telegram has answered
        self._answered_at = time.monotonic()

    async def receive(self, updates: list[dict[str, Any]]) -> None:
        """Commit the batch and hand what is new to the lanes."""
        arrivals = [
            inbox.Arrival(self._bot.id, each["update_id"], "update", lane_of(each), json.dumps(each))
            for each in map(kept, updates)
        ]
        try:
            await self._lanes.receive(arrivals)
        except StorageTrouble:
            self._tell_of_refusal()
            raise
        self._is_refused = False
        for update in updates:
            self._received(kind_of(update))

    def _tell_of_refusal(self) -> None:
        """Once, however often Telegram brings what could not be written."""
        if not self._is_refused:
            self._alarm("the database takes no updates: is the disk full, or does another program hold it?")
        self._is_refused = True

    def note_answer(self) -> None:
        """Telegram is in reach: it has answered a question, or brought an update."""
        self.polls += 1
        self._answered_at = time.monotonic()

    @property
    def silence(self) -> float:
        """Seconds since Telegram was heard of, or since the start."""
        return time.monotonic() - self._answered_at

    async def poll(self, timeout: int = POLL_SECONDS) -> int:
        """Ask once; how many updates came. Confirms the batch before by its offset."""
        method = GetRawUpdates(offset=self._offset, timeout=timeout)
        updates: list[dict[str, Any]] = await self._bot(method, request_timeout=timeout + ANSWER_SECONDS)
        self.note_answer()
        if updates:
            await self.receive(updates)
            self._offset = updates[-1]["update_id"] + 1
        return len(updates)

    async def run(self) -> None:
        """Poll for ever; raises CannotPoll on a revoked token or a second instance."""
        while True:
            try:
                if not self._may_poll:
                    await self._clear_the_way()
                await self.poll()
                self._may_poll, self._back_off = True, 1.0
            except Exception as error:
                await self._watch.sleep(self._pause_after(error))

    async def _clear_the_way(self) -> None:
        """At start: the bot may have worked by webhook before. What Telegram still holds stays there."""
        try:
            await self._bot.delete_webhook(drop_pending_updates=False, request_timeout=ANSWER_SECONDS)
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise
        except Exception as error:
            # Most likely there is none: the poll itself will tell.
            log.warning("a webhook of before could not be deleted: %s", place_of(error))
        else:
            self._may_poll = True

    def _pause_after(self, error: Exception) -> float:
        """Seconds until asking again makes sense; nothing was confirmed, so nothing is lost by waiting."""
        match error:
            case TelegramUnauthorizedError() | TelegramNotFound():
                raise CannotPoll(DEAD_TOKEN) from error
            case TelegramConflictError():
                return self._conflict(error)
            case TelegramRetryAfter():
                return error.retry_after + 0.5
            case StorageTrouble():
                log.warning("the database does not take updates; Telegram keeps them")
                return 1.0
        # Also an HTML page with a 5xx, and whatever a proxy's library raises: no API errors by class.
        log.warning("polling failed: %s", place_of(error))
        pause, self._back_off = self._back_off, min(self._back_off * 2, LONGEST_BACK_OFF_SECONDS)
        return pause

    def _conflict(self, error: TelegramConflictError) -> float:
        """A predecessor that is just ending is waited for. Two pollers may both get answers in between."""
        now = self._watch.now()
        if now - self._last_conflict > CONFLICTS_APART_SECONDS:
            self._conflict_since = now
        self._last_conflict = now
        if now - self._conflict_since > CONFLICT_PATIENCE_SECONDS:
            if "webhook" in error.message:
                raise CannotPoll("another process has set a webhook for this token (409): stop it first") from error
            raise CannotPoll("another process polls with this token (409): stop it first") from error
        return 1.0


def kept(update: dict[str, Any]) -> dict[str, Any]:
    """Of the screen that was pressed only which it is: its text and buttons are ours, and as models they are most
    of the cost of reading an update. Nothing of an update with a number that no database keeps: it is made up."""
    if not _fits(update):
        return {"update_id": update["update_id"]}
    press = update.get("callback_query")
    message = press.get("message") if isinstance(press, dict) else None
    if not isinstance(press, dict) or not isinstance(message, dict):
        return update
    pressed = {name: message[name] for name in SCREEN_FIELDS if name in message}
    return {**update, "callback_query": {**press, "message": pressed}}


def _fits(part: object) -> bool:
    match part:
        case int():
            return part in _NUMBERS
        case dict():
            return all(map(_fits, part.values()))
        case list():
            return all(map(_fits, part))
    return True


def lane_of(update: dict[str, Any]) -> int:
    """One lane per person: the user's id, the chat's when there is no user; nobody's for what we did not ask for."""
    for kind in ALLOWED_UPDATES:
        part = update.get(kind)
        if isinstance(part, dict):
            who = part.get("from") or part.get("chat")
            number = who.get("id") if isinstance(who, dict) else None
            return number if isinstance(number, int) else NOBODY
    return NOBODY


def kind_of(update: dict[str, Any]) -> str:
    """One of the kinds that we ask for, or «other»."""
    return next((kind for kind in ALLOWED_UPDATES if kind in update), OTHER)
