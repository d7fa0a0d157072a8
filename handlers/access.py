"""What a handler is given, and who may reach it: guards stand on routers, first."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from handlers import command_menu
from handlers.effects import as_new_messages
from handlers.presses import Act, Deed, Go, Meant, Press, Spot, unpack
from mentoring import people, reach
from mentoring.access import Member
from mentoring.filling import Turn
from storage.vocabulary import PersonState


async def provide(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """The update's outer middleware: `member` and `press` beside the lane's `tx`, `now` and `actor`; commands after.

    A button that was meant for one of an account's people opens that person's school first.
    """
    query = event.callback_query if isinstance(event, Update) else None
    press = unpack(query.data or "") if query else None
    beside = isinstance(press, Meant) and press.beside
    if isinstance(press, Meant):
        renewed = await people.act_as(data["tx"], data["actor"], press.person_id)
        data["actor"], press = renewed or data["actor"], press.press if renewed else None
    if not data["actor"].reachable and _speaks(event):
        await reach.found(data["tx"], data["actor"].external_id)
    data["member"] = data["actor"].member
    data["press"] = press
    effects = await handler(event, data)
    return await command_menu.renewed(data["tx"], data["actor"], as_new_messages(effects) if beside else effects)


def _speaks(event: TelegramObject) -> bool:
    """Whoever writes or presses in the bot's own chat has not stopped it; in a group that says nothing."""
    if not isinstance(event, Update):
        return False
    message = event.callback_query.message if event.callback_query else event.message
    return message is not None and message.chat.type == ChatType.PRIVATE


class NotPrivate(Filter):
    """Groups and channels."""

    async def __call__(self, event: TelegramObject) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        chat = getattr(message, "chat", None)
        return chat is not None and chat.type != ChatType.PRIVATE


class Stranger(Filter):
    """Nobody of any school: gets one polite line, whatever they do."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is None


class Waiting(Filter):
    """Came by the staff room's link and is not let in yet."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.state is PersonState.WAITING


class Leads(Filter):
    """A coordinator, also before the notice is read."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.coordinates


class Coordinates(Filter):
    """Has read the notice and named the school: before that everything leads there."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.at_work


class ReadsSummary(Filter):
    """A director: numbers without names."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.reads_summary


class Counsels(Filter):
    """A psychologist: names and days of those who have signed up."""

    async def __call__(self, _event: TelegramObject, member: Member | None) -> bool:
        return member is not None and member.counsels


class Opens(Filter):
    """A press that opens one of these screens."""

    def __init__(self, *spots: Spot) -> None:
        self._spots = frozenset(spots)

    async def __call__(self, _event: TelegramObject, press: Press | None) -> bool:
        return isinstance(press, Go) and press.to in self._spots


class Does(Filter):
    """A press that does one of these acts."""

    def __init__(self, *deeds: Deed) -> None:
        self._deeds = frozenset(deeds)

    async def __call__(self, _event: TelegramObject, press: Press | None) -> bool:
        return isinstance(press, Act) and press.deed in self._deeds


class Turns(Filter):
    """A press of somebody of a school inside a dialog."""

    async def __call__(self, _event: TelegramObject, press: Press | None, member: Member | None) -> bool:
        return isinstance(press, Turn) and member is not None


class Says(Filter):
    """A message that is one of these words or commands, in any case."""

    def __init__(self, *words: str) -> None:
        self._words = frozenset(_folded(word) for word in words)

    async def __call__(self, event: Message) -> bool:
        return word_of(event) in self._words


class HasText(Filter):
    """The person's own words: no command is ever an answer, a code or a surname."""

    async def __call__(self, event: Message) -> bool:
        return bool(event.text) and not word_of(event).startswith("/") and event.forward_origin is None


def word_of(message: Message) -> str:
    """A command without its bot's name and arguments, or the folded text."""
    word = _folded(message.text or "")
    return word.split()[0].partition("@")[0] if word.startswith("/") else word


def _folded(text: str) -> str:
    return text.strip().casefold().replace("ё", "е").strip(" .!«»")
