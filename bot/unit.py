"""One inbox row handled inside a transaction: through aiogram's router, or by kind for our own jobs."""

import json
from collections.abc import Callable
from datetime import datetime

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update

from bot.clock import Clock
from bot.doubts import Doubts
from bot.envelopes import Outgoing, Press, replies
from bot.intake import NOBODY, OTHER, kind_of
from handlers import results
from handlers.effects import Screen, Toast
from handlers.texts import errors
from mentoring import access
from storage.inbox import InboxRow
from storage.tx import Tx


class Units:
    """What lanes call for each row: the handler's way, the flood's, the dead row's."""

    def __init__(
        self, dispatcher: Dispatcher, bot: Bot, clock: Clock, doubts: Doubts, alarm: Callable[[str], None]
    ) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._clock = clock
        self._doubts = doubts
        self._alarm = alarm

    async def handle(self, row: InboxRow, tx: Tx) -> list[Outgoing]:
        """The effects of a row as outbox rows. `tx`, `now` and the actor reach handlers as arguments."""
        now = self._clock.now()
        if row.kind == "job":
            effects = await results.deliver(tx, json.loads(row.body), now)
            actor = await access.actor(tx, row.lane)
            person_id = actor.member.person_id if actor.member else None
            return replies(effects, seq=row.seq, chat_id=row.lane, person_id=person_id, press=None, now=now)
        if row.lane == NOBODY and kind_of(json.loads(row.body)) == OTHER:
            return []  # the library warns of a kind that it does not know, and may not be able to read it
        update = Update.model_validate_json(row.body, context={"bot": self._bot})
        await self._doubts.heard(tx, row.lane, row.received_at)
        actor = await access.actor(tx, row.lane)
        effects = await self._dispatcher.feed_update(self._bot, update, tx=tx, now=now, actor=actor)
        return replies(
            None if effects is UNHANDLED else effects,
            seq=row.seq,
            chat_id=row.lane,
            person_id=actor.member.person_id if actor.member else None,
            press=press_of(update, row.received_at),
            now=now,
        )

    async def flood(self, row: InboxRow, _tx: Tx) -> list[Outgoing]:
        """Closed without being handled; a press is still answered."""
        press = _press_in(row)
        effects = Toast(errors.too_fast()) if press else Screen(errors.too_fast(), keep=True, fresh=True)
        return replies(effects, seq=row.seq, chat_id=row.lane, person_id=None, press=press, now=self._clock.now())

    async def dead(self, row: InboxRow, error: str) -> list[Outgoing]:
        """Parked for good: an apology to the person, an alarm to the operator."""
        self._alarm(f"update seq={row.seq} is parked: {error}")
        screen = Screen(errors.apology(), fresh=True, keep=True)
        effects = None if row.lane == NOBODY else screen
        now = self._clock.now()
        return replies(effects, seq=row.seq, chat_id=row.lane, person_id=None, press=_press_in(row), now=now)


def _press_in(row: InboxRow) -> Press | None:
    """The press of a row that is not handled, perhaps because it cannot be read: its number is all that is needed."""
    try:
        return Press(str(json.loads(row.body)["callback_query"]["id"]), None, row.received_at)
    except (ValueError, KeyError, TypeError):
        return None


def press_of(update: Update, came_at: datetime) -> Press | None:
    query = update.callback_query
    if query is None:
        return None
    return Press(query.id, query.message.message_id if query.message else None, came_at)
