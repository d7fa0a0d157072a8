"""Everything the local Telegram remembers, and the few moves that both sides share."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from sandbox.world.errors import ApiError, Impossible
from sandbox.world.faults import Faults
from sandbox.world.files import Files
from sandbox.world.model import Call, Change, Chat, Json, Message, Now, Press, Toast, User
from sandbox.world.pace import Pace
from sandbox.world.updates import Updates


@dataclass(slots=True)
class BotAccount:
    """The bot as Telegram knows it."""

    id: int
    token: str
    username: str
    name: str
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    def word(self, what: str) -> str:
        """A text of the profile (`description`, `short_description`) for a Russian speaker."""
        return self.words.get((what, "ru")) or self.words.get((what, ""), "")


class State:
    """The memory of the world."""

    def __init__(self, now: Now, *, pace: Pace | None = None, patient: bool = False) -> None:
        self.now = now
        self.pace = pace
        self.account: BotAccount | None = None
        self.users: dict[int, User] = {}
        self.deactivated: set[int] = set()
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.faults = Faults()
        self.updates = Updates(now, patient=patient)
        self.presses: dict[str, Press] = {}
        self.open_presses: dict[str, Press] = {}
        self.toasts: dict[int, list[Toast]] = {}
        self.log: list[Call] = []
        self.listeners: list[Callable[[Change], None]] = []
        self.message_ids = count(1)
        self.query_ids = count(4_000_000_000_000_001)
        self.user_ids = count(7_000_001)
        self.group_ids = count(-1_000_001, -1)

    @property
    def bot(self) -> BotAccount:
        """The one bot of this world."""
        if self.account is None:
            raise Impossible("no bot was added to this world")
        return self.account

    def by_token(self, token: str) -> BotAccount:
        """The bot behind a token, or 401."""
        if self.account is None or token != self.account.token:
            raise ApiError(401, "Unauthorized")
        return self.account

    def tell(self, change: Change) -> None:
        """Let whoever watches know."""
        for listener in self.listeners:
            listener(change)

    def show(self, chat: Chat, message: Message) -> Message:
        """Put a new message, or a new version of one, on the screen."""
        chat.keep(message)
        self.tell(Change("message", chat.id, message=message))
        return message

    def delete(self, chat: Chat, message: Message) -> None:
        """Take a message off the screen."""
        self.show(chat, replace(message, deleted=True))

    def post(self, chat: Chat, message: Message) -> Message:
        """Show a message of the bot, unless it comes too fast for Telegram."""
        self.pace_in(chat)
        return self.show(chat, message)

    def pace_in(self, chat: Chat) -> None:
        """Raise 429 when the bot writes more often than the pace allows."""
        if self.pace is not None:
            self.pace.check(chat.id, self.now(), group=chat.is_group)
