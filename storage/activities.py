"""The roadmap's dates as a school confirmed them; nothing is scheduled from a date that nobody confirmed."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Activity:
    key: str
    due_on: date


async def confirm(tx: Tx, *, school_id: int, school_year: int, key: str, due_on: date, by: int, now: datetime) -> None:
    await tx.run(
        """INSERT INTO activity (school_id, school_year, key, due_on, confirmed_by, confirmed_at)
           VALUES (:school_id, :school_year, :key, :due_on, :by, :now)
           ON CONFLICT (school_id, school_year, key) DO UPDATE
           SET due_on = excluded.due_on, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""",
        school_id=school_id,
        school_year=school_year,
        key=key,
        due_on=due_on,
        by=by,
        now=now,
    )


async def confirmed(tx: Tx, school_id: int, school_year: int) -> list[Activity]:
    return await tx.all(
        Activity,
        """SELECT key, due_on FROM activity WHERE school_id = :school_id AND school_year = :school_year
           ORDER BY due_on, key""",
        school_id=school_id,
        school_year=school_year,
    )


async def unconfirm(tx: Tx, school_id: int, school_year: int, key: str) -> None:
    """Its term has moved, or it is no part of the roadmap any more."""
    await tx.run(
        "DELETE FROM activity WHERE school_id = :school_id AND school_year = :school_year AND key = :key",
        school_id=school_id,
        school_year=school_year,
        key=key,
    )
