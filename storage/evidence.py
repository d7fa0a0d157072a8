"""By what an activity of the roadmap is done, as somebody recorded it; what was taken back stays as history."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import EvidenceKind


@dataclass(frozen=True, slots=True)
class Evidence:
    activity: str
    kind: EvidenceKind
    number: str = ""
    dated_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An evidence of the year, with its number in the table."""

    id: int
    activity: str
    kind: EvidenceKind
    number: str
    dated_on: date | None
    words: str


async def record(tx: Tx, of: Evidence, *, school_id: int, school_year: int, by: int, now: datetime) -> int:
    return await tx.inserted(
        """INSERT INTO evidence (school_id, school_year, activity, kind, number, dated_on, words, recorded_by,
                                 recorded_at)
           VALUES (:school_id, :school_year, :activity, :kind, :number, :dated_on, :words, :by, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        activity=of.activity,
        kind=of.kind,
        number=of.number,
        dated_on=of.dated_on,
        words=of.words,
        by=by,
        now=now,
    )


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[Recorded]:
    """What holds, oldest first."""
    return await tx.all(
        Recorded,
        """SELECT id, activity, kind, number, dated_on, words FROM evidence
           WHERE school_id = :school_id AND school_year = :school_year AND taken_back_at IS NULL ORDER BY id""",
        school_id=school_id,
        school_year=school_year,
    )


async def amend(tx: Tx, evidence_id: int, *, number: str, dated_on: date, words: str) -> int:
    """0 when it was taken back."""
    return await tx.run(
        """UPDATE evidence SET number = :number, dated_on = :dated_on, words = :words
           WHERE id = :evidence_id AND taken_back_at IS NULL""",
        evidence_id=evidence_id,
        number=number,
        dated_on=dated_on,
        words=words,
    )


async def take_one_back(tx: Tx, evidence_id: int, now: datetime) -> int:
    """0 when it was taken back before."""
    return await tx.run(
        "UPDATE evidence SET taken_back_at = :now WHERE id = :evidence_id AND taken_back_at IS NULL",
        evidence_id=evidence_id,
        now=now,
    )


async def take_back(tx: Tx, *, school_id: int, school_year: int, activity: str, now: datetime) -> int:
    """How many records stopped to hold."""
    return await tx.run(
        """UPDATE evidence SET taken_back_at = :now
           WHERE school_id = :school_id AND school_year = :school_year AND activity = :activity
             AND taken_back_at IS NULL""",
        school_id=school_id,
        school_year=school_year,
        activity=activity,
        now=now,
    )
