"""The calls that screens are made of, as plain values (see `bot.session`)."""

from typing import Any

from bot.session import PlainCall
from handlers.effects import Button, Rows, Screen

Markup = dict[str, Any]  # JSON of the Bot API

NO_PREVIEW: Markup = {"is_disabled": True}


class AnswerPress(PlainCall):
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None


class SendScreen(PlainCall):
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str = "HTML"
    link_preview_options: Markup = NO_PREVIEW
    reply_markup: Markup | None = None


class EditScreen(SendScreen):
    __api_method__ = "editMessageText"

    message_id: int


class StripButtons(PlainCall):
    __api_method__ = "editMessageReplyMarkup"

    chat_id: int
    message_id: int


class DeleteMessage(PlainCall):
    __api_method__ = "deleteMessage"

    chat_id: int
    message_id: int


def send(chat_id: int, screen: Screen) -> SendScreen:
    return SendScreen(chat_id=chat_id, text=screen.text, reply_markup=_keyboard(screen.buttons))


def edit(chat_id: int, message_id: int, screen: Screen) -> EditScreen:
    return EditScreen(chat_id=chat_id, message_id=message_id, text=screen.text, reply_markup=_keyboard(screen.buttons))


def _keyboard(rows: Rows) -> Markup | None:
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]} if rows else None


def _button(button: Button) -> Markup:
    action = {"url": button.url} if button.url else {"callback_data": button.data}
    return {"text": button.label, **action}
