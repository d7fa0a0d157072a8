"""One web application: the page, its deeds, and the Bot API, on one port."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.botapi import BODY_LIMIT, BotApi, not_found
from sandbox.house import House
from sandbox.web.page import Page, only_here


def sandbox_app(house: House) -> web.Application:
    """Everything the sandbox serves."""

    @web.middleware
    async def hear(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """A bot that asks for updates has started."""
        if request.path.lower().endswith("/getupdates"):
            house.bot.heard()
        return await handler(request)

    app = web.Application(client_max_size=BODY_LIMIT, middlewares=[only_here, hear])
    app.add_routes(Page(house).routes())
    app.add_routes(BotApi(house.world).routes())
    app.router.add_route("*", "/{path:.*}", not_found)
    return app
