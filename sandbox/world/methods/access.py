"""May the bot do this here? The checks every method about a chat or a message begins with."""

from sandbox.world.errors import bad_request, forbidden
from sandbox.world.model import Chat, Message, Standing
from sandbox.world.params import Params
from sandbox.world.state import State


def known_chat(state: State, params: Params) -> Chat:
    """The chat of a call; the bot must have met it."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = state.chats.get(params.chat_id() or 0)
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    if chat.is_group and chat.standing is Standing.KICKED:
        raise forbidden("bot was kicked from the group chat")
    if chat.is_group and chat.standing is Standing.LEFT:
        raise forbidden("bot is not a member of the group chat")
    return chat


def writable_chat(state: State, params: Params) -> Chat:
    """A chat that takes new messages: nobody blocked the bot or left Telegram."""
    chat = known_chat(state, params)
    if chat.id in state.deactivated:
        raise forbidden("user is deactivated")
    if chat.standing is Standing.KICKED:
        raise forbidden("bot was blocked by the user")
    return chat


def shown_message(chat: Chat, message_id: int, *, purpose: str) -> Message:
    """A message that is still there, or `message to … not found`."""
    message = chat.shown.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"message to {purpose} not found")
    return message
