"""Whom a coordinator wants in no group this year."""

from datetime import datetime

from storage.tx import Tx


async def put(tx: Tx, *, school_id: int, school_year: int, person_id: int, by: int, now: datetime) -> int:
    """0 when it is so already."""
    return await tx.run(
        """INSERT INTO group_exit (school_id, school_year, person_id, set_by, set_at)
           VALUES (:school_id, :school_year, :person_id, :by, :now)
           ON CONFLICT (school_id, school_year, person_id) DO NOTHING""",
        school_id=school_id,
        school_year=school_year,
        person_id=person_id,
        by=by,
        now=now,
    )


async def drop(tx: Tx, school_id: int, school_year: int, person_id: int) -> int:
    """0 when there is none."""
    return await tx.run(
        """DELETE FROM group_exit
           WHERE school_id = :school_id AND school_year = :school_year AND person_id = :person_id""",
        school_id=school_id,
        school_year=school_year,
        person_id=person_id,
    )


async def of_school(tx: Tx, school_id: int, school_year: int) -> list[int]:
    return await tx.all(
        int,
        """SELECT person_id FROM group_exit
           WHERE school_id = :school_id AND school_year = :school_year ORDER BY person_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM group_exit WHERE person_id = :person_id", person_id=person_id)
