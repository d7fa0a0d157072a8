"""What people do in their clients; each deed becomes an update for the bot."""

import re
from dataclasses import replace
from typing import Any

from sandbox.world import wire
from sandbox.world.errors import Impossible
from sandbox.world.methods.files import document_wire, photo_wire
from sandbox.world.model import Button, Change, Chat, Document, Json, Message, Press, Standing
from sandbox.world.state import State
from sandbox.world.texts import find_entities

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PICTURE = b"\x89PNG\r\n\x1a\n"


class People:
    """The person's half of `World`."""

    state: State

    def start(self, user_id: int, payload: str = "") -> Message:
        """Press «Начать», or open a deep link; a payload Telegram does not take is dropped.

        Someone who had blocked the bot unblocks it first, as the client's «Перезапустить» does.
        """
        if self._private(user_id).standing is Standing.KICKED:
            self.unblock(user_id)
        return self.say(user_id, f"/start {payload}" if PAYLOAD.fullmatch(payload) else "/start")

    def say(self, user_id: int, text: str) -> Message:
        """Send a text."""
        return self._write(user_id, text=text, html=text, entities=find_entities(text))

    def press_reply(self, user_id: int, label: str) -> Message:
        """Press a button of the reply keyboard: the client sends its label."""
        return self.say(user_id, label)

    def forward(self, user_id: int, text: str) -> Message:
        """Forward somebody's message whose author hides the account."""
        date = wire.seconds(self.state.now())
        origin = {"type": "hidden_user", "sender_user_name": "Некто", "date": date}
        return self._write(user_id, text=text, html=text, extra={"forward_origin": origin})

    def send_file(self, user_id: int, name: str, content: bytes, caption: str = "") -> Message:
        """Send a document."""
        file_id = self.state.files.add(name, content)
        return self._write(
            user_id,
            text=caption,
            html=caption,
            document=Document(name, content, caption, file_id),
            media={"document": document_wire(self.state, file_id)},
        )

    def send_photo(self, user_id: int, caption: str = "") -> Message:
        """Send a picture."""
        file_id = self.state.files.add("photo.png", _PICTURE)
        return self._write(user_id, text=caption, html=caption, media={"photo": photo_wire(self.state, file_id)})

    def send_voice(self, user_id: int) -> Message:
        """Send a voice message."""
        return self._write(user_id, media={"voice": self._sound("voice.ogg", duration=3)})

    def send_video_note(self, user_id: int) -> Message:
        """Send a round video."""
        return self._write(user_id, media={"video_note": self._sound("note.mp4", duration=3, length=240)})

    def send_sticker(self, user_id: int) -> Message:
        """Send a sticker."""
        sticker = self._sound("sticker.webp", width=512, height=512, type="regular", emoji="🙂")
        return self._write(user_id, media={"sticker": sticker | {"is_animated": False, "is_video": False}})

    def send_contact(self, user_id: int) -> Message:
        """Share a contact with an invented number."""
        return self._write(user_id, media={"contact": {"phone_number": "+70000000000", "first_name": "Имя"}})

    def send_location(self, user_id: int) -> Message:
        """Share a place."""
        return self._write(user_id, media={"location": {"latitude": 55.75, "longitude": 37.62}})

    def press(self, user_id: int, message_id: int, label: str, *, times: int = 1) -> list[str]:
        """Press an inline button as the message stands now; the query ids come back.

        The label is matched exactly, else as the only label that begins so.
        """
        message = self._shown(user_id, message_id)
        button = find_button(message, label)
        if button.data is None:
            raise Impossible(f"the button «{button.label}» sends nothing to the bot")
        return [self.press_data(user_id, message_id, button.data) for _ in range(times)]

    def press_data(self, user_id: int, message_id: int, data: str) -> str:
        """Press a button that may no longer be there: an old screen, or a forged one."""
        chat = self._able(user_id)
        query_id = str(next(self.state.query_ids))
        press = Press(query_id, user_id, chat.id, message_id, data, self.state.now())
        self.state.presses[query_id] = self.state.open_presses[query_id] = press
        self.state.tell(Change("press", user_id))
        self.state.updates.push("callback_query", wire.press_json(self.state, press))
        return query_id

    def press_arrives_again(self, query_id: str) -> None:
        """The client re-sends a query it saw no answer to: same query, new update."""
        press = self.state.presses[query_id]
        self.state.updates.push("callback_query", wire.press_json(self.state, press))

    def edit_own(self, user_id: int, message_id: int, text: str) -> Message:
        """Edit one's own message."""
        message = self._shown(user_id, message_id)
        if message.sender_id != user_id:
            raise Impossible("only one's own message can be edited")
        edited = replace(message, text=text, html=text, entities=find_entities(text), edited=self.state.now())
        self.state.show(self.state.chats[user_id], edited)
        self.state.updates.push("edited_message", wire.message_json(self.state, edited))
        return edited

    def delete(self, user_id: int, message_id: int) -> None:
        """Delete a message for both sides; the bot is not told."""
        self.state.delete(self.state.chats[user_id], self._shown(user_id, message_id))

    def block(self, user_id: int) -> None:
        """Block the bot."""
        self._stand(user_id, Standing.KICKED)

    def unblock(self, user_id: int) -> None:
        """Unblock the bot."""
        self._stand(user_id, Standing.MEMBER)

    def deactivate(self, user_id: int) -> None:
        """Delete the account: Telegram reports it as a block, and refuses messages in other words."""
        self._stand(user_id, Standing.KICKED)
        self.state.deactivated.add(user_id)

    def _stand(self, user_id: int, after: Standing) -> None:
        chat = self._private(user_id)
        before, chat.standing = chat.standing, after
        if before is after or not chat.started:
            return
        member = wire.member_json(self.state, chat, self.state.users[user_id], before, after)
        self.state.updates.push("my_chat_member", member)
        self.state.tell(Change("standing", chat.id))

    def _private(self, user_id: int) -> Chat:
        if user_id not in self.state.chats:
            raise Impossible(f"there is no person {user_id}")
        return self.state.chats[user_id]

    def _able(self, user_id: int) -> Chat:
        chat = self._private(user_id)
        if chat.standing is not Standing.MEMBER or user_id in self.state.deactivated:
            raise Impossible("the client offers only «Перезапустить» after a block")
        chat.started = True
        return chat

    def _shown(self, user_id: int, message_id: int) -> Message:
        message = self._private(user_id).shown.get(message_id)
        if message is None or message.deleted:
            raise Impossible(f"there is no message {message_id} on the screen")
        return message

    def _write(self, user_id: int, **content: Any) -> Message:
        chat = self._able(user_id)
        message = Message(
            id=next(self.state.message_ids),
            chat_id=chat.id,
            sender_id=user_id,
            from_bot=False,
            date=self.state.now(),
            **content,
        )
        self.state.show(chat, message)
        self.state.updates.push("message", wire.message_json(self.state, message))
        return message

    def _sound(self, name: str, **properties: object) -> Json:
        return self.state.files.wire(self.state.files.add(name, b"\0" * 64)) | properties


def find_button(message: Message, label: str) -> Button:
    """The button with this label, else the only one whose label begins so."""
    exact = [button for button in message.buttons if button.label == label]
    found = exact or [button for button in message.buttons if button.label.startswith(label)]
    if len(found) == 1 or exact:
        return found[0]
    labels = ", ".join(f"«{button.label}»" for button in message.buttons) or "none"
    raise Impossible(f"no single button «{label}» in message {message.id}; there are: {labels}")
