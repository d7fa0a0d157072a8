"""The Telegram that the bot is killed in front of: the sandbox's world, which tells when the bot does something."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from sandbox.botapi import api_app, serving
from sandbox.world import UploadedFile, World
from sandbox.world.model import Json

TOKEN = "1234567:" + "k" * 35
SCREENS = ("sendMessage", "editMessageText")


class Telegram(World):
    """`asked` is set whenever the bot asks for updates or for a webhook, `handed` whenever it gets some, `said`
    whenever it has shown a screen."""

    def __init__(self) -> None:
        super().__init__(lambda: datetime.now(UTC))
        self.add_bot(TOKEN)
        self.address = ""
        self.asked = asyncio.Event()
        self.handed = asyncio.Event()
        self.said = asyncio.Event()
        self.last_act = 0.0
        self._first = self.next_update_id
        self._given = 0
        self._news: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self.watch(lambda change: self._news[change.chat_id].set())

    async def call(
        self, token: str, method: str, params: Mapping[str, object], files: Mapping[str, UploadedFile] | None = None
    ) -> Any:
        if method in {"getUpdates", "setWebhook"}:
            self.asked.set()
        result = await super().call(token, method, params, files)
        if method == "getUpdates" and result:
            self.brings(result[-1])
        if method in SCREENS:
            self.said.set()
        if result:
            self.last_act = asyncio.get_running_loop().time()
        return result

    @property
    def issued(self) -> int:
        """Updates that people have made, handed over or not."""
        return self.next_update_id - self._first

    def brings(self, update: Json) -> None:
        """This one is on its way to the bot, and all before it."""
        self._given = max(self._given, update["update_id"] + 1 - self._first)
        self.handed.set()

    async def has_given(self, updates: int) -> None:
        """So many have been handed over, not counting those that were given anew."""
        while self._given < updates:
            self.handed.clear()
            await self.handed.wait()

    async def news(self, user_id: int) -> None:
        """Something has changed in this chat since it was looked at."""
        await self._news[user_id].wait()
        self._news[user_id].clear()

    def screens(self, user_id: int) -> list[bool]:
        """Every screen that the bot asked for in this chat, True where the person could see a change."""
        asked = (call for call in self.log if call.chat_id == user_id and call.method in SCREENS)
        return [call.outcome == "ok" for call in asked if call.outcome == "ok" or "not modified" in call.outcome]

    def silent_for(self) -> float:
        """Seconds in which the bot has neither said nor taken anything."""
        return asyncio.get_running_loop().time() - self.last_act


@asynccontextmanager
async def telegram(world: Telegram | None = None) -> AsyncIterator[Telegram]:
    world = world or Telegram()
    async with serving(api_app(world)) as world.address:
        yield world
