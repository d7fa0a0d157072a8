"""Updates by webhook: behind a proxy that ends TLS, committed to the inbox and only then answered with 200."""

import asyncio
import hmac
import json
import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import WebhookInfo
from aiohttp import web

from bot.faults import place_of
from bot.intake import ALLOWED_UPDATES, DEAD_TOKEN, CannotPoll, Intake
from bot.pacing import Sleep, back_off
from storage.database import StorageTrouble

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
LARGEST_BODY = 1024 * 1024
LARGEST_ID = 2**63
LOOK_SECONDS = 60.0
REQUEST_SECONDS = 20
_NO_WORDS = re.compile(r"[^A-Za-z0-9 .,:()_-]+")
_LONGEST_REASON = 100


class Webhook:
    """Sets the webhook at start, sees that it stays, and takes what Telegram brings. A stop leaves it set."""

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        url: str,
        secret: str,
        *,
        alarm: Callable[[str], None],
        sleep: Sleep = asyncio.sleep,
        delivered: Callable[[int], None] = lambda _status: None,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._url = url
        self._secret = secret
        self._alarm = alarm
        self._sleep = sleep
        self._delivered = delivered
        self._is_set = False
        self._last_trouble: object = None
        self._failures = 0

    @property
    def path(self) -> str:
        """Where the proxy brings the deliveries: the path of the address, as it stands."""
        return urlsplit(self._url).path or "/"

    async def run(self) -> None:
        """For ever; raises CannotPoll when the token is dead or somebody else has taken it over."""
        while True:
            try:
                await self.look()
                self._failures = 0
                pause = LOOK_SECONDS
            except Exception as error:
                pause = self._pause_after(error)
            await self._sleep(pause)

    async def look(self) -> None:
        """Set it at the first time; later only ask whether it stands and what Telegram says of it."""
        if not self._is_set:
            await self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=ALLOWED_UPDATES,
                request_timeout=REQUEST_SECONDS,
            )
            self._is_set = True
        found = await self._bot.get_webhook_info(request_timeout=REQUEST_SECONDS)
        self._intake.note_answer()
        if _place(found.url) != _place(self._url):
            raise CannotPoll("the webhook was taken away: another process works with this token, stop it first")
        self._tell_of_trouble(found)

    async def deliver(self, request: web.Request) -> web.Response:
        """200 when the update is committed; whoever does not know the secret gets no further than a refusal."""
        status = self._refusal(request) or await self._take(request)
        self._delivered(status)
        return web.Response(status=status)

    def _refusal(self, request: web.Request) -> HTTPStatus | None:
        """Of the headers nothing but the secret is believed: whoever sends a request writes them."""
        given = request.headers.get(SECRET_HEADER)
        if given is None:
            return HTTPStatus.UNAUTHORIZED
        # As bytes: text that is not ASCII cannot be compared in constant time.
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret.encode()):
            return HTTPStatus.FORBIDDEN
        if (request.content_length or 0) > LARGEST_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None

    async def _take(self, request: web.Request) -> HTTPStatus:
        try:
            update = _update_in(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return HTTPStatus.BAD_REQUEST if update is None else await self._receive(update)

    async def _receive(self, update: dict[str, Any]) -> HTTPStatus:
        try:
            await self._intake.receive([update])
        except StorageTrouble:
            log.warning("the database does not take updates; Telegram keeps them")
            return HTTPStatus.SERVICE_UNAVAILABLE
        except Exception as error:
            log.error("a delivery was not taken: %s", place_of(error))
            return HTTPStatus.SERVICE_UNAVAILABLE
        self._intake.note_answer()
        return HTTPStatus.OK

    def _tell_of_trouble(self, found: WebhookInfo) -> None:
        """One alarm for each new trouble that Telegram has had in reaching us."""
        trouble = found.last_error_date
        if trouble is not None and trouble != self._last_trouble and found.pending_update_count:
            self._alarm(f"Telegram cannot deliver updates: {_reason(found.last_error_message or '')}")
        self._last_trouble = trouble

    def _pause_after(self, error: Exception) -> float:
        match error:
            case CannotPoll():
                raise error
            case TelegramUnauthorizedError() | TelegramNotFound():
                raise CannotPoll(DEAD_TOKEN) from error
            case TelegramBadRequest():
                # Perhaps it only cannot resolve the name now; what was set before still brings updates.
                about = error.message if "webhook" in error.message else ""  # else the words may be about anything
                self._alarm(f"Telegram refuses the webhook: {_reason(about)}")
                return LOOK_SECONDS
            case TelegramRetryAfter():
                return error.retry_after + 0.5
        log.warning("the webhook could not be looked at: %s", place_of(error))
        self._failures += 1
        return back_off(self._failures)


def _update_in(body: bytes) -> dict[str, Any] | None:
    """None when it is no update at all; what is odd inside of one is judged by its lane, as under polling."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    return update if type(number) is int and 0 <= number < LARGEST_ID else None


def _place(url: str) -> tuple[str | None, str]:
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/")


def _reason(words: str) -> str:
    """Telegram's words about our own server, nothing that could be read otherwise."""
    return _NO_WORDS.sub(" ", words).strip()[:_LONGEST_REASON] or "no reason given"
