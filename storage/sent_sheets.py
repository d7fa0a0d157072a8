"""Sheets of pairs and timetables that were read and wait for the coordinator; of one that was taken figures stay."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary.pairs import SheetKind


@dataclass(frozen=True, slots=True)
class SentSheet:
    id: int
    person_id: int  # who sent it, then who took it
    content: str  # JSON


async def add(tx: Tx, *, school_id: int, sheet: SheetKind, person_id: int, content: str, now: datetime) -> int:
    return await tx.inserted(
        """INSERT INTO sent_sheet (school_id, kind, person_id, content, made_at)
           VALUES (:school_id, :sheet, :person_id, :content, :now) RETURNING id""",
        school_id=school_id,
        sheet=sheet,
        person_id=person_id,
        content=content,
        now=now,
    )


async def get(tx: Tx, sheet_id: int, school_id: int, sheet: SheetKind) -> SentSheet | None:
    return await tx.one(
        SentSheet,
        """SELECT id, person_id, content FROM sent_sheet
           WHERE id = :sheet_id AND school_id = :school_id AND kind = :sheet""",
        sheet_id=sheet_id,
        school_id=school_id,
        sheet=sheet,
    )


async def settle(tx: Tx, sheet_id: int, school_id: int, *, content: str, by: int) -> None:
    """Taken: the names go, what was done stays. One transaction writes at a time, so whoever has read it takes it."""
    await tx.run(
        "UPDATE sent_sheet SET content = :content, person_id = :by WHERE id = :sheet_id AND school_id = :school_id",
        sheet_id=sheet_id,
        school_id=school_id,
        content=content,
        by=by,
    )


async def drop(tx: Tx, sheet_id: int, school_id: int) -> int:
    """0 when it was cancelled or pruned before: somebody was quicker."""
    return await tx.run(
        "DELETE FROM sent_sheet WHERE id = :sheet_id AND school_id = :school_id",
        sheet_id=sheet_id,
        school_id=school_id,
    )


async def forget(tx: Tx, school_id: int) -> None:
    """Somebody of the school is erased: a sheet that waits may name them."""
    await tx.run("DELETE FROM sent_sheet WHERE school_id = :school_id", school_id=school_id)


async def prune(tx: Tx, before: datetime) -> int:
    return await tx.run("DELETE FROM sent_sheet WHERE made_at < :before", before=before)
