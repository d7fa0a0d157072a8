"""Our values as the JSON that the Bot API speaks."""

from datetime import datetime

from sandbox.world.model import Button, Chat, Entity, Json, Message, Press, Standing, User
from sandbox.world.state import BotAccount, State


def seconds(moment: datetime) -> int:
    """Telegram's dates are whole seconds since 1970."""
    return int(moment.timestamp())


def user_json(user: User) -> Json:
    """A person."""
    given: Json = {
        "id": user.id,
        "is_bot": False,
        "first_name": user.first_name,
        "language_code": user.language_code,
    }
    if user.last_name:
        given["last_name"] = user.last_name
    return given


def bot_json(bot: BotAccount) -> Json:
    """The bot as a user."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def chat_json(chat: Chat) -> Json:
    """A chat; a private one carries the person's name."""
    if chat.user is None:
        return {"id": chat.id, "type": "group", "title": chat.title}
    given: Json = {"id": chat.id, "type": "private", "first_name": chat.user.first_name}
    if chat.user.last_name:
        given["last_name"] = chat.user.last_name
    return given


def message_json(state: State, message: Message) -> Json:
    """A message with whatever it carries."""
    chat = state.chats[message.chat_id]
    sender = bot_json(state.bot) if message.from_bot else user_json(state.users[message.sender_id])
    given: Json = {
        "message_id": message.id,
        "from": sender,
        "chat": chat_json(chat),
        "date": seconds(message.date),
    }
    if message.edited is not None:
        given["edit_date"] = seconds(message.edited)
    if message.reply_to is not None and (origin := chat.shown.get(message.reply_to)):
        given["reply_to_message"] = message_json(state, origin)
    given |= message.extra or {}
    given |= _content(message)
    if message.keyboard:
        given["reply_markup"] = {"inline_keyboard": [list(map(_button, row)) for row in message.keyboard]}
    if message.protected:
        given["has_protected_content"] = True
    return given


def press_json(state: State, press: Press) -> Json:
    """A callback query."""
    chat = state.chats[press.chat_id]
    message = chat.shown.get(press.message_id)
    if message is None or message.deleted:
        shown: Json = {"message_id": press.message_id, "chat": chat_json(chat), "date": 0}
    else:
        shown = message_json(state, message)
    return {
        "id": press.query_id,
        "from": user_json(state.users[press.user_id]),
        "message": shown,
        "chat_instance": str(press.chat_id),
        "data": press.data,
    }


def member_json(state: State, chat: Chat, by: User, before: Standing, after: Standing) -> Json:
    """my_chat_member: the bot's place in a chat changed."""
    bot = bot_json(state.bot)
    return {
        "chat": chat_json(chat),
        "from": user_json(by),
        "date": seconds(state.now()),
        "old_chat_member": _member(bot, before),
        "new_chat_member": _member(bot, after),
    }


def _member(bot: Json, standing: Standing) -> Json:
    given: Json = {"user": bot, "status": standing.value}
    if standing is Standing.KICKED:
        given["until_date"] = 0
    return given


def _content(message: Message) -> Json:
    given: Json = dict(message.media or {})
    words, marks = ("caption", "caption_entities") if given else ("text", "entities")
    if message.text:
        given[words] = message.text
    if message.entities:
        given[marks] = [_entity(entity) for entity in message.entities]
    return given


def _entity(entity: Entity) -> Json:
    given: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url:
        given["url"] = entity.url
    if entity.language:
        given["language"] = entity.language
    return given


def _button(button: Button) -> Json:
    given: Json = {"text": button.label}
    if button.data is not None:
        given["callback_data"] = button.data
    elif button.url is not None:
        given["url"] = button.url
    elif button.copy_text is not None:
        given["copy_text"] = {"text": button.copy_text}
    return given
