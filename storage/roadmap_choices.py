"""What a coordinator decided of what the roadmap's document leaves unsaid."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import Open


@dataclass(frozen=True, slots=True)
class Choice:
    """`stage` is empty for what is decided once for all; `choice` is a role, days, or 1 and 0, as `open` wants it."""

    stage: str
    open: Open
    choice: str


async def choose(tx: Tx, of: Choice, *, school_id: int, school_year: int, by: int, now: datetime) -> None:
    await tx.run(
        """INSERT INTO roadmap_choice (school_id, school_year, stage, open, choice, decided_by, decided_at)
           VALUES (:school_id, :school_year, :stage, :open, :choice, :by, :now)
           ON CONFLICT (school_id, school_year, stage, open) DO UPDATE
           SET choice = excluded.choice, decided_by = excluded.decided_by, decided_at = excluded.decided_at""",
        school_id=school_id,
        school_year=school_year,
        stage=of.stage,
        open=of.open,
        choice=of.choice,
        by=by,
        now=now,
    )


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[Choice]:
    return await tx.all(
        Choice,
        """SELECT stage, open, choice FROM roadmap_choice
           WHERE school_id = :school_id AND school_year = :school_year ORDER BY stage, open""",
        school_id=school_id,
        school_year=school_year,
    )
