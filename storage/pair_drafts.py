"""The proposal for the whole school that a coordinator looks at: one of a school."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class PairDraft:
    school_year: int
    number: int
    content: str  # JSON
    stamp: str  # of what it was made
    made_at: datetime


async def put(tx: Tx, *, school_id: int, school_year: int, content: str, stamp: str, by: int, now: datetime) -> None:
    """In the place of the one before it, with the next number: its buttons are old by that."""
    await tx.run(
        """INSERT INTO pair_draft (school_id, school_year, number, content, stamp, made_by, made_at)
           VALUES (:school_id, :school_year, 1, :content, :stamp, :by, :now)
           ON CONFLICT (school_id) DO UPDATE
           SET school_year = excluded.school_year, number = pair_draft.number + 1, content = excluded.content,
               stamp = excluded.stamp, made_by = excluded.made_by, made_at = excluded.made_at""",
        school_id=school_id,
        school_year=school_year,
        content=content,
        stamp=stamp,
        by=by,
        now=now,
    )


async def get(tx: Tx, school_id: int) -> PairDraft | None:
    """None when there is none, or it was published."""
    return await tx.one(
        PairDraft,
        """SELECT school_year, number, content, stamp, made_at FROM pair_draft
           WHERE school_id = :school_id AND content <> ''""",
        school_id=school_id,
    )


async def take(tx: Tx, school_id: int, draft_number: int) -> int:
    """It is used up; 0 when somebody was quicker. The row stays, so that no number is given twice."""
    return await tx.run(
        """UPDATE pair_draft SET content = '', stamp = ''
           WHERE school_id = :school_id AND number = :draft_number AND content <> ''""",
        school_id=school_id,
        draft_number=draft_number,
    )


async def drop(tx: Tx, school_id: int) -> None:
    await tx.run("UPDATE pair_draft SET content = '', stamp = '' WHERE school_id = :school_id", school_id=school_id)
