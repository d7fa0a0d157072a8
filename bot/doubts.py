"""Messages of which nobody knows whether they arrived: counted at start, settled by what a person does next."""

from datetime import datetime, timedelta

from storage import doubts
from storage.tx import Tx

REMEMBERED = timedelta(days=7)
SETTLED_AFTER = timedelta(minutes=1)


class Doubts:
    """The chats that have such messages; an update of any other chat costs nothing."""

    def __init__(self) -> None:
        self._since: dict[int, datetime] = {}

    async def load(self, tx: Tx, now: datetime) -> int:
        """How many messages are in doubt."""
        found = await doubts.since(tx, now - REMEMBERED)
        self._since = {doubt.chat_id: doubt.since for doubt in found}
        return sum(doubt.messages for doubt in found)

    def add(self, chat_id: int, now: datetime) -> None:
        self._since[chat_id] = now

    async def heard(self, tx: Tx, chat_id: int, at: datetime) -> None:
        """Forgotten only when there was nothing left to settle: this transaction may yet be rolled back."""
        since = self._since.get(chat_id)
        if since is None or at <= since:
            return
        if not await doubts.settle(tx, chat_id, at) and at - since > SETTLED_AFTER:
            del self._since[chat_id]
