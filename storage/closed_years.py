"""School years that are closed: their figures without names, and until when people's data of them are kept."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """`figures` is JSON; `keep_reason` is a coordinator's, empty for the usual term."""

    school_id: int
    school_year: int
    closed_at: datetime
    figures: str
    keep_until: date
    keep_reason: str
    dispute: bool
    archived_at: datetime | None

    def is_over(self, today: date) -> bool:
        """Are people's data kept beyond their day, and is there something to decide?"""
        return self.archived_at is None and not self.dispute and self.keep_until < today


_COLUMNS = "school_id, school_year, closed_at, figures, keep_until, keep_reason, dispute, archived_at"


async def get(tx: Tx, school_id: int, school_year: int) -> ClosedYear | None:
    return await tx.one(
        ClosedYear,
        f"SELECT {_COLUMNS} FROM closed_year WHERE school_id = :school_id AND school_year = :school_year",
        school_id=school_id,
        school_year=school_year,
    )


async def of_school(tx: Tx, school_id: int) -> list[ClosedYear]:
    """The newest first."""
    return await tx.all(
        ClosedYear,
        f"SELECT {_COLUMNS} FROM closed_year WHERE school_id = :school_id ORDER BY school_year DESC",
        school_id=school_id,
    )


async def close(
    tx: Tx, *, school_id: int, school_year: int, figures: str, keep_until: date, by: int, now: datetime
) -> int:
    """0 when it was closed before."""
    return await tx.run(
        """INSERT INTO closed_year (school_id, school_year, closed_by, closed_at, figures, keep_until)
           VALUES (:school_id, :school_year, :by, :now, :figures, :keep_until)
           ON CONFLICT (school_id, school_year) DO NOTHING""",
        school_id=school_id,
        school_year=school_year,
        figures=figures,
        keep_until=keep_until,
        by=by,
        now=now,
    )


async def archive(tx: Tx, school_id: int, school_year: int, *, by: int, now: datetime) -> int:
    """0 when it was done before, or there is a dispute."""
    return await tx.run(
        """UPDATE closed_year SET archived_by = :by, archived_at = :now
           WHERE school_id = :school_id AND school_year = :school_year AND archived_at IS NULL AND dispute = 0""",
        school_id=school_id,
        school_year=school_year,
        by=by,
        now=now,
    )


async def extend(tx: Tx, school_id: int, school_year: int, *, old: date, new: date, reason: str) -> int:
    """0 when somebody has just done so, or nothing is kept any more."""
    return await tx.run(
        """UPDATE closed_year SET keep_until = :new, keep_reason = :reason
           WHERE school_id = :school_id AND school_year = :school_year AND keep_until = :old
             AND archived_at IS NULL""",
        school_id=school_id,
        school_year=school_year,
        old=old,
        new=new,
        reason=reason,
    )


async def set_dispute(tx: Tx, school_id: int, school_year: int, *, dispute: bool, reason: str) -> int:
    """0 when it is so already, or nothing is kept any more."""
    return await tx.run(
        """UPDATE closed_year SET dispute = :dispute, keep_reason = :reason
           WHERE school_id = :school_id AND school_year = :school_year AND dispute <> :dispute
             AND archived_at IS NULL""",
        school_id=school_id,
        school_year=school_year,
        dispute=dispute,
        reason=reason,
    )
