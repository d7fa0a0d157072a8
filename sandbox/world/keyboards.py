"""Reply markup: what Telegram takes, and the words it refuses the rest with."""

import json
import re
from dataclasses import dataclass
from typing import Any

from sandbox.world.errors import bad_request
from sandbox.world.model import Button, ReplyKeyboard
from sandbox.world.params import Params

DATA_LIMIT_BYTES = 64
BUTTONS_LIMIT = 100
MARKUP_LIMIT_BYTES = 10 * 1024
_URL = re.compile(r"(?:tg://\S+|(?:https?://)?(?:[^\s/@]+@)?[^\s/:?#.]+(?:\.[^\s/:?#.]+)+(?::\d+)?(?:[/?#]\S*)?)")
_OTHER_ACTIONS = {
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
}


@dataclass(frozen=True, slots=True)
class Markup:
    """The keyboard part of a message."""

    inline: tuple[tuple[Button, ...], ...] = ()
    reply: ReplyKeyboard | None = None
    removes: bool = False


def read_markup(params: Params, *, group: bool = False) -> Markup:
    """The `reply_markup` of a new message."""
    given = params.json("reply_markup", "reply keyboard markup")
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(inline=_inline(given))
    if "keyboard" in given:
        return Markup(reply=_reply(given, group=group))
    return Markup(removes=given.get("remove_keyboard") is True)


def read_inline(params: Params) -> tuple[tuple[Button, ...], ...]:
    """The `reply_markup` of an edit; nothing given means no buttons."""
    markup = read_markup(params)
    if markup.reply is not None or markup.removes:
        raise bad_request("inline keyboard expected")
    return markup.inline


def _inline(given: dict[str, Any]) -> tuple[tuple[Button, ...], ...]:
    rows = given["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('can\'t parse inline keyboard: Field "inline_keyboard" must be an Array of Arrays')
    if sum(map(len, rows)) > BUTTONS_LIMIT or len(json.dumps(rows, ensure_ascii=False).encode()) > MARKUP_LIMIT_BYTES:
        raise bad_request("reply markup is too long")
    return tuple(tuple(map(_button, row)) for row in rows if row)


def _button(given: dict[str, Any]) -> Button:
    label = str(given.get("text") or "").strip()
    if not label:
        raise bad_request("inline keyboard button text must be non-empty")
    if (data := given.get("callback_data")) is not None:
        if not 1 <= len(str(data).encode()) <= DATA_LIMIT_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return Button(label, data=str(data))
    if (url := given.get("url")) is not None:
        if not _URL.fullmatch(str(url)):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return Button(label, url=str(url))
    if copied := given.get("copy_text"):
        return Button(label, copy_text=str(copied["text"]))
    if not _OTHER_ACTIONS & given.keys():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return Button(label)


def _reply(given: dict[str, Any], *, group: bool) -> ReplyKeyboard:
    rows = []
    for row in given["keyboard"]:
        buttons = [{"text": button} if isinstance(button, str) else button for button in row]
        if group and any(button.get("request_contact") for button in buttons):
            raise bad_request("phone number can be requested in private chats only")
        labels = tuple(str(button.get("text") or "") for button in buttons)
        if not all(labels):
            raise bad_request("keyboard button text must be non-empty")
        rows.append(labels)
    if sum(map(len, rows)) > BUTTONS_LIMIT * 3:
        raise bad_request("reply markup is too long")
    return ReplyKeyboard(
        tuple(rows),
        one_time=bool(given.get("one_time_keyboard")),
        placeholder=str(given.get("input_field_placeholder") or ""),
    )
