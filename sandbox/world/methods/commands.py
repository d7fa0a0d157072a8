"""The bot's command menu: per scope and language."""

import re
from typing import Any

from sandbox.world.errors import bad_request
from sandbox.world.model import Change, Json
from sandbox.world.params import Params
from sandbox.world.state import State

COMMANDS_LIMIT = 100
_NAME = re.compile(r"[a-z0-9_]+")
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


def set_commands(state: State, params: Params) -> object:
    """setMyCommands."""
    given = params.json("commands", "commands")
    if not isinstance(given, list):
        raise bad_request("can't parse commands list")
    if len(given) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.bot.commands[_key(state, params)] = list(map(_command, given))
    state.tell(Change("commands", 0))
    return True


def get_commands(state: State, params: Params) -> object:
    """getMyCommands: exactly this scope and language, without falling back."""
    return state.bot.commands.get(_key(state, params), [])


def delete_commands(state: State, params: Params) -> object:
    """deleteMyCommands."""
    state.bot.commands.pop(_key(state, params), None)
    state.tell(Change("commands", 0))
    return True


def commands_in(state: State, chat_id: int) -> list[Json]:
    """The menu that a Russian speaker sees in a private chat: the narrowest scope wins."""
    for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
        for language in ("ru", ""):
            if menu := state.bot.commands.get((scope, language)):
                return menu
    return []


def _key(state: State, params: Params) -> tuple[str, str]:
    given = params.json("scope", "BotCommandScope")
    scope: dict[str, Any] = given if isinstance(given, dict) else {"type": "default"}
    kind = str(scope.get("type"))
    language = params.text("language_code")
    if kind in _SCOPES:
        return kind, language
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    try:
        chat_id = int(scope["chat_id"])
    except (KeyError, ValueError):
        raise bad_request("chat not found") from None
    if chat_id not in state.chats or not state.chats[chat_id].started:
        raise bad_request("chat not found")
    return f"{kind}:{chat_id}", language


def _command(given: dict[str, Any]) -> Json:
    name = str(given.get("command") or "").removeprefix("/")
    description = str(given.get("description") or "").strip()
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    return {"command": name, "description": description}


METHODS = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
}
