"""Groups: the bot is added, hears what its privacy mode lets through, and may be removed."""

import re

from sandbox.world import wire
from sandbox.world.errors import Impossible
from sandbox.world.model import Chat, Message, Standing, User
from sandbox.world.state import State
from sandbox.world.texts import find_entities

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]+))?(?:\s|$)")


class Groups:
    """The group part of `World`."""

    state: State

    def add_to_group(self, user_id: int, title: str) -> int:
        """A person makes a group with the bot in it; the chat's id comes back."""
        chat = Chat(next(self.state.group_ids), title, None)
        self.state.chats[chat.id] = chat
        self._moved(chat, self.state.users[user_id], Standing.LEFT, Standing.MEMBER)
        return chat.id

    def remove_from_group(self, user_id: int, chat_id: int) -> None:
        """Someone throws the bot out."""
        chat = self.state.chats[chat_id]
        before, chat.standing = chat.standing, Standing.KICKED
        self._moved(chat, self.state.users[user_id], before, Standing.KICKED)

    def say_in_group(self, chat_id: int, user_id: int, text: str, *, reply_to: int | None = None) -> Message:
        """Somebody writes in a group; the bot hears commands, mentions and replies to itself only."""
        chat = self.state.chats[chat_id]
        if chat.standing is not Standing.MEMBER:
            raise Impossible("the bot is not in this group")
        message = Message(
            id=next(self.state.message_ids),
            chat_id=chat_id,
            sender_id=user_id,
            from_bot=False,
            date=self.state.now(),
            text=text,
            html=text,
            entities=find_entities(text),
            reply_to=reply_to,
        )
        self.state.show(chat, message)
        if self._is_heard(chat, message):
            self.state.updates.push("message", wire.message_json(self.state, message))
        return message

    def _is_heard(self, chat: Chat, message: Message) -> bool:
        username = self.state.bot.username.lower()
        origin = chat.shown.get(message.reply_to or 0)
        if origin is not None and origin.from_bot:
            return True
        if command := _COMMAND.match(message.text):
            return (command[1] or username).lower() == username
        return f"@{username}" in message.text.lower()

    def _moved(self, chat: Chat, by: User, before: Standing, after: Standing) -> None:
        member = wire.member_json(self.state, chat, by, before, after)
        self.state.updates.push("my_chat_member", member)
