"""Messages of the outbox of which nobody knows whether they arrived."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Doubt:
    """A chat with messages of which nobody knows whether they arrived, and since when."""

    chat_id: int
    messages: int
    since: datetime


async def since(tx: Tx, after: datetime) -> list[Doubt]:
    """Messages whose fate was not known at some moment after this one."""
    return await tx.all(
        Doubt,
        """SELECT chat_id, COUNT(*) AS messages, MAX(ended_at) AS since FROM outbox
           WHERE state = 'unknown' AND ended_at > :after GROUP BY chat_id ORDER BY chat_id""",
        after=after,
    )


async def settle(tx: Tx, chat_id: int, before: datetime) -> int:
    """A person who speaks has seen what stands in the chat."""
    return await tx.run(
        """UPDATE outbox SET state = 'sent', reason = 'heard'
           WHERE chat_id = :chat_id AND state = 'unknown' AND ended_at < :before""",
        chat_id=chat_id,
        before=before,
    )
