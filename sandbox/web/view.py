"""The world as the page wants it: plain JSON, links to files, nothing the page would have to guess."""

from urllib.parse import quote

from sandbox.demo import Player
from sandbox.world import Button, Chat, Message, Press, Toast
from sandbox.world.model import Entity, Json

_CARRIED = {
    "photo": "Фотография",
    "voice": "Голосовое сообщение",
    "video_note": "Видеосообщение",
    "sticker": "Стикер",
    "contact": "Контакт",
    "location": "Геопозиция",
}


def message_view(message: Message) -> Json:
    """One message on the screen."""
    carried = next((words for kind, words in _CARRIED.items() if kind in (message.media or {})), None)
    return {
        "id": message.id,
        "chat": message.chat_id,
        "mine": not message.from_bot,
        "text": message.text,
        "entities": [_entity(entity) for entity in message.entities],
        "keyboard": [[_button(button) for button in row] for row in message.keyboard],
        "document": _document(message),
        "picture": _picture(message),
        "carried": carried,
        "forwarded": "forward_origin" in (message.extra or {}),
        "replyTo": message.reply_to,
        "date": message.date.isoformat(),
        # As the client does: under inline buttons the mark is hidden.
        "edited": message.edited is not None and not message.keyboard,
        "deleted": message.deleted,
    }


def person_view(player: Player, chat: Chat, spinners: list[Press], commands: list[Json]) -> Json:
    """One person of the list, without the messages."""
    return {
        "id": player.user_id,
        "name": f"{player.first_name} {player.last_name}",
        "who": player.who,
        "started": chat.started,
        "blocked": chat.standing != "member",
        "commands": commands,
        "replyKeyboard": _reply_keyboard(chat),
        "spinners": [{"query": press.query_id, "message": press.message_id, "data": press.data} for press in spinners],
    }


def toast_view(toast: Toast | None) -> Json | None:
    """The answer to a press."""
    if toast is None:
        return None
    return {"text": toast.text, "alert": toast.alert, "query": toast.query_id}


def _entity(entity: Entity) -> Json:
    return {
        "type": entity.type,
        "offset": entity.offset,
        "length": entity.length,
        "url": entity.url,
        "language": entity.language,
    }


def _button(button: Button) -> Json:
    return {"label": button.label, "data": button.data, "url": button.url, "copy": button.copy_text}


def _document(message: Message) -> Json | None:
    if message.document is None or "photo" in (message.media or {}):
        return None
    name = message.document.name
    address = f"/ui/files/{message.chat_id}/{message.id}/{quote(name, safe='')}"
    return {"name": name, "size": len(message.document.content), "href": address}


def _picture(message: Message) -> str | None:
    if message.document is None or "photo" not in (message.media or {}):
        return None
    return f"/ui/files/{message.chat_id}/{message.id}/picture"


def _reply_keyboard(chat: Chat) -> list[list[str]]:
    return [list(row) for row in chat.keyboard.rows] if chat.keyboard is not None else []
