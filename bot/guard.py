"""No network inside a transaction: a write lock held while Telegram is awaited would stop everybody."""

from collections.abc import AsyncGenerator, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from storage.tx import transaction_open


class NetworkInsideTransaction(RuntimeError):
    """A handler called Telegram instead of returning an effect."""


def refuse_inside_transaction() -> None:
    if transaction_open.get():
        raise NetworkInsideTransaction


def install(session: BaseSession) -> None:
    """Guard every request and every download of a session."""

    @session.middleware
    async def guard_request(
        make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        refuse_inside_transaction()
        return await make_request(bot, method)

    stream: Callable[..., AsyncGenerator[bytes, None]] = session.stream_content

    def guarded_stream(*args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        refuse_inside_transaction()
        return stream(*args, **kwargs)

    # Downloads bypass the session's middlewares, so the method itself is wrapped.
    session.stream_content = guarded_stream  # type: ignore[method-assign]  # on purpose: see above
