"""A stand-in that answers as late as Telegram does and refuses what it refuses: too much a second, a chat or in all."""

import asyncio
from collections import defaultdict, deque
from math import inf

from tests.bench.stand_in import StandIn, Wire, fields_of

ANSWER_SECONDS = 0.04
MOST_A_SECOND = 30  # messages and edits of one bot
CHAT_SECONDS = 1.0  # between two messages in one chat

_TOO_MANY = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1}}'


class Strict(StandIn):
    """Knows when each chat got each message of the bot; `most` is how many of them a second it takes."""

    def __init__(self, most: float = MOST_A_SECOND) -> None:
        super().__init__()
        self.most = most
        self.chat_seconds = CHAT_SECONDS
        self.refused = 0
        self.fullest = 0  # messages and edits in any one second
        self.taken: list[float] = []  # when, edits too
        self.messages: defaultdict[int, list[float]] = defaultdict(list)
        self.came = asyncio.Event()
        self._second: deque[float] = deque()

    def answer(self, wire: Wire, method: bytes, body: bytes) -> bytes | None:
        if method not in (b"sendMessage", b"editMessageText"):
            return super().answer(wire, method, body)
        now, chat_id = asyncio.get_running_loop().time(), int(fields_of(body)[b"chat_id"])
        if self._is_too_much(method, chat_id, now):
            self.refused += 1
            return _TOO_MANY
        self._note(method, chat_id, now)
        answer = super().answer(wire, method, body)
        # It has arrived by now; the bot hears of it only later, or never.
        asyncio.get_running_loop().call_later(ANSWER_SECONDS, wire.reply, answer or b"")
        return None

    def _is_too_much(self, method: bytes, chat_id: int, now: float) -> bool:
        while self._second and now - self._second[0] >= 1.0:
            self._second.popleft()
        last = self.messages[chat_id][-1] if self.messages[chat_id] else -inf
        return len(self._second) >= self.most or (method == b"sendMessage" and now - last < self.chat_seconds)

    def _note(self, method: bytes, chat_id: int, now: float) -> None:
        self._second.append(now)
        self.fullest = max(self.fullest, len(self._second))
        self.taken.append(now)
        if method == b"sendMessage":
            self.messages[chat_id].append(now)
            self.came.set()
