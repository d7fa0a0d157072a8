"""Edits: only the bot's own messages, only when something changes; buttons not repeated are gone."""

from dataclasses import replace

from sandbox.world.errors import bad_request
from sandbox.world.keyboards import read_inline
from sandbox.world.methods.access import known_chat, shown_message
from sandbox.world.model import Chat, Message
from sandbox.world.params import Params
from sandbox.world.state import State
from sandbox.world.texts import caption, message_text
from sandbox.world.wire import message_json

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(state: State, params: Params) -> object:
    """editMessageText."""
    content = message_text(params)
    chat, message = _editable(state, params)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    edited = replace(
        message,
        text=content.text,
        entities=content.entities,
        html=params.text("text"),
        keyboard=read_inline(params),
    )
    return _save(state, chat, message, edited)


def edit_caption(state: State, params: Params) -> object:
    """editMessageCaption."""
    content = caption(params)
    chat, message = _editable(state, params)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    document = message.document and replace(message.document, caption=content.text)
    edited = replace(
        message,
        text=content.text,
        entities=content.entities,
        html=params.text("caption"),
        document=document,
        keyboard=read_inline(params),
    )
    return _save(state, chat, message, edited)


def edit_markup(state: State, params: Params) -> object:
    """editMessageReplyMarkup."""
    chat, message = _editable(state, params)
    return _save(state, chat, message, replace(message, keyboard=read_inline(params)))


def _editable(state: State, params: Params) -> tuple[Chat, Message]:
    chat = known_chat(state, params)
    message = shown_message(chat, params.integer("message_id"), purpose="edit")
    if not message.from_bot or message.reply_keyboard is not None or message.removes_reply_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def _save(state: State, chat: Chat, message: Message, edited: Message) -> object:
    before = (message.text, message.entities, message.keyboard)
    if before == (edited.text, edited.entities, edited.keyboard):
        raise bad_request(_NOT_MODIFIED)
    state.pace_in(chat)
    return message_json(state, state.show(chat, replace(edited, edited=state.now())))


METHODS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
}
