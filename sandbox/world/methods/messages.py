"""Writing: sendMessage, forwardMessage, copyMessage, sendChatAction, deleteMessage(s)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sandbox.world.errors import bad_request
from sandbox.world.html import Formatted
from sandbox.world.keyboards import read_markup
from sandbox.world.methods.access import known_chat, shown_message, writable_chat
from sandbox.world.model import Chat, Message
from sandbox.world.params import Params
from sandbox.world.state import State
from sandbox.world.texts import message_text
from sandbox.world.wire import message_json

DELETABLE_FOR = timedelta(hours=48)
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def new_message(state: State, params: Params, content: Formatted, **carried: Any) -> Message:
    """The bot's message with its keyboard and reply, not shown yet; `carried` is what a file adds."""
    chat = writable_chat(state, params)
    markup = read_markup(params, group=chat.is_group)
    return Message(
        id=next(state.message_ids),
        chat_id=chat.id,
        sender_id=state.bot.id,
        from_bot=True,
        date=state.now(),
        text=content.text,
        entities=content.entities,
        keyboard=markup.inline,
        reply_keyboard=markup.reply,
        removes_reply_keyboard=markup.removes,
        reply_to=_reply_to(chat, params),
        protected=params.flag("protect_content"),
        **carried,
    )


def send_message(state: State, params: Params) -> object:
    """sendMessage."""
    content = message_text(params)
    message = new_message(state, params, content, html=params.text("text"))
    return message_json(state, state.post(state.chats[message.chat_id], message))


def forward_message(state: State, params: Params) -> object:
    """forwardMessage: the same content without buttons, with its origin."""
    copied = _copied(state, params, purpose="forward")
    origin = {"forward_origin": {"type": "hidden_user", "sender_user_name": "—", "date": 0}}
    shown = state.post(state.chats[copied.chat_id], replace(copied, extra=origin))
    return message_json(state, shown)


def copy_message(state: State, params: Params) -> object:
    """copyMessage: only the new id comes back."""
    copied = replace(_copied(state, params, purpose="copy"), keyboard=read_markup(params).inline)
    return {"message_id": state.post(state.chats[copied.chat_id], copied).id}


def send_chat_action(state: State, params: Params) -> object:
    """sendChatAction: nothing stays of it."""
    writable_chat(state, params)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def delete_message(state: State, params: Params) -> object:
    """deleteMessage."""
    chat = known_chat(state, params)
    message = shown_message(chat, params.integer("message_id"), purpose="delete")
    if not _deletable(state, chat, message):
        raise bad_request("message can't be deleted")
    state.delete(chat, message)
    return True


def delete_messages(state: State, params: Params) -> object:
    """deleteMessages: what cannot be deleted is skipped."""
    chat = known_chat(state, params)
    numbers = params.json("message_ids", "message identifiers")
    for number in numbers if isinstance(numbers, list) else []:
        message = chat.shown.get(int(number))
        if message is not None and not message.deleted and _deletable(state, chat, message):
            state.delete(chat, message)
    return True


def _deletable(state: State, chat: Chat, message: Message) -> bool:
    foreign = chat.is_group and not message.from_bot
    return not foreign and state.now() - message.date <= DELETABLE_FOR


def _reply_to(chat: Chat, params: Params) -> int | None:
    given = params.json("reply_parameters", "reply parameters")
    options = given if isinstance(given, dict) else {}
    number = int(options.get("message_id") or params.integer("reply_to_message_id"))
    if not number:
        return None
    message = chat.shown.get(number)
    if message is not None and not message.deleted:
        return number
    if options.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _copied(state: State, params: Params, *, purpose: str) -> Message:
    chat = writable_chat(state, params)
    source = known_chat(state, Params({"chat_id": params.values.get("from_chat_id")}))
    origin = shown_message(source, params.integer("message_id"), purpose=purpose)
    if origin.protected:
        raise bad_request("message can't be forwarded" if purpose == "forward" else "message can't be copied")
    return Message(
        id=next(state.message_ids),
        chat_id=chat.id,
        sender_id=state.bot.id,
        from_bot=True,
        date=state.now(),
        text=origin.text,
        html=origin.html,
        entities=origin.entities,
        document=origin.document,
        media=origin.media,
    )


METHODS = {
    "sendMessage": send_message,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
    "sendChatAction": send_chat_action,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
