"""An aiogram session that talks to a `World` in the same process: no HTTP, the same answers and errors."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import ClientResponseError, RequestInfo, ServerDisconnectedError
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from sandbox.world import ApiError, HtmlAnswer, LostAnswer, NotArrived, UploadedFile, WireFault, World


class WorldSession(BaseSession):
    """Runs API methods straight against a world."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,
    ) -> TelegramType:
        """Prepare the parameters as the HTTP session does, call the world, read the answer as it does."""
        limit = self.timeout if timeout is None else timeout
        try:
            async with asyncio.timeout(limit):
                params, files = await self._prepare(bot, method)
                status, content = await self._ask(bot.token, method.__api_method__, params, files)
        except TimeoutError as trouble:
            raise TelegramNetworkError(method=method, message="Request timeout error") from trouble
        except NotArrived as trouble:
            words = "ClientConnectorError: Cannot connect to host sandbox:80"
            raise TelegramNetworkError(method=method, message=words) from trouble
        except LostAnswer as trouble:
            words = "ServerDisconnectedError: Server disconnected"
            raise TelegramNetworkError(method=method, message=words) from trouble
        response = self.check_response(bot=bot, method=method, status_code=status, content=content)
        return cast(TelegramType, response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Download a file by its address."""
        token, _, path = url.partition("/file/bot")[2].partition("/")
        info = RequestInfo(URL(url), "GET", CIMultiDictProxy(CIMultiDict()), URL(url))
        try:
            async with asyncio.timeout(timeout):
                content = await self.world.download(token, path)
        except ApiError as refusal:
            raise ClientResponseError(info, (), status=refusal.code, message=refusal.description) from None
        except HtmlAnswer as page:
            raise ClientResponseError(info, (), status=page.status, message="Bad Gateway") from None
        except WireFault:
            raise ServerDisconnectedError from None
        for start in range(0, len(content), chunk_size):
            yield content[start : start + chunk_size]

    async def _prepare(
        self, bot: Bot, method: TelegramMethod[Any]
    ) -> tuple[dict[str, object], dict[str, UploadedFile]]:
        files: dict[str, InputFile] = {}
        params: dict[str, object] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                params[key] = prepared
        uploads = {
            key: UploadedFile(file.filename or key, b"".join([chunk async for chunk in file.read(bot)]))
            for key, file in files.items()
        }
        return params, uploads

    async def _ask(
        self, token: str, method: str, params: dict[str, object], files: dict[str, UploadedFile]
    ) -> tuple[int, str]:
        try:
            result = await self.world.call(token, method, params, files)
        except ApiError as refusal:
            return refusal.code, json.dumps(refusal.body())
        except HtmlAnswer as page:
            return page.status, page.body
        return 200, json.dumps({"ok": True, "result": result})
