"""What came and is not done yet; a row is committed before Telegram is told "received"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update on its way in. `kind` is 'update' from Telegram, 'job' from our own worker."""

    bot_id: int
    update_id: int
    kind: str
    lane: int
    body: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    seq: int
    kind: str
    lane: int
    body: str
    tries: int
    received_at: datetime


async def receive(tx: Tx, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Keep what is new; what came before (the same bot, kind and update id) is dropped."""
    await tx.run_many(
        """INSERT INTO inbox (bot_id, update_id, kind, lane, body, received_at)
           VALUES (:bot_id, :update_id, :kind, :lane, :body, :now)
           ON CONFLICT (bot_id, kind, update_id) DO NOTHING""",
        [
            {
                "bot_id": arrival.bot_id,
                "update_id": arrival.update_id,
                "kind": arrival.kind,
                "lane": arrival.lane,
                "body": arrival.body,
                "now": now,
            }
            for arrival in arrivals
        ],
    )


async def open_rows(tx: Tx, after_seq: int, limit: int) -> list[InboxRow]:
    return await tx.all(
        InboxRow,
        """SELECT seq, kind, lane, body, tries, received_at FROM inbox
           WHERE state = 'new' AND seq > :after_seq ORDER BY seq LIMIT :limit""",
        after_seq=after_seq,
        limit=limit,
    )


async def open_among(tx: Tx, seqs: Sequence[int]) -> set[int]:
    """Of these rows (at least one) the ones that nobody has done."""
    found = await tx.all(
        int,
        "SELECT seq FROM inbox WHERE state = 'new' AND seq >= :first AND seq <= :last",
        first=min(seqs),
        last=max(seqs),
    )
    return set(found) & set(seqs)


async def done(tx: Tx, seqs: Sequence[int], now: datetime) -> None:
    """Bodies hold personal data: emptied at once."""
    await tx.run_many(
        "UPDATE inbox SET state = 'done', body = NULL, done_at = :now WHERE seq = :seq AND state = 'new'",
        [{"seq": seq, "now": now} for seq in seqs],
    )


async def failed(tx: Tx, seq: int, error: str) -> None:
    """`error` is an exception's type and place, never its text."""
    await tx.run("UPDATE inbox SET tries = tries + 1, error = :error WHERE seq = :seq", seq=seq, error=error)


async def park(tx: Tx, seq: int, now: datetime) -> None:
    await tx.run("UPDATE inbox SET state = 'dead', done_at = :now WHERE seq = :seq", seq=seq, now=now)


async def empty_lane(tx: Tx, lane: int) -> None:
    """Erasure: nothing that the person wrote stays, done or dead, nor whose chat it was."""
    await tx.run("UPDATE inbox SET body = NULL, lane = 0 WHERE lane = :lane AND state <> 'new'", lane=lane)


async def empty_dead(tx: Tx) -> None:
    """Erasure: what others wrote and could not be handled may name the person; kept for the operator's eyes only."""
    await tx.run("UPDATE inbox SET body = NULL WHERE state = 'dead' AND body IS NOT NULL")


async def prune(tx: Tx, before: datetime) -> int:
    return await tx.run("DELETE FROM inbox WHERE state <> 'new' AND done_at < :before", before=before)
