"""What a coordinator has decided or knows of a mentee and a mentor before they are matched."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary.pairs import Tie


@dataclass(frozen=True, slots=True)
class Tied:
    mentee_id: int
    mentor_id: int
    kind: Tie


async def put(
    tx: Tx, *, school_id: int, school_year: int, mentee_id: int, mentor_id: int, kind: Tie, by: int, now: datetime
) -> int:
    """0 when it is so already."""
    return await tx.run(
        """INSERT INTO pair_tie (school_id, school_year, mentee_id, mentor_id, kind, set_by, set_at)
           VALUES (:school_id, :school_year, :mentee_id, :mentor_id, :kind, :by, :now)
           ON CONFLICT (school_id, school_year, mentee_id, mentor_id, kind) DO NOTHING""",
        school_id=school_id,
        school_year=school_year,
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        kind=kind,
        by=by,
        now=now,
    )


async def drop(tx: Tx, *, school_id: int, school_year: int, mentee_id: int, mentor_id: int, kind: Tie) -> int:
    """0 when there is none."""
    return await tx.run(
        """DELETE FROM pair_tie WHERE school_id = :school_id AND school_year = :school_year
           AND mentee_id = :mentee_id AND mentor_id = :mentor_id AND kind = :kind""",
        school_id=school_id,
        school_year=school_year,
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        kind=kind,
    )


async def drop_pins(tx: Tx, school_id: int, school_year: int, mentee_id: int) -> int:
    """Nobody has two pins."""
    return await tx.run(
        """DELETE FROM pair_tie WHERE school_id = :school_id AND school_year = :school_year
           AND mentee_id = :mentee_id AND kind = 'pinned'""",
        school_id=school_id,
        school_year=school_year,
        mentee_id=mentee_id,
    )


async def of_school(tx: Tx, school_id: int, school_year: int) -> list[Tied]:
    return await tx.all(
        Tied,
        """SELECT mentee_id, mentor_id, kind FROM pair_tie
           WHERE school_id = :school_id AND school_year = :school_year ORDER BY mentee_id, mentor_id, kind""",
        school_id=school_id,
        school_year=school_year,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM pair_tie WHERE mentee_id = :person_id", person_id=person_id)
    await tx.run("DELETE FROM pair_tie WHERE mentor_id = :person_id", person_id=person_id)
