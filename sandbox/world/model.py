"""What exists in the local Telegram: people, chats, messages, buttons, presses.

Values are frozen: an edit makes a new `Message` and keeps the old one, so every screen that was ever shown
can be read later.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""The wire's JSON objects; Telegram's shapes are checked by the bot's own library, not here."""

Now: TypeAlias = Callable[[], datetime]


class Standing(StrEnum):
    """The bot's place in a chat, in Telegram's words for a chat member."""

    MEMBER = "member"
    KICKED = "kicked"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class User:
    """A person with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    language_code: str = "ru"

    @property
    def name(self) -> str:
        """The name as the chat list shows it."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted stretch of text; offset and length are counted in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; exactly one of its actions is given."""

    label: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Buttons under the input line; pressing one sends its label."""

    rows: tuple[tuple[str, ...], ...]
    one_time: bool = False
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file in a message, with its bytes."""

    name: str
    content: bytes = field(repr=False)
    caption: str = ""
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One version of one message. `text` is the caption when the message carries a file."""

    id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    date: datetime
    text: str = ""
    html: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: tuple[tuple[Button, ...], ...] = ()
    reply_keyboard: ReplyKeyboard | None = None
    removes_reply_keyboard: bool = False
    document: Document | None = None
    media: Mapping[str, Any] | None = None
    extra: Mapping[str, Any] | None = None
    reply_to: int | None = None
    protected: bool = False
    edited: datetime | None = None
    deleted: bool = False

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons in reading order."""
        return tuple(button for row in self.keyboard for button in row)


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press that the person saw."""

    text: str
    alert: bool
    query_id: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed; until it is answered the person sees a spinner."""

    query_id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    at: datetime


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that came with an API request."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Call:
    """One API call and what became of it: `ok`, an error's code and text, or the name of a fault."""

    method: str
    chat_id: int | None
    params: Mapping[str, object]
    at: datetime
    outcome: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something a watcher of the world may want to show: a message, an answer, a block, commands."""

    kind: str
    chat_id: int
    message: Message | None = None
    toast: Toast | None = None


class Chat:
    """A private chat with the bot, or a group; keeps every version of every message."""

    __slots__ = ("id", "keyboard", "shown", "standing", "started", "title", "user", "versions")

    def __init__(self, chat_id: int, title: str, user: User | None) -> None:
        self.id = chat_id
        self.title = title
        self.user = user
        self.standing = Standing.MEMBER
        self.started = user is None
        self.shown: dict[int, Message] = {}
        self.versions: list[Message] = []
        self.keyboard: ReplyKeyboard | None = None

    @property
    def is_group(self) -> bool:
        """A group has no single person behind it."""
        return self.user is None

    @property
    def messages(self) -> list[Message]:
        """The newest version of every message, deleted ones too (they carry the mark)."""
        return list(self.shown.values())

    @property
    def visible(self) -> list[Message]:
        """What is on the person's screen now."""
        return [message for message in self.shown.values() if not message.deleted]

    def keep(self, message: Message) -> None:
        """Show a new message or a new version of an old one."""
        self.shown[message.id] = message
        self.versions.append(message)
        if message.removes_reply_keyboard:
            self.keyboard = None
        elif message.reply_keyboard is not None:
            self.keyboard = message.reply_keyboard
