"""What a handler returns: effects as plain data. Handlers never call Telegram; the sender does, after the commit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: a press with callback data (at most 64 bytes), or a link."""

    label: str
    data: str = ""
    url: str = ""


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What the person sees next: edited in place after a press, sent anew after typing."""

    text: str
    buttons: Rows = ()
    toast: str = ""
    fresh: bool = False  # a message of its own even after a press; the old one keeps its text, not its buttons
    keep: bool = False  # the screen before it keeps its buttons: this message is beside the dialog, not in it
    passes: bool = False  # what it says does not stay in the chat: it goes when the next screen comes


@dataclass(frozen=True, slots=True)
class Toast:
    """Only a word over the chat; the screen stays as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class SendFile:
    """A file of DATA_DIR; `path` is relative to it, `name` is what the person sees."""

    path: str
    name: str
    caption: str = ""
    photo: bool = False
    passes: bool = False  # it goes out of the chat a day later


@dataclass(frozen=True, slots=True)
class SendMaterial:
    """A file of a school's materials, by its bytes' digest; `file_id` is of one whose bytes are not kept yet."""

    material_id: int
    digest: str
    name: str
    caption: str = ""
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class LeaveChat:
    """Groups and channels are left at once."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class SetCommands:
    """The command menu of this chat, as (command, description)."""

    commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """A message of the person's own goes out of the chat."""

    message_id: int


Effect: TypeAlias = Screen | Toast | SendFile | SendMaterial | LeaveChat | SetCommands | DeleteMessage
Effects: TypeAlias = Effect | Sequence[Effect] | None


def column(*buttons: Button) -> Rows:
    """One button a line: what a thumb hits."""
    return tuple((button,) for button in buttons)


def as_list(effects: Effects) -> list[Effect]:
    if effects is None:
        return []
    if isinstance(effects, Sequence):
        return list(effects)
    return [effects]


def as_new_messages(effects: Effects) -> list[Effect]:
    """The same effects; no screen takes the place of the message that was pressed."""
    return [replace(effect, fresh=True) if isinstance(effect, Screen) else effect for effect in as_list(effects)]


def passing(effects: Effects) -> list[Effect]:
    """The same effects; what the screens say does not stay in the chat."""
    return [replace(effect, passes=True) if isinstance(effect, Screen) else effect for effect in as_list(effects)]


def with_head(effects: Effects, head: str) -> list[Effect]:
    """The same effects, the first screen begun with a sentence about what has just happened."""
    listed = as_list(effects)
    for number, effect in enumerate(listed):
        if isinstance(effect, Screen):
            listed[number] = replace(effect, text=f"{head}\n\n{effect.text}")
            break
    return listed
