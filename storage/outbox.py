"""What is to go out: replies of an update and notices of the bot's own, each with its fate."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import Delivery, NoticePolicy


@dataclass(frozen=True, slots=True)
class OutboxRow:
    key: str
    chat_id: int
    person_id: int | None
    kind: str
    body: str
    policy: NoticePolicy
    priority: int
    due_at: datetime
    expires_at: datetime | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Planned:
    """A row to be written. `key` is its meaning, so planning twice is harmless."""

    chat_id: int
    person_id: int | None
    kind: str
    body: str
    key: str
    policy: NoticePolicy
    priority: int
    due_at: datetime
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a row ended."""

    key: str
    state: Delivery
    reason: str = ""
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A row that goes back to be due again; `attempts` are the tries that count so far."""

    key: str
    due_at: datetime
    attempts: int


_COLUMNS = "key, chat_id, person_id, kind, body, policy, priority, due_at, expires_at, attempts"


_PLAN = """INSERT INTO outbox (chat_id, person_id, kind, body, key, policy, priority, state, due_at, expires_at,
                               planned_at)
           VALUES (:chat_id, :person_id, :kind, :body, :key, :policy, :priority, 'due', :due_at, :expires_at, :now)
           ON CONFLICT (key) DO UPDATE
           SET state = 'due', reason = '', body = excluded.body, chat_id = excluded.chat_id,
               due_at = excluded.due_at, expires_at = excluded.expires_at, ended_at = NULL
           WHERE outbox.state = 'dropped' AND outbox.reason = 'stale'"""


async def plan(tx: Tx, row: Planned, now: datetime) -> int:
    """1 when the notice is new, 0 when it was planned before; one that went stale unsaid may be planned again."""
    return await tx.run(_PLAN, **asdict(row), now=now)


async def plan_many(tx: Tx, rows: Sequence[Planned], now: datetime) -> None:
    """The same of many at once."""
    await tx.run_many(_PLAN, [{**asdict(row), "now": now} for row in rows])


async def replies(tx: Tx, rows: Sequence[OutboxRow], now: datetime) -> None:
    """What answers an update, written in its transaction and in flight right after the commit."""
    await _replies(tx, rows, now, state="sending", attempts=1)


async def replies_later(tx: Tx, rows: Sequence[OutboxRow], now: datetime) -> None:
    """What answers an update and is for another to say, or stands behind such an answer."""
    await _replies(tx, rows, now, state="due", attempts=0)


async def _replies(tx: Tx, rows: Sequence[OutboxRow], now: datetime, *, state: str, attempts: int) -> None:
    await tx.run_many(
        """INSERT INTO outbox (chat_id, person_id, kind, body, key, policy, priority, state, due_at, attempts,
                               planned_at)
           VALUES (:chat_id, :person_id, :kind, :body, :key, :policy, :priority, :state, :now, :attempts, :now)
           ON CONFLICT (key) DO NOTHING""",
        [
            {
                "chat_id": row.chat_id,
                "person_id": row.person_id,
                "kind": row.kind,
                "body": row.body,
                "key": row.key,
                "policy": row.policy,
                "priority": row.priority,
                "state": state,
                "attempts": attempts,
                "now": now,
            }
            for row in rows
        ],
    )


async def due(tx: Tx, now: datetime, limit: int, offset: int = 0) -> list[OutboxRow]:
    """The most urgent first, then as they were due."""
    return await tx.all(
        OutboxRow,
        f"""SELECT {_COLUMNS} FROM outbox WHERE state = 'due' AND due_at <= :now
            ORDER BY priority, due_at, id LIMIT :limit OFFSET :offset""",
        now=now,
        limit=limit,
        offset=offset,
    )


async def answered_later(tx: Tx) -> list[int]:
    """The chats in which an answer waits to be said."""
    return await tx.all(int, "SELECT DISTINCT chat_id FROM outbox WHERE state = 'due' AND priority = 0")


async def in_flight(tx: Tx, key: str) -> bool:
    """Claimed, and nobody knows yet what becomes of it."""
    return await tx.one(int, "SELECT 1 FROM outbox WHERE key = :key AND state = 'sending'", key=key) is not None


async def still_due(tx: Tx, key: str) -> OutboxRow | None:
    """The row as it is now, unless it was claimed or dropped meanwhile."""
    return await tx.one(OutboxRow, f"SELECT {_COLUMNS} FROM outbox WHERE key = :key AND state = 'due'", key=key)


async def claim(tx: Tx, keys: Sequence[str]) -> None:
    """Committed before the request: after a crash the row is known to have been in flight."""
    await tx.run_many(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE key = :key AND state = 'due'",
        [{"key": key} for key in keys],
    )


async def end(tx: Tx, endings: Sequence[Ending], now: datetime) -> None:
    """The text goes as soon as the fate is known; the key stays so that nothing is said twice."""
    await tx.run_many(
        """UPDATE outbox SET state = :state, reason = :reason, message_id = :message_id, body = '', ended_at = :now
           WHERE key = :key""",
        [
            {
                "key": ending.key,
                "state": ending.state,
                "reason": ending.reason,
                "message_id": ending.message_id,
                "now": now,
            }
            for ending in endings
        ],
    )


async def clear(tx: Tx, keys: Sequence[str]) -> None:
    """Replies that arrived: nothing of them is kept."""
    await tx.run_many("DELETE FROM outbox WHERE key = :key", [{"key": key} for key in keys])


async def postpone(tx: Tx, rows: Sequence[Postponed]) -> None:
    """Claimed, and Telegram does not have it: due again when another try makes sense."""
    await tx.run_many(
        """UPDATE outbox SET state = 'due', due_at = :due_at, attempts = :attempts
           WHERE key = :key AND state = 'sending'""",
        [{"key": row.key, "due_at": row.due_at, "attempts": row.attempts} for row in rows],
    )


async def put_off(tx: Tx, key: str, *, due_at: datetime, expires_at: datetime | None) -> None:
    """Not claimed yet: it goes at another hour."""
    await tx.run(
        "UPDATE outbox SET due_at = :due_at, expires_at = :expires_at WHERE key = :key AND state = 'due'",
        due_at=due_at,
        expires_at=expires_at,
        key=key,
    )


async def unclaim(tx: Tx, keys: Sequence[str]) -> None:
    """Claimed, but the request was never begun: due again, as if nothing had happened."""
    await tx.run_many(
        "UPDATE outbox SET state = 'due', attempts = attempts - 1 WHERE key = :key AND state = 'sending'",
        [{"key": key} for key in keys],
    )


async def interrupted(tx: Tx, now: datetime) -> None:
    """At start: what was in flight when the process died is sent again or left unknown, as its policy says."""
    await tx.run("UPDATE outbox SET state = 'due' WHERE state = 'sending' AND policy = 'atleast'")
    await tx.run(
        """UPDATE outbox SET state = 'unknown', reason = 'crash', body = '', ended_at = :now
           WHERE state = 'sending' AND policy = 'once'""",
        now=now,
    )


async def drop_chat(tx: Tx, chat_id: int, reason: str, now: datetime) -> int:
    """Everything still to be said in a chat that cannot be reached."""
    return await tx.run(
        """UPDATE outbox SET state = 'dropped', reason = :reason, body = '', ended_at = :now
           WHERE chat_id = :chat_id AND state = 'due'""",
        chat_id=chat_id,
        reason=reason,
        now=now,
    )


async def drop_notices(tx: Tx, person_id: int, reason: str, now: datetime) -> int:
    """What the bot would have said on its own; replies to what the person did are not stopped."""
    return await tx.run(
        """UPDATE outbox SET state = 'dropped', reason = :reason, body = '', ended_at = :now
           WHERE person_id = :person_id AND state = 'due' AND kind <> 'reply'""",
        person_id=person_id,
        reason=reason,
        now=now,
    )


async def is_due(tx: Tx, person_id: int, kind: str) -> bool:
    """Does a notice of this kind wait for its time?"""
    found = await tx.one(
        int,
        "SELECT 1 FROM outbox WHERE person_id = :person_id AND kind = :kind AND state = 'due' LIMIT 1",
        person_id=person_id,
        kind=kind,
    )
    return found is not None


async def last_said(tx: Tx, person_id: int, kind: str) -> datetime | None:
    """When the person was last told something of this kind, or is being told it now."""
    return await tx.one(
        datetime,
        """SELECT COALESCE(ended_at, due_at) AS said_at FROM outbox
           WHERE person_id = :person_id AND kind = :kind AND state IN ('sending', 'sent', 'unknown')
           ORDER BY said_at DESC LIMIT 1""",
        person_id=person_id,
        kind=kind,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM outbox WHERE person_id = :person_id", person_id=person_id)


async def forget_chat(tx: Tx, chat_id: int) -> None:
    """What was said to the chat as to nobody's: before they were anybody, or when the handler had failed."""
    await tx.run("DELETE FROM outbox WHERE person_id IS NULL AND chat_id = :chat_id", chat_id=chat_id)


async def prune(tx: Tx, before: datetime) -> int:
    return await tx.run("DELETE FROM outbox WHERE ended_at < :before", before=before)
