"""What a second process makes different in a lane's commit: rows that are done, answers that wait in the table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.envelopes import Outgoing
from storage import inbox, outbox
from storage.inbox import InboxRow
from storage.tx import Tx


async def still_open(tx: Tx, rows: Sequence[InboxRow], *, doubted: bool) -> set[int]:
    """The seqs of all of them, unless it is `doubted`: somebody else works here, or a commit was not heard of."""
    seqs = [row.seq for row in rows]
    return await inbox.open_among(tx, seqs) if doubted else set(seqs)


async def in_flight(tx: Tx, said: Sequence[Outgoing]) -> list[Outgoing]:
    """Of what answers a row that is done: ours to say, unless it was the deputy who has done the row."""
    return [item for item in said if item.row is None or await outbox.in_flight(tx, item.row.key)]


async def stored(tx: Tx, outgoing: Sequence[Outgoing], now: datetime, *, shared: bool) -> list[Outgoing]:
    """What is to be pushed after the commit. An answer stands behind those that the deputy has left in its chat."""
    waiting = set(await outbox.answered_later(tx)) if shared else set[int]()
    at_once = [item for item in outgoing if item.chat_id not in waiting]
    later = [item for item in outgoing if item.chat_id in waiting]
    await outbox.replies(tx, [item.row for item in at_once if item.row], now)
    await outbox.replies_later(tx, [item.row for item in later if item.row], now)
    return at_once + [replace(item, row=None) for item in later if item.press]
