"""Effects on their way through the outbox: what is to be done, as JSON, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic_core import from_json, to_json

from handlers.effects import (
    Button,
    DeleteMessage,
    Effect,
    Effects,
    LeaveChat,
    Screen,
    SendFile,
    SendMaterial,
    SetCommands,
    Toast,
    as_list,
)
from storage.outbox import OutboxRow, Planned
from storage.vocabulary import NoticePolicy

REPLY = "reply"
PASSING = "passing"  # what is to go out of a chat at an hour that was said: its effect stands in the row, too
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Press:
    """The button press that an update was: answered once, best effort."""

    query_id: str
    message_id: int | None
    came_at: datetime


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One effect for one chat. Without a row (a bare toast) it is not kept over a crash."""

    chat_id: int
    effect: Effect
    press: Press | None = None
    row: OutboxRow | None = None
    edits: int | None = None  # the message that a screen replaces


def is_bulk(row: OutboxRow) -> bool:
    """Waits for the pace and for everybody's 429; what answers something that a person did does not."""
    return row.priority > 0


def replies(
    effects: Effects, *, seq: int, chat_id: int, person_id: int | None, press: Press | None, now: datetime
) -> list[Outgoing]:
    """The effects of one update, each with its outbox row; a press is answered by the first of them."""
    outgoing: list[Outgoing] = []
    for number, effect in enumerate(as_list(effects)):
        edits = press.message_id if press and isinstance(effect, Screen) and not effect.fresh else None
        row = None
        if not isinstance(effect, Toast):
            row = OutboxRow(
                key=f"reply:{seq}:{number}",
                chat_id=chat_id,
                person_id=person_id,
                kind=REPLY,
                body=encode(effect, edits),
                policy=NoticePolicy.AT_LEAST_ONCE,
                priority=0,
                due_at=now,
                expires_at=None,
                attempts=1,
            )
        outgoing.append(Outgoing(chat_id, effect, press if number == 0 else None, row, edits))
    if press and not outgoing:
        outgoing.append(Outgoing(chat_id, Toast(""), press))
    return outgoing


def toast_of(effect: Effect) -> str:
    """What the button itself says, for a moment."""
    return effect.text if isinstance(effect, Toast) else str(getattr(effect, "toast", ""))


def passing(chat_id: int, message_id: int, now: datetime) -> Planned:
    """A file goes after a day; Telegram lets a bot do that for two."""
    return Planned(
        chat_id=chat_id,
        person_id=None,  # whoever they are by then
        kind=PASSING,
        body=encode(DeleteMessage(message_id), None),
        key=f"{PASSING}:{chat_id}:{message_id}",
        policy=NoticePolicy.AT_LEAST_ONCE,
        priority=5,
        due_at=now + _DAY,
        expires_at=now + 2 * _DAY - timedelta(minutes=5),
    )


def reopened(row: OutboxRow) -> Outgoing:
    """As it was written: a reply that a crash left in the outbox, a message that is to go."""
    effect, edits = decode(row.body)
    return Outgoing(row.chat_id, effect, None, row, edits)


def encode(effect: Effect, edits: int | None) -> str:
    return to_json({"is": type(effect).__name__, "edits": edits, "effect": effect}).decode()


def decode(body: str) -> tuple[Effect, int | None]:
    fields: dict[str, Any] = from_json(body)
    return _READERS[fields["is"]](fields["effect"]), fields["edits"]


def _screen(fields: Mapping[str, Any]) -> Screen:
    buttons = tuple(tuple(Button(**button) for button in line) for line in fields["buttons"])
    return Screen(**{**fields, "buttons": buttons})


def _commands(fields: Mapping[str, Any]) -> SetCommands:
    return SetCommands(tuple((name, about) for name, about in fields["commands"]))


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Effect]] = {
    "Screen": _screen,
    "SendFile": lambda fields: SendFile(**fields),
    "SendMaterial": lambda fields: SendMaterial(**fields),
    "LeaveChat": lambda fields: LeaveChat(**fields),
    "SetCommands": _commands,
    "DeleteMessage": lambda fields: DeleteMessage(**fields),
}
