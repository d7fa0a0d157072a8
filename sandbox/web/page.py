"""The page's own routes: files of the page, the feed, and the deeds a person can do."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from aiohttp import web

from sandbox.clock import ZONE, ForwardOnly, next_working_day
from sandbox.demo import SAMPLE_NAME, staff_xlsx
from sandbox.house import House
from sandbox.world import Impossible

STATIC = Path(__file__).parent / "static"
POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'"

Deed: TypeAlias = Callable[[House, Mapping[str, Any]], Awaitable[object]]


class Page:
    """The page over one house."""

    def __init__(self, house: House) -> None:
        self.house = house

    def routes(self) -> list[web.AbstractRouteDef]:
        """Where the page lives."""
        return [
            web.get("/", self.index),
            web.get("/year", self.year),
            web.get("/ui/year", self.year_state),
            web.get("/ui/year/timeline", self.year_timeline),
            web.get("/ui/events", self.house.feed.stream),
            web.post("/ui/do/{deed}", self.do),
            web.post("/ui/upload/{user_id:-?[0-9]+}", self.upload),
            web.get("/ui/files/{chat_id:-?[0-9]+}/{message_id:[0-9]+}/{name}", self.file),
            web.static("/static", STATIC),
        ]

    async def index(self, _: web.Request) -> web.StreamResponse:
        """The page itself."""
        return _own("index.html")

    async def year(self, _: web.Request) -> web.StreamResponse:
        """«Год за минуту»."""
        return _own("year.html")

    async def year_state(self, _: web.Request) -> web.Response:
        """How far the year is that is being played."""
        return web.json_response(self.house.year.state())

    async def year_timeline(self, _: web.Request) -> web.Response:
        """Everything that the bot said in it."""
        year = self.house.year.year()
        if year is None:
            raise web.HTTPNotFound
        return web.json_response(year)

    async def do(self, request: web.Request) -> web.Response:
        """One deed of a person or of whoever holds the clock."""
        deed = DEEDS.get(request.match_info["deed"])
        if deed is None or request.content_type != "application/json":
            raise web.HTTPNotFound
        try:
            result = await deed(self.house, await request.json())
        except ForwardOnly:
            return web.json_response({"error": "Часы идут только вперёд."}, status=409)
        except Impossible:
            return web.json_response({"error": "Сейчас так сделать нельзя."}, status=409)
        return web.json_response({"result": result})

    async def upload(self, request: web.Request) -> web.Response:
        """A document from the visitor's disk, sent by a person of the sandbox."""
        form = await request.post()
        file, caption = form.get("file"), form.get("caption", "")
        if not isinstance(file, web.FileField):
            raise web.HTTPBadRequest
        user_id = int(request.match_info["user_id"])
        try:
            self.house.world.send_file(user_id, file.filename, file.file.read(), str(caption))
        except Impossible:
            return web.json_response({"error": "Сейчас так сделать нельзя."}, status=409)
        return web.json_response({"result": None})

    async def file(self, request: web.Request) -> web.Response:
        """A document or picture of a message."""
        chat = self.house.world.state.chats.get(int(request.match_info["chat_id"]))
        message = chat.shown.get(int(request.match_info["message_id"])) if chat is not None else None
        if message is None or message.document is None:
            raise web.HTTPNotFound
        if message.media and "photo" in message.media:
            return web.Response(body=message.document.content, content_type="image/png")
        disposition = {"Content-Disposition": "attachment"}
        return web.Response(body=message.document.content, content_type="application/octet-stream", headers=disposition)


def _own(name: str) -> web.FileResponse:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    return web.FileResponse(STATIC / name, headers=headers)


@web.middleware
async def only_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A page of another site in the same browser must not play in the sandbox."""
    if request.path.startswith("/ui/"):
        host = request.host.partition(":")[0]
        origin = request.headers.get("Origin", f"http://{request.host}")
        if host not in {"127.0.0.1", "localhost"} or origin != f"http://{request.host}":
            raise web.HTTPForbidden
    return await handler(request)


async def start(house: House, given: Mapping[str, Any]) -> None:
    """«Начать», a deep link."""
    house.world.start(given["user"], given.get("payload", ""))


async def say(house: House, given: Mapping[str, Any]) -> None:
    """A text or a button of the reply keyboard."""
    house.world.say(given["user"], given["text"])


async def press(house: House, given: Mapping[str, Any]) -> list[str]:
    """An inline button, once or several times in a row."""
    user, message, data = given["user"], given["message"], given["data"]
    return [house.world.press_data(user, message, data) for _ in range(int(given.get("times", 1)))]


async def edit(house: House, given: Mapping[str, Any]) -> None:
    """The person corrects an own message."""
    house.world.edit_own(given["user"], given["message"], given["text"])


async def send(house: House, given: Mapping[str, Any]) -> None:
    """Something ready from the attach menu."""
    user, what = given["user"], given["what"]
    if what == "staff":
        house.world.send_file(user, SAMPLE_NAME, await asyncio.to_thread(staff_xlsx))
        return
    ready = {
        "photo": house.world.send_photo,
        "voice": house.world.send_voice,
        "sticker": house.world.send_sticker,
        "contact": house.world.send_contact,
        "location": house.world.send_location,
        "video_note": house.world.send_video_note,
    }
    ready[what](user)


async def block(house: House, given: Mapping[str, Any]) -> None:
    """«Заблокировать бота» and back."""
    (house.world.block if given["blocked"] else house.world.unblock)(given["user"])


async def clock(house: House, given: Mapping[str, Any]) -> None:
    """A step of the clock, or a moment in the school's time."""
    now = house.clock.now()
    steps = {
        "hour": now + timedelta(hours=1),
        "day": now + timedelta(days=1),
        "workday": next_working_day(now),
    }
    if "step" in given:
        house.move_clock(steps[given["step"]])
    else:
        house.move_clock(datetime.fromisoformat(given["to"]).replace(tzinfo=ZONE))


async def bot(house: House, given: Mapping[str, Any]) -> None:
    """Kill it or start it again."""
    await (house.kill_bot() if given["what"] == "kill" else house.restart_bot())


async def year(house: House, _: Mapping[str, Any]) -> None:
    """«Прожить год»."""
    house.year.play()


DEEDS: dict[str, Deed] = {
    "start": start,
    "say": say,
    "press": press,
    "edit": edit,
    "send": send,
    "block": block,
    "clock": clock,
    "bot": bot,
    "year": year,
}
