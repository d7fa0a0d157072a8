"""The journal proves itself: each act's hash is over the hash before it and the act, in the order of their ids."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile

from storage.tx import Tx

_STEP = 1000


@dataclass(frozen=True, slots=True)
class Act:
    """As it is stored: the moment is text."""

    id: int
    school_id: int | None
    actor_id: int | None
    person_id: int | None
    act: str
    count: int
    done_at: str
    hash: str


@dataclass(frozen=True, slots=True)
class Checked:
    """`broken_at` is the first act that does not follow from the one before; 0 when the end is not the end."""

    acts: int
    broken_at: int | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    length: int
    hash: str
    pruned: int
    pruned_to: int
    anchor: str


_ACTS = "SELECT id, school_id, actor_id, person_id, act, count, done_at, hash FROM journal"


def next_hash(before: str, fields: Sequence[int | str | None]) -> str:
    """Of an act with these fields: school, actor, person, act, count, moment as it is stored."""
    content = json.dumps([before, *fields], ensure_ascii=True, separators=(",", ":"))
    return sha256(content.encode("ascii")).hexdigest()


async def take_turn(tx: Tx) -> str:
    """The hash of the last act. Whoever else wants to add one, over another connection, waits for this commit."""
    head = await tx.one(str, "UPDATE journal_head SET turn = turn + 1 WHERE id = 1 RETURNING hash")
    if head is None:
        raise LookupError("the journal has lost its head")
    return head


async def chain_all(migrating: Tx) -> None:
    """Once, in the migration: the acts that are there already are given their hashes, in their order."""
    before, length = "", 0
    async for acts in _steps(migrating, 0):
        rows = []
        for each in acts:
            before = next_hash(before, _fields(each))
            rows.append({"id": each.id, "hash": before})
        await migrating.run_many("UPDATE journal SET hash = :hash WHERE id = :id", rows)
        length += len(rows)
    await migrating.run(
        "UPDATE journal_head SET hash = :hash, length = :length WHERE id = 1", hash=before, length=length
    )


async def check(tx: Tx) -> Checked:
    """Reads every act: for the command line, not for a screen."""
    head = await tx.one(_Head, "SELECT length, hash, pruned, pruned_to, anchor FROM journal_head WHERE id = 1")
    if head is None:
        return Checked(0, 0)
    before, seen = head.anchor, 0
    async for acts in _steps(tx, head.pruned_to):
        for each in acts:
            if each.hash != next_hash(before, _fields(each)):
                return Checked(seen, each.id)
            before, seen = each.hash, seen + 1
    whole = before == head.hash and seen + head.pruned == head.length
    return Checked(seen, None if whole else 0)


async def prune(tx: Tx, before: str) -> int:
    """The oldest acts of before this moment, some at a time; how many went. What stays proves itself as before."""
    oldest = await tx.all(Act, f"{_ACTS} ORDER BY id LIMIT {_STEP}")
    old = list(takewhile(lambda each: each.done_at < before, oldest))
    if not old:
        return 0
    await tx.run(
        """UPDATE journal_head SET pruned = pruned + :many, pruned_to = :id, anchor = :anchor WHERE id = 1""",
        many=len(old),
        id=old[-1].id,
        anchor=old[-1].hash,
    )
    return await tx.run("DELETE FROM journal WHERE id <= :id", id=old[-1].id)


async def _steps(tx: Tx, after: int) -> AsyncIterator[list[Act]]:
    """All acts with a larger id, a thousand at a time."""
    while acts := await tx.all(Act, f"{_ACTS} WHERE id > :after ORDER BY id LIMIT {_STEP}", after=after):
        yield acts
        after = acts[-1].id


def _fields(of: Act) -> Sequence[int | str | None]:
    return (of.school_id, of.actor_id, of.person_id, of.act, of.count, of.done_at)
