"""A coordinator who writes to everybody, and the days on which the bot says it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as clock

from mentoring.calendars import calendar
from tests.bench.crowd import button
from tests.bench.stand_in import StandIn

TEXT = "Завтра в 15:00 педсовет в актовом зале. Приходите, будет чай."
THINKS_SECONDS = 1.1  # and so keeps to one message a second
PATIENCE_SECONDS = 20
AFTERNOON, EVENING = clock(14, 5), clock(20, 5)


def speaking_day(at: clock, *, days: int = 1, since: datetime | None = None) -> datetime:
    """So many days or more ahead: whoever was seeded today came in long ago."""
    moscow = calendar("Europe/Moscow", frozenset(range(5)), datetime.now(UTC).year)
    day = moscow.next_speaking_day((since or datetime.now(UTC)).date() + timedelta(days=days))
    return datetime.combine(day, at, moscow.zone).astimezone(UTC)


async def announces(telegram: StandIn, user: int) -> None:
    """To everybody, through the preview; `telegram.shown` is given back as it was."""
    before = telegram.shown
    try:
        send = await _drafts(telegram, user)
        await _seen(telegram, user, lambda: telegram.press(user, send))
    finally:
        telegram.shown = before


async def drafts(telegram: StandIn, user: int) -> str:
    """As far as the preview: the press that sends it."""
    before = telegram.shown
    try:
        return await _drafts(telegram, user)
    finally:
        telegram.shown = before


async def _drafts(telegram: StandIn, user: int) -> str:
    keyboard = await _seen(telegram, user, lambda: telegram.say(user, "/write"))
    to_all = button(keyboard, "Всем")
    await _seen(telegram, user, lambda: telegram.press(user, to_all))
    keyboard = await _seen(telegram, user, lambda: telegram.say(user, TEXT))
    send = button(keyboard, "Отправить")
    if not to_all or not send:
        raise LookupError("the coordinator does not find the buttons")
    return send


async def _seen(telegram: StandIn, user: int, act: Callable[[], None]) -> bytes:
    """The keyboard of the screen that answers."""
    came: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def shown(chat_id: int, keyboard: bytes) -> None:
        if chat_id == user and not came.done():
            came.set_result(keyboard)

    telegram.shown = shown
    act()
    keyboard = await asyncio.wait_for(came, PATIENCE_SECONDS)
    await asyncio.sleep(THINKS_SECONDS)
    return keyboard
