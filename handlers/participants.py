"""Screens of those who take part: only with consent, and the dialog that was open is put aside."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import TelegramObject

from handlers import current
from handlers.aside import put_aside
from mentoring.access import Actor


async def with_consent(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """A router's inner middleware: whoever has not consented, or has taken it back, is asked first."""
    actor: Actor = data["actor"]
    if actor.member is None or not actor.member.consented:
        return await current.ask_consent(data["tx"], actor, data["now"])
    return await put_aside(handler, event, data)
