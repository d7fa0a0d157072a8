"""Telegram's side of a webhook: brings every update until it is answered with 2xx, one chat's in order."""

import asyncio
import socket
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.webhook import SECRET_HEADER
from sandbox.world import World
from sandbox.world.model import Json

LOOK_SECONDS = 0.005
ANSWER_SECONDS = 60
LONGEST_PAUSE_SECONDS = 0.4  # the real one waits for longer each time, up to minutes


class Postman:
    """As the real server, but for the proxy that ends TLS: the path alone is taken from the webhook's address."""

    def __init__(
        self, world: World, port: int, *, max_connections: int = 40, handed: Callable[[Json], None] = lambda _: None
    ) -> None:
        self._world = world
        self._port = port
        self._handed = handed
        self._free = asyncio.Semaphore(max_connections)
        self._chats: defaultdict[int, deque[Json]] = defaultdict(deque)
        self._known: set[int] = set()
        self.answers: list[int] = []

    async def run(self) -> None:
        """For ever; what waits is brought as soon as there is a webhook."""
        async with ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS)) as session, asyncio.TaskGroup() as going:
            while True:
                for update in self._new():
                    queue = self._chats[chat_of(update)]
                    queue.append(update)
                    if len(queue) == 1:
                        going.create_task(self._serve(session, queue))
                await asyncio.sleep(LOOK_SECONDS)

    def _new(self) -> list[Json]:
        new = [each for each in self._world.pending_updates if each["update_id"] not in self._known]
        self._known.update(each["update_id"] for each in new)
        return new

    async def _serve(self, session: ClientSession, queue: deque[Json]) -> None:
        while queue:
            pause = 0.02
            while not await self._brought(session, queue[0]):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            self._world.state.updates.taken(queue[0]["update_id"])
            queue.popleft()

    async def _brought(self, session: ClientSession, update: Json) -> bool:
        webhook = self._world.state.updates.webhook
        if not webhook:
            return False
        url = f"http://127.0.0.1:{self._port}{urlsplit(webhook['url']).path}"
        async with self._free:
            with suppress(ClientError, TimeoutError):
                self._handed(update)
                async with session.post(url, json=update, headers={SECRET_HEADER: webhook["secret_token"]}) as answer:
                    self.answers.append(answer.status)
                    return answer.ok
        return False


def unused_port() -> int:
    """Free a moment ago."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def chat_of(update: Json) -> int:
    body = next(part for name, part in update.items() if name != "update_id")
    return int((body.get("message") or body)["chat"]["id"])
