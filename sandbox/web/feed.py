"""Server-sent events: every open page hears of every change."""

import asyncio
import json
from collections.abc import Callable

from aiohttp import web

from sandbox.world.model import Json

HEARTBEAT_SECONDS = 20


class Feed:
    """The open pages. A page that connects (again) is first told everything."""

    def __init__(self, everything: Callable[[], Json]) -> None:
        self.everything = everything
        self._pages: set[asyncio.Queue[bytes]] = set()

    def tell(self, kind: str, body: Json) -> None:
        """Send one event to all pages."""
        if self._pages:
            event = _event(kind, body)
            for page in self._pages:
                page.put_nowait(event)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /ui/events."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        page: asyncio.Queue[bytes] = asyncio.Queue()
        self._pages.add(page)
        try:
            await response.write(_event("everything", self.everything()))
            while True:
                await response.write(await _next(page))
        except ConnectionResetError:
            return response
        finally:
            self._pages.discard(page)


async def _next(page: asyncio.Queue[bytes]) -> bytes:
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            return await page.get()
    except TimeoutError:
        return b": still here\n\n"


def _event(kind: str, body: Json) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(body, ensure_ascii=False)}\n\n".encode()
