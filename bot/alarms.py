"""What the operator must hear: the log, and a chat when one is set. No names, no texts."""

import asyncio
import logging
import re
from collections.abc import Callable

from aiogram import Bot

from bot.faults import place_of

log = logging.getLogger(__name__)

SAME_ALARM_SECONDS = 600.0
MOST_WAITING = 20
_NUMBER = re.compile(r"\d+")


class Alarms:
    """An alarm is logged each time and told at most once in ten minutes, whatever numbers are in it."""

    def __init__(self, bot: Bot, operator_chat: int | None, raised: Callable[[], None] = lambda: None) -> None:
        self._bot = bot
        self._chat = operator_chat
        self._raised = raised
        self._told: dict[str, float] = {}
        self._queue: asyncio.Queue[str] = asyncio.Queue()

    def raise_alarm(self, text: str) -> None:
        log.error("ALARM: %s", text)
        self._raised()
        now = asyncio.get_running_loop().time()
        self._told = {kind: at for kind, at in self._told.items() if now - at < SAME_ALARM_SECONDS}
        kind = _NUMBER.sub("#", text)
        if self._chat is not None and kind not in self._told and self._queue.qsize() < MOST_WAITING:
            self._told[kind] = now
            self._queue.put_nowait(text)

    async def run(self) -> None:
        """Started at boot, so that no transaction is open in its context."""
        while True:
            text = await self._queue.get()
            try:
                await self._bot.send_message(self._chat or 0, f"Nastavnik: {text}")
            except Exception as error:
                log.error("the operator's chat cannot be reached: %s", place_of(error))
