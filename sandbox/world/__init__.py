"""A Telegram in memory: people on one side, the Bot API on the other, every rule a bot can meet between."""

from sandbox.world.errors import ApiError, HtmlAnswer, Impossible, LostAnswer, NotArrived, WireFault
from sandbox.world.faults import DOWNLOAD, Fault, FaultKind, Faults
from sandbox.world.model import (
    Button,
    Call,
    Change,
    Chat,
    Document,
    Entity,
    Message,
    Press,
    ReplyKeyboard,
    Standing,
    Toast,
    UploadedFile,
    User,
)
from sandbox.world.pace import Pace, Rates
from sandbox.world.world import World

__all__ = [
    "DOWNLOAD",
    "ApiError",
    "Button",
    "Call",
    "Change",
    "Chat",
    "Document",
    "Entity",
    "Fault",
    "FaultKind",
    "Faults",
    "HtmlAnswer",
    "Impossible",
    "LostAnswer",
    "Message",
    "NotArrived",
    "Pace",
    "Press",
    "Rates",
    "ReplyKeyboard",
    "Standing",
    "Toast",
    "UploadedFile",
    "User",
    "WireFault",
    "World",
]
