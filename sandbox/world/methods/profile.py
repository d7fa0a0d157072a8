"""Who the bot is, what it says of itself, the webhook, and leaving chats."""

import re
from collections.abc import Callable
from functools import partial

from sandbox.world import wire
from sandbox.world.errors import bad_request
from sandbox.world.methods.access import known_chat
from sandbox.world.model import Change, Json, Standing, User
from sandbox.world.params import Params
from sandbox.world.state import State

_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def get_me(state: State, _: Params) -> object:
    """getMe."""
    return wire.bot_json(state.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


def set_word(state: State, params: Params, *, what: str) -> object:
    """setMyName, setMyDescription, setMyShortDescription."""
    text = params.text(what)
    if len(text) > _LIMITS[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    state.bot.words[what, params.text("language_code")] = text
    state.tell(Change("commands", 0))
    return True


def get_word(state: State, params: Params, *, what: str) -> object:
    """getMyName, getMyDescription, getMyShortDescription."""
    words = state.bot.words
    text = words.get((what, params.text("language_code"))) or words.get((what, ""), "")
    return {what: text or (state.bot.name if what == "name" else "")}


def get_chat(state: State, params: Params) -> object:
    """getChat."""
    chat = known_chat(state, params)
    return wire.chat_json(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


def leave_chat(state: State, params: Params) -> object:
    """leaveChat: groups only."""
    chat = known_chat(state, params)
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    before, chat.standing = chat.standing, Standing.LEFT
    bot = User(state.bot.id, state.bot.name)
    state.updates.push("my_chat_member", wire.member_json(state, chat, bot, before, Standing.LEFT))
    return True


def set_webhook(state: State, params: Params) -> object:
    """setWebhook: stored; an empty address deletes it."""
    url = params.text("url")
    if not _SECRET.fullmatch(params.text("secret_token")):
        raise bad_request("secret token contains unallowed characters")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    state.updates.allow(params.json("allowed_updates", "allowed updates"))
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    info: Json = {"url": url, "secret_token": params.text("secret_token")} if url else {}
    state.updates.set_webhook(info)
    return True


def delete_webhook(state: State, params: Params) -> object:
    """deleteWebhook."""
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    state.updates.set_webhook({})
    return True


def get_webhook_info(state: State, _: Params) -> object:
    """getWebhookInfo."""
    return {
        "url": state.updates.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
    }


def nothing_to_do(_: State, __: Params) -> object:
    """close and logOut need nothing here."""
    return True


METHODS: dict[str, Callable[[State, Params], object]] = {
    "getMe": get_me,
    "setMyName": partial(set_word, what="name"),
    "getMyName": partial(get_word, what="name"),
    "setMyDescription": partial(set_word, what="description"),
    "getMyDescription": partial(get_word, what="description"),
    "setMyShortDescription": partial(set_word, what="short_description"),
    "getMyShortDescription": partial(get_word, what="short_description"),
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "close": nothing_to_do,
    "logOut": nothing_to_do,
}
