"""The sandbox as a whole: a world with the demo people, a clock, the bot process, and the page's feed."""

import asyncio
import logging
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sandbox.child import BotProcess, BotState
from sandbox.clock import MovableClock
from sandbox.demo import PLAYERS
from sandbox.memory import Memory, load, number_from_now, save
from sandbox.web.feed import Feed
from sandbox.web.view import message_view, person_view, toast_view
from sandbox.world import Change, Pace, Rates, World
from sandbox.world.model import Json
from sandbox.year.play import YearShow

log = logging.getLogger("sandbox")

TOKEN = "5000000001:sandbox-token-of-no-real-bot-at-all"  # noqa: S105 - made up, and known to our world only
SHOWN = {player.user_id: player for player in PLAYERS}
CHECKOUT = Path(__file__).resolve().parent.parent
_REAL_ONLY = {
    "BOT_TOKEN",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "HTTP_HOST",
    "HTTP_PORT",
    "CREDENTIALS_DIRECTORY",
    "TELEGRAM_PROXY",
    "OPERATOR_CHAT",
    "CLOCK_START",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the sandbox was asked to run."""

    port: int = 8081
    folder: Path = Path("sandbox-data")
    keep: bool = False
    start_at: datetime | None = None
    year: bool = False
    command: tuple[str, ...] = (sys.executable, "-m", "bot")


class House:
    """Everything behind the page."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.address = ""
        self.clock = MovableClock()
        self.world = World(self.clock.now, pace=Pace(Rates()), patient=True)
        self.feed = Feed(self.everything)
        # In the sandbox's own folder: the checkout's `.env` is for a real bot, and may name a webhook.
        self.bot = BotProcess(options.command, options.folder, self.environment, self.tell_bot)
        self.year = YearShow()
        self.payload = ""
        self._started: set[int] = set()
        self._bot_lock = asyncio.Lock()
        self._late = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        """Move in: people, what is kept from the last run, the invitation, the bot."""
        self.world.add_bot(TOKEN, "nastavnik_demo_bot", "Наставник")
        for player in PLAYERS:
            self.world.add_user(player.first_name, player.last_name, user_id=player.user_id)
        number_from_now(self.world)
        self._recall()
        self.world.watch(self._show)
        self._background = [asyncio.create_task(self._start()), asyncio.create_task(self._follow_clock())]

    async def close(self) -> None:
        """Move out: no process and no task stays."""
        await self.year.close()
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        await self.bot.stop()
        self._remember()

    def move_clock(self, moment: datetime) -> None:
        """Go to a later moment; a bot that runs is restarted with the new time."""
        self.clock.move_to(moment)
        self._remember()
        self.feed.tell("clock", self.clock_view())
        if self.bot.state is not BotState.STOPPED:
            self.bot.promise_restart()
            self._late.set()

    async def kill_bot(self) -> None:
        """SIGKILL; the bot stays down until it is started by hand."""
        self._late.clear()
        async with self._bot_lock:
            await self.bot.kill()

    async def restart_bot(self) -> None:
        """Start the bot again, whatever its state."""
        async with self._bot_lock:
            await self.bot.restart()

    def environment(self) -> Mapping[str, str]:
        """What the bot's process sees: its own school, our Bot API, our clock."""
        folder = self.options.folder.resolve()
        ours = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": self.address,
            "DATABASE_URL": f"sqlite:///{folder / 'nastavnik.db'}",
            "DATA_DIR": str(folder),
            "ACCEPT_NOTICE": "yes",
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONUNBUFFERED": "1",
        }
        if self.clock.is_moved:
            ours["CLOCK_START"] = self.clock.now().isoformat()
        return {name: value for name, value in os.environ.items() if name not in _REAL_ONLY} | ours

    def everything(self) -> Json:
        """All that a page needs when it connects."""
        return {
            "username": self.world.bot.username,
            "name": self.world.bot.name,
            "description": self.world.bot.word("description"),
            "people": [self.person(player.user_id) for player in PLAYERS],
            "messages": [
                message_view(message) for player in PLAYERS for message in self.world.chat(player.user_id).visible
            ],
            "clock": self.clock_view(),
            "bot": self.bot_view(),
        }

    def person(self, user_id: int) -> Json:
        """One person as the page shows them; the coordinator's start button carries the invitation."""
        player = SHOWN[user_id]
        spinners = self.world.spinners(user_id)
        view = person_view(player, self.world.chat(user_id), spinners, self.world.commands(user_id))
        payload = self.payload if player.is_coordinator else ""
        return view | {"payload": payload, "awaitsInvitation": player.is_coordinator and not payload}

    def clock_view(self) -> Json:
        """The sandbox's moment."""
        return {"now": self.clock.now().isoformat(), "moved": self.clock.is_moved}

    def bot_view(self) -> Json:
        """The bot's state and the end of its log."""
        return {"state": self.bot.state.value, "lines": list(self.bot.lines)[-40:]}

    def tell_bot(self) -> None:
        """The bot's state changed."""
        self.feed.tell("bot", self.bot_view())

    async def _start(self) -> None:
        self.tell_bot()
        if not self.payload:
            async with self._bot_lock:
                self.payload = await self.bot.invite()
            self._remember()
            for player in PLAYERS:
                self.feed.tell("person", self.person(player.user_id))
        if not self.payload:
            log.warning("the bot gave no invitation; its output is above")
        await self.restart_bot()

    async def _follow_clock(self) -> None:
        """One restart after any number of quick moves."""
        while True:
            await self._late.wait()
            self._late.clear()
            await self.restart_bot()

    def _show(self, change: Change) -> None:
        if change.chat_id and change.chat_id not in SHOWN:
            return
        if change.message is not None:
            self.feed.tell("message", message_view(change.message))
        if change.kind == "answer":
            self.feed.tell("answer", {"chat": change.chat_id, "toast": toast_view(change.toast)})
        if change.kind == "commands":
            self.feed.tell("description", {"text": self.world.bot.word("description")})
        touched = [change.chat_id] if change.chat_id else [player.user_id for player in PLAYERS]
        for user_id in touched:
            if change.kind != "message" or self._is_news(change):
                self.feed.tell("person", self.person(user_id))

    def _is_news(self, change: Change) -> bool:
        """A message that changes the chat's frame: the first one, or one with a reply keyboard."""
        message = change.message
        first = change.chat_id not in self._started
        if first:
            self._started.add(change.chat_id)
            self._remember()
        return first or (message is not None and (message.reply_keyboard is not None or message.removes_reply_keyboard))

    def _recall(self) -> None:
        path = self.options.folder / "sandbox.json"
        kept = load(path) if self.options.keep else None
        if kept is None:
            _clear(self.options.folder)
            if self.options.start_at is not None:
                self.clock.start_at(self.options.start_at)
        else:
            self.payload = kept.payload
            self.clock.shift = kept.shift
            for user_id in kept.started:
                self.world.chat(user_id).started = True
        self._started = {player.user_id for player in PLAYERS if self.world.chat(player.user_id).started}
        self._remember()

    def _remember(self) -> None:
        kept = Memory(self.clock.shift.total_seconds(), self.payload, tuple(sorted(self._started)))
        save(self.options.folder / "sandbox.json", kept)


def _clear(folder: Path) -> None:
    """Start from nothing; a folder that is not ours is refused, not wiped."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "sandbox.json").exists():
            raise SystemExit(f"{folder} is not empty and not a sandbox folder; choose another in SANDBOX_DATA")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
