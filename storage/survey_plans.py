"""Which surveys a coordinator leaves to the bot to open on their day, and whether with names."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Plan:
    """`threshold` is 0 for answers with names; `decided_by` is in whose name people are asked."""

    form_key: str
    threshold: int
    decided_by: int


async def put(
    tx: Tx, form_key: str, *, school_id: int, school_year: int, threshold: int, by: int, now: datetime
) -> None:
    await tx.run(
        """INSERT INTO survey_plan (school_id, school_year, form_key, threshold, decided_by, decided_at)
           VALUES (:school_id, :school_year, :form_key, :threshold, :by, :now)
           ON CONFLICT (school_id, school_year, form_key) DO UPDATE
           SET threshold = excluded.threshold, decided_by = excluded.decided_by, decided_at = excluded.decided_at""",
        form_key=form_key,
        school_id=school_id,
        school_year=school_year,
        threshold=threshold,
        by=by,
        now=now,
    )


async def drop(tx: Tx, form_key: str, *, school_id: int, school_year: int) -> None:
    await tx.run(
        """DELETE FROM survey_plan
           WHERE school_id = :school_id AND school_year = :school_year AND form_key = :form_key""",
        form_key=form_key,
        school_id=school_id,
        school_year=school_year,
    )


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[Plan]:
    return await tx.all(
        Plan,
        """SELECT form_key, threshold, decided_by FROM survey_plan
           WHERE school_id = :school_id AND school_year = :school_year ORDER BY form_key""",
        school_id=school_id,
        school_year=school_year,
    )
