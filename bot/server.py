"""The HTTP door: the webhook's path, `/healthz` and `/metrics`. A proxy opens only the first to the world."""

import logging
from http import HTTPStatus

from aiohttp import web

from bot.vitals import Vitals
from bot.webhook import LARGEST_BODY, Webhook

log = logging.getLogger(__name__)

CLOSE_SECONDS = 2.0  # for requests that are being answered when the bot ends
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class CannotListen(Exception):
    """The address is taken or not ours; the message is one clear line for the operator."""


class Server:
    """Listens from `start` to `stop`."""

    def __init__(self, host: str, port: int, vitals: Vitals, webhook: Webhook | None) -> None:
        self._host = host
        self._port = port
        self._vitals = vitals
        self._runner = web.AppRunner(
            self._app(webhook),
            access_log=None,  # its lines would be of whoever knocks
            shutdown_timeout=CLOSE_SECONDS,
            auto_decompress=False,  # Telegram sends plain JSON; what is packed may be a bomb
        )

    async def start(self) -> None:
        """Raises CannotListen."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListen(
                f"HTTP_HOST and HTTP_PORT cannot be listened on: {self._host}:{self._port}, {error.strerror}"
            ) from None
        log.info("listening on %s:%d", self._host, self.port)

    async def stop(self) -> None:
        """What is being answered is let finish for a moment; nothing new is taken."""
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The real one, when any was asked for."""
        return int(self._runner.addresses[0][1]) if self._runner.addresses else self._port

    def _app(self, webhook: Webhook | None) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        if webhook is not None:
            app.router.add_post(webhook.path, webhook.deliver)
        return app

    async def _healthz(self, _: web.Request) -> web.Response:
        failing = await self._vitals.failing()
        if failing:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, text=" ".join(failing) + "\n")
        return web.Response(text="ok\n")

    async def _metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=await self._vitals.page(), headers={"Content-Type": TEXT})
