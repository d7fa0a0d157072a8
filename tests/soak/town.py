"""A school whose people talk to the bot, a process of its own, over the sandbox's Bot API."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sandbox.world.model import Change
from storage.database import open_database
from tests.bench.seeding import School, fill
from tests.kill.lives import Lives, Nursery, lives
from tests.kill.telegram import TOKEN, Telegram, telegram
from tests.soak.talk import Talk

PATIENCE_SECONDS = 60
OPERATOR = 77


@dataclass(frozen=True, slots=True)
class Town:
    """`talk` counts every new message of the bot as an answer."""

    world: Telegram
    bot: Lives
    folder: Path
    school: School
    talk: Talk

    @property
    def teachers(self) -> Sequence[int]:
        return self.school.teachers

    async def begins(self) -> None:
        """The bot runs and has answered once: what is loaded once is loaded."""
        await self.bot.begin()
        await self.talk.warms_up(self.teachers[-20:], within=PATIENCE_SECONDS)

    async def until(self, true: Callable[[], object], within: float = PATIENCE_SECONDS) -> None:
        async with asyncio.timeout(within):
            while not true():
                await asyncio.sleep(0.02)

    def texts(self, user: int) -> list[str]:
        return [message.text for message in self.world.chat(user).messages if message.from_bot]

    @property
    def alarms(self) -> list[str]:
        """What the operator has read."""
        return self.texts(OPERATOR)

    @property
    def apologies(self) -> int:
        """Messages that tell somebody of a trouble of the bot's."""
        return sum("не получилось" in text for user in self.teachers for text in self.texts(user))

    async def rows(self, what: str) -> int:
        """How many there are in the database of a bot that has ended."""
        database = await open_database(f"sqlite:///{self.folder / 'nastavnik.db'}")
        try:
            async with database.read() as tx:
                return await tx.one(int, f"SELECT COUNT(*) FROM {what}") or 0
        finally:
            await database.close()

    async def left_open(self) -> int:
        """Updates that were taken and not done."""
        return await self.rows("inbox WHERE state <> 'done'")


@asynccontextmanager
async def town(
    nursery: Nursery,
    folder: Path,
    people: int,
    settings: Mapping[str, str] = MappingProxyType({}),
    *,
    server: Telegram | None = None,
) -> AsyncIterator[Town]:
    """With a coordinator and so many teachers; the bot is yet to begin."""
    (school,) = await fill(folder, people + 1)
    async with telegram(server) as world, lives(nursery, folder, {**town_settings(world, folder), **settings}) as bot:
        for user in (*school.users, OPERATOR):
            world.add_user(f"Человек {user}", user_id=user)
            world.chat(user).started = True
        talk = Talk(world.say)
        world.watch(_listener(talk))
        yield Town(world, bot, folder, school, talk)


def town_settings(world: Telegram, folder: Path) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": world.address,
        "DATABASE_URL": f"sqlite:///{folder / 'nastavnik.db'}",
        "DATA_DIR": str(folder),
        "OPERATOR_CHAT": str(OPERATOR),
        "LOG_LEVEL": "WARNING",
    }


def _listener(talk: Talk) -> Callable[[Change], None]:
    """An edit is no new message."""
    last: dict[int, int] = {}

    def listen(change: Change) -> None:
        message = change.message
        if change.chat_id == OPERATOR:
            return
        if message is not None and message.from_bot and message.id > last.get(change.chat_id, 0):
            last[change.chat_id] = message.id
            talk.hears(change.chat_id)

    return listen
