"""The command menu of a chat follows the person's role, whoever changed it and wherever."""

from functools import cache
from typing import Any
from zlib import crc32

from aiogram.dispatcher.event.bases import UNHANDLED

from handlers import menus
from handlers.effects import SetCommands, as_list
from mentoring import access
from mentoring.access import Actor
from storage.tx import Tx


@cache
def mark_of(commands: tuple[tuple[str, str], ...]) -> int:
    """Another number for another menu, in a newer version of the bot too."""
    return crc32(repr(commands).encode())


async def renewed(tx: Tx, actor: Actor, effects: Any) -> Any:
    """The same effects; with the commands of the actor's role when the chat was given others before.

    A press that gives a role to somebody reaches that person's chat at their own next word or press.
    """
    if effects is UNHANDLED:
        return effects
    listed = as_list(effects)
    given = next((effect for effect in listed if isinstance(effect, SetCommands)), None)
    if given is None and actor.account_id is None:
        return effects
    wanted = given or menus.commands(actor)
    mark = mark_of(wanted.commands)
    if mark == actor.command_set:
        return effects
    await access.remember_commands(tx, actor.external_id, mark)
    return listed if given else [*listed, wanted]
