"""A Bot API as light as it can be: canned answers over raw HTTP, so that the bot is what is measured.

The sandbox enforces Telegram's rules and costs as much CPU as a bot; this one enforces nothing. It keeps each chat's
screen, because a real press carries the message that it was made on, and a real answer to an edit is that message.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import islice
from typing import cast
from urllib.parse import unquote_to_bytes

from tests.bench.uploads import Upload, chunked, upload

TOKEN = "5000000002:bench-token-of-no-real-bot-at-all-x"  # noqa: S105 - made up
BATCH = 100

_BOT = b'{"id":5000000002,"is_bot":true,"first_name":"Bench","username":"bench_bot"}'
_TRUE = b'{"ok":true,"result":true}'
_ME = b'{"ok":true,"result":' + _BOT + b"}"
_WHEN = b"1788858000"

Shown = Callable[[int, bytes], None]
"""Told of every message of the bot: the chat, and its keyboard as JSON (empty when there is none)."""


class StandIn:
    """One bot's Telegram. `shown` is called before the answer is written: that is when a person sees it."""

    def __init__(self) -> None:
        self.address = ""
        self.shown: Shown = lambda _chat, _keyboard: None
        self.sent: Callable[[Upload], None] = lambda _file: None
        self.answered = 0  # presses
        self.polled = asyncio.Event()  # the bot has asked for updates
        self._screens: dict[int, bytes] = {}
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._poll: Wire | None = None
        self._next_update = 1
        self._next_message = 1000

    def press(self, chat_id: int, data: str) -> None:
        """A press on the chat's screen."""
        number = self._next_update
        screen = self._screens.get(chat_id) or _message(chat_id, 1, b'"-"', b"")
        self._push(
            b'"callback_query":{"id":"%d","from":%b,"message":%b,"chat_instance":"1","data":%b}'
            % (number, _user(chat_id), screen, json.dumps(data).encode())
        )

    def say(self, chat_id: int, text: str) -> None:
        self._next_message += 1
        self._push(
            b'"message":{"message_id":%d,"from":%b,"chat":%b,"date":%b,"text":%b}'
            % (self._next_message, _user(chat_id), _chat(chat_id), _WHEN, json.dumps(text).encode())
        )

    def forget(self) -> None:
        """The screens go, the updates that nobody took too: between measurements of memory."""
        self._screens.clear()
        self._waiting.clear()

    def answer(self, wire: "Wire", method: bytes, body: bytes) -> bytes | None:
        """The answer to a call, None when it waits for updates."""
        match method:
            case b"getUpdates":
                return self._updates(wire, fields_of(body))
            case b"editMessageText" | b"sendMessage":
                return self._show(fields_of(body))
            case b"answerCallbackQuery":
                self.answered += 1
                return _TRUE
            case b"getMe":
                return _ME
            case b"sendDocument" | b"sendPhoto":
                return self._file(upload(body))
        return _TRUE

    def lost(self, wire: "Wire") -> None:
        if self._poll is wire:
            self._poll = None

    def _push(self, content: bytes) -> None:
        self._waiting.append((self._next_update, b'{"update_id":%d,%b}' % (self._next_update, content)))
        self._next_update += 1
        if self._poll is not None and len(self._waiting) == 1:
            # Not at once: what comes in the same turn of the loop goes in one batch.
            asyncio.get_running_loop().call_soon(self._hand_over)

    def _hand_over(self) -> None:
        wire, self._poll = self._poll, None
        if wire is not None:
            wire.reply(self._batch())

    def _updates(self, wire: "Wire", fields: dict[bytes, bytes]) -> bytes | None:
        self.polled.set()
        offset = int(fields.get(b"offset", b"0"))
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        patience = int(fields.get(b"timeout", b"0"))
        if self._waiting or not patience:
            return self._batch()
        self._poll = wire
        asyncio.get_running_loop().call_later(patience, self._expire, wire, self._next_update)
        return None

    def _expire(self, wire: "Wire", next_update: int) -> None:
        """The poll that has waited its time with nothing coming."""
        if self._poll is wire and self._next_update == next_update:
            self._hand_over()

    def _batch(self) -> bytes:
        return b'{"ok":true,"result":[%b]}' % b",".join(body for _, body in islice(self._waiting, BATCH))

    def _show(self, fields: dict[bytes, bytes]) -> bytes:
        chat_id = int(fields[b"chat_id"])
        keyboard = fields.get(b"reply_markup", b"")
        text = fields[b"text"].decode()
        message_id = int(fields.get(b"message_id", b"0"))
        if not message_id:
            self._next_message += 1
            message_id = self._next_message
        message = _message(chat_id, message_id, json.dumps(text).encode(), keyboard)
        if keyboard:
            self._screens[chat_id] = message
        self.shown(chat_id, keyboard)
        return b'{"ok":true,"result":%b}' % message

    def _file(self, of: Upload) -> bytes:
        self._next_message += 1
        self.sent(of)
        return b'{"ok":true,"result":%b}' % _message(of.chat_id, self._next_message, b'"-"', b"")


class Wire(asyncio.Protocol):
    """One connection: requests one after another, the body always of a given length."""

    def __init__(self, telegram: StandIn) -> None:
        self._telegram = telegram
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own is no subclass of it

    def connection_lost(self, _error: Exception | None) -> None:
        self._transport = None
        self._telegram.lost(self)

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (request := self._take()) is not None:
            answer = self._telegram.answer(self, *request)
            if answer is not None:
                self.reply(answer)

    def reply(self, body: bytes, status: bytes = b"200 OK") -> None:
        if self._transport is not None:
            head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
            self._transport.write(head + body)

    def cut(self) -> None:
        """The caller hears nothing more."""
        if self._transport is not None:
            self._transport.abort()

    def _take(self) -> tuple[bytes, bytes] | None:
        """The method and the body of the next whole request."""
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self._received[:end])
        method = head[: head.index(b" HTTP/")].rpartition(b"/")[2]
        if b"transfer-encoding: chunked" in head.lower():
            found = chunked(self._received, end + 4)
            if found is None:
                return None
            del self._received[: found[1]]
            return method, found[0]
        _, named, rest = head.lower().partition(b"content-length:")
        whole = end + 4 + (int(rest.partition(b"\r\n")[0]) if named else 0)
        if len(self._received) < whole:
            return None
        body = bytes(self._received[end + 4 : whole])
        del self._received[:whole]
        return method, body


@asynccontextmanager
async def serving() -> AsyncIterator[StandIn]:
    telegram = StandIn()
    async with listening(telegram):
        yield telegram


@asynccontextmanager
async def listening(telegram: StandIn) -> AsyncIterator[None]:
    server = await asyncio.get_running_loop().create_server(lambda: Wire(telegram), "127.0.0.1", 0)
    telegram.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield
    finally:
        server.close()


def fields_of(body: bytes) -> dict[bytes, bytes]:
    """The fields of a call, which comes as JSON or as a form."""
    if body.startswith(b"{"):
        return {
            name.encode(): value.encode() if isinstance(value, str) else json.dumps(value).encode()
            for name, value in json.loads(body).items()
        }
    pairs = (field.partition(b"=") for field in body.split(b"&"))
    return {name: unquote_to_bytes(value.replace(b"+", b" ")) for name, _, value in pairs}


def _user(chat_id: int) -> bytes:
    return b'{"id":%d,"is_bot":false,"first_name":"Person","language_code":"ru"}' % chat_id


def _chat(chat_id: int) -> bytes:
    return b'{"id":%d,"type":"private","first_name":"Person"}' % chat_id


def _message(chat_id: int, message_id: int, text: bytes, keyboard: bytes) -> bytes:
    markup = b',"reply_markup":%b' % keyboard if keyboard else b""
    return b'{"message_id":%d,"from":%b,"chat":%b,"date":%b,"edit_date":%b,"text":%b%b}' % (
        message_id, _BOT, _chat(chat_id), _WHEN, _WHEN, text, markup,
    )  # fmt: skip
