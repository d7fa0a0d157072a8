"""Pauses of those who are ready to be mentors: a row each, the one without an end holds."""

from datetime import datetime

from storage.tx import Tx


async def pause(tx: Tx, *, school_id: int, person_id: int, now: datetime) -> int:
    """0 when the person is paused already."""
    return await tx.run(
        """INSERT INTO mentor_pause (school_id, person_id, began_at) VALUES (:school_id, :person_id, :now)
           ON CONFLICT (person_id) WHERE ended_at IS NULL DO NOTHING""",
        school_id=school_id,
        person_id=person_id,
        now=now,
    )


async def resume(tx: Tx, person_id: int, now: datetime) -> int:
    """0 when there is no pause."""
    return await tx.run(
        "UPDATE mentor_pause SET ended_at = :now WHERE person_id = :person_id AND ended_at IS NULL",
        person_id=person_id,
        now=now,
    )


async def paused_since(tx: Tx, person_id: int) -> datetime | None:
    return await tx.one(
        datetime,
        "SELECT began_at FROM mentor_pause WHERE person_id = :person_id AND ended_at IS NULL",
        person_id=person_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM mentor_pause WHERE person_id = :person_id", person_id=person_id)
