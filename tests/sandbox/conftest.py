"""A world with a bot, two people and a clock that stands still until it is told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientResponseError, ServerDisconnectedError

from sandbox.world import DOWNLOAD, ApiError, Fault, FaultKind, UploadedFile, User, World

TOKEN = "42:sandbox-test"  # noqa: S105 - invented

FAILING_DOWNLOADS = [
    (Fault(kind=FaultKind.REFUSE, method=DOWNLOAD, times=None, code=404), ClientResponseError),
    (Fault(kind=FaultKind.HTML, method=DOWNLOAD, times=None, code=502), ClientResponseError),
    (Fault(kind=FaultKind.NOT_ARRIVED, method=DOWNLOAD, times=None), ServerDisconnectedError),
    (Fault(kind=FaultKind.LOST_ANSWER, method=DOWNLOAD, times=None), ServerDisconnectedError),
    (Fault(kind=FaultKind.HANG, method=DOWNLOAD, times=None, seconds=5), TimeoutError),
]


class StillClock:
    """A clock that moves only when a test says so."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 9, 1, 11, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **step: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**step)


class BotSide:
    """The bot's side of a world: calls, and the refusals in Telegram's words."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def __call__(self, method: str, files: dict[str, UploadedFile] | None = None, **params: object) -> Any:
        return await self.world.call(TOKEN, method, params, files)

    async def refusal(self, method: str, **params: Any) -> str:
        """Code and description of the refusal that must come."""
        with pytest.raises(ApiError) as caught:
            await self(method, **params)
        return f"{caught.value.code} {caught.value.description}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """getUpdates without waiting."""
        found: list[dict[str, Any]] = await self("getUpdates", timeout=0, **params)
        return found


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def world(clock: StillClock) -> World:
    made = World(clock)
    made.add_bot(TOKEN)
    return made


@pytest.fixture
def bot(world: World) -> BotSide:
    return BotSide(world)


@pytest.fixture
def vera(world: World) -> User:
    """Someone who has started the bot."""
    user = world.add_user("Вера", "Орлова")
    world.start(user.id)
    return user


@pytest.fixture
def stranger(world: World) -> User:
    """Someone who has never met the bot."""
    return world.add_user("Кто-то")
