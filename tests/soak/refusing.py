"""A Telegram that refuses, loses answers or is out of reach when a test says so."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Container
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.bench.broadcast.telegram import Strict
from tests.bench.stand_in import Wire, fields_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """Instead of an answer; with `lost` the message arrives and its sender never hears of it."""

    status: bytes = b""
    body: bytes = b""
    lost: bool = False


LOST = Refusal(lost=True)


def refusal(code: int, description: str, **parameters: int) -> Refusal:
    body = {"ok": False, "error_code": code, "description": description}
    return Refusal(b"%d Refused" % code, json.dumps(body | ({"parameters": parameters} if parameters else {})).encode())


class Refusing(Strict):
    """`instead` is asked about every message, by its chat; `asked` is when each chat's were tried."""

    def __init__(self, most: float) -> None:
        super().__init__(most)
        self.instead: Callable[[int], Refusal | None] = lambda _chat: None
        self.asked: defaultdict[int, list[float]] = defaultdict(list)
        self.texts: defaultdict[int, list[str]] = defaultdict(list)
        self.darkens = False  # with the next call
        self.darkens_for: Container[int] = ()  # with the next message to one of these
        self.is_dark = True
        self._server: asyncio.Server | None = None
        self._wires: set[Wire] = set()

    def answer(self, wire: Wire, method: bytes, body: bytes) -> bytes | None:
        self._wires.add(wire)
        if self.is_dark:
            wire.cut()
            return None
        if self.darkens and method != b"getUpdates":
            self.goes_dark()
            return None
        if method != b"sendMessage":
            return super().answer(wire, method, body)
        fields = fields_of(body)
        chat_id = int(fields[b"chat_id"])
        if chat_id in self.darkens_for:
            self.goes_dark()
            return None
        self.asked[chat_id].append(asyncio.get_running_loop().time())
        instead = self.instead(chat_id)
        if instead is None or instead.lost:
            self.texts[chat_id].append(fields[b"text"].decode())
        if instead is None:
            return super().answer(wire, method, body)
        if instead.lost:
            super().answer(wire, method, body)
            wire.cut()
        else:
            wire.reply(instead.body, instead.status)
        return None

    def lost(self, wire: Wire) -> None:
        super().lost(wire)
        self._wires.discard(wire)

    def goes_dark(self) -> None:
        """Nobody reaches it any more; what is on its way is cut."""
        self.darkens, self.darkens_for, self.is_dark = False, (), True
        if self._server is not None:
            self._server.close()
        for wire in [*self._wires]:
            wire.cut()

    async def comes_back(self) -> None:
        """At the address of before."""
        port = urlsplit(self.address).port or 0
        self._server = await asyncio.get_running_loop().create_server(lambda: Wire(self), "127.0.0.1", port)
        self.is_dark = False
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def serving(telegram: Refusing) -> AsyncIterator[None]:
    await telegram.comes_back()
    try:
        yield
    finally:
        telegram.goes_dark()
