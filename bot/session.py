"""aiogram's HTTP session with a short way for the calls that every update makes.

An aiogram method is a model whose every button is a model, travels as a quoted form, and its answer becomes a model
again though nobody reads it: measured, seven times the CPU of the same call as JSON both ways. Everything else, and
every refusal, goes aiogram's way.
"""

from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientTimeout
from pydantic import model_validator
from pydantic_core import from_json, to_json

_HEADERS = {"Content-Type": "application/json"}


class PlainCall(TelegramMethod[Any]):
    """A call of plain values whose answer stays plain JSON. Any other session takes it for a usual method."""

    __returning__ = Any

    @model_validator(mode="before")
    @classmethod
    def remove_unset(cls, values: dict[str, Any]) -> dict[str, Any]:
        """aiogram's own looks for its marks of what was left out: there are none among plain values."""
        return values


class PlainSession(AiohttpSession):
    """The session of the running bot."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if not isinstance(method, PlainCall):
            return await super().make_request(bot, method, timeout)
        status, content = await self._post(bot, method, timeout)
        if status == HTTPStatus.OK:
            try:
                return cast(TelegramType, from_json(content)["result"])
            except (ValueError, KeyError, TypeError):
                pass  # no answer of the Bot API: aiogram raises what such an answer is
        return cast(
            TelegramType,
            self.check_response(
                bot=bot, method=method, status_code=status, content=content.decode(errors="replace")
            ).result,
        )

    async def _post(self, bot: Bot, method: PlainCall, timeout: float | None) -> tuple[int, bytes]:
        """The same errors as aiogram's, for the same reasons."""
        session = await self.create_session()
        body = to_json({name: value for name, value in method if value is not None})
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=method.__api_method__),
                data=body,
                headers=_HEADERS,
                timeout=ClientTimeout(total=self.timeout if timeout is None else timeout),
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            raise TelegramNetworkError(method=method, message=f"{type(error).__name__}: {error}") from error
