"""A coordinator's screen puts the open dialog aside: what is typed next is not its answer; the draft stays."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram.types import TelegramObject

from mentoring import filling
from mentoring.access import Actor


async def put_aside(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """A router's inner middleware."""
    actor: Actor = data["actor"]
    await filling.leave(data["tx"], actor)
    data["actor"] = replace(actor, run_id=None)
    return await handler(event, data)
