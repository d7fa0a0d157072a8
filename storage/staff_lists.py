"""Staff lists that were read and wait for the coordinator's «Добавить»; of an added one only the figures stay."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    person_id: int  # who sent it, then who added it
    content: str  # JSON


async def add(tx: Tx, *, school_id: int, person_id: int, content: str, now: datetime) -> int:
    return await tx.inserted(
        """INSERT INTO staff_list (school_id, person_id, content, made_at)
           VALUES (:school_id, :person_id, :content, :now) RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        content=content,
        now=now,
    )


async def get(tx: Tx, draft_id: int, school_id: int) -> Draft | None:
    return await tx.one(
        Draft,
        "SELECT id, person_id, content FROM staff_list WHERE id = :draft_id AND school_id = :school_id",
        draft_id=draft_id,
        school_id=school_id,
    )


async def settle(tx: Tx, draft_id: int, school_id: int, *, content: str, by: int) -> None:
    """Added: the names go, what was done stays. One transaction writes at a time, so whoever has read it adds it."""
    await tx.run(
        """UPDATE staff_list SET content = :content, person_id = :by
           WHERE id = :draft_id AND school_id = :school_id""",
        draft_id=draft_id,
        school_id=school_id,
        content=content,
        by=by,
    )


async def drop(tx: Tx, draft_id: int, school_id: int) -> int:
    """0 when it was added, cancelled or pruned before: somebody was quicker."""
    return await tx.run(
        "DELETE FROM staff_list WHERE id = :draft_id AND school_id = :school_id",
        draft_id=draft_id,
        school_id=school_id,
    )


async def forget(tx: Tx, school_id: int) -> None:
    """Somebody of the school is erased: a list that waits may name them."""
    await tx.run("DELETE FROM staff_list WHERE school_id = :school_id", school_id=school_id)


async def prune(tx: Tx, before: datetime) -> int:
    return await tx.run("DELETE FROM staff_list WHERE made_at < :before", before=before)
