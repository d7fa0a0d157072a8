"""The Bot API over HTTP: aiohttp routes around a `World`."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiohttp import web

from sandbox.world import ApiError, HtmlAnswer, UploadedFile, WireFault, World
from sandbox.world.files import UPLOAD_LIMIT

BODY_LIMIT = UPLOAD_LIMIT + 14 * 1024 * 1024
"""Enough for the API itself to refuse a file that is too large."""


class BotApi:
    """Requests in, answers out; what a request means is the world's affair."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        """Where the Bot API lives."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method:[^/]*}", self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.Response:
        """One API method; an ordered fault of the wire becomes a real one."""
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            params, files = await _read(request)
            result = await self.world.call(token, method, params, files)
        except ApiError as refusal:
            return _json(refusal.body(), refusal.code)
        except HtmlAnswer as page:
            return web.Response(status=page.status, text=page.body, content_type="text/html")
        except WireFault:
            return _cut(request)
        return _json({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """A file by the path that getFile gave."""
        try:
            content = await self.world.download(request.match_info["token"], request.match_info["path"])
        except ApiError as refusal:
            return _json(refusal.body(), refusal.code)
        except HtmlAnswer as page:
            return web.Response(status=page.status, text=page.body, content_type="text/html")
        except WireFault:
            return _cut(request)
        return web.Response(body=content, content_type="application/octet-stream")


async def not_found(_: web.Request) -> web.Response:
    """Any other path."""
    return _json(ApiError(404, "Not Found").body(), 404)


@asynccontextmanager
async def serving(app: web.Application, *, port: int = 0) -> AsyncIterator[str]:
    """Serve on the loopback; give the address. A poll whose client is gone is cancelled."""
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def api_app(world: World) -> web.Application:
    """The Bot API alone, without the web page: for tests and benchmarks."""
    app = web.Application(client_max_size=BODY_LIMIT)
    app.add_routes([*BotApi(world).routes(), web.route("*", "/{path:.*}", not_found)])
    return app


async def _read(request: web.Request) -> tuple[Mapping[str, object], Mapping[str, UploadedFile]]:
    params: dict[str, object] = dict(request.query)
    files: dict[str, UploadedFile] = {}
    if request.content_type == "application/json":
        params |= await _json_body(request)
    elif request.can_read_body:
        try:
            form = await request.post()
        except web.HTTPRequestEntityTooLarge:
            raise ApiError(413, "Request Entity Too Large") from None
        for name, value in form.items():
            if isinstance(value, web.FileField):
                files[name] = UploadedFile(value.filename, value.file.read())
            else:
                params[name] = value
    return params, files


async def _json_body(request: web.Request) -> dict[str, object]:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise ApiError(400, "Bad Request: can't parse JSON object")
    return body


def _json(body: object, status: int = 200) -> web.Response:
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(body=content, status=status, content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    """Drop the connection; the response is never written."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
