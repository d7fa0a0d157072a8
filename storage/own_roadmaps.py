"""The roadmap that a school has sent: a draft until it is accepted, then what the year goes by."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import RoadmapState


@dataclass(frozen=True, slots=True)
class OwnRoadmap:
    school_year: int
    state: RoadmapState
    content: str  # JSON
    kept_at: datetime


async def put(
    tx: Tx, *, school_id: int, school_year: int, state: RoadmapState, content: str, by: int, now: datetime
) -> None:
    """In the place of the one before it."""
    await tx.run(
        """INSERT INTO own_roadmap (school_id, school_year, state, content, kept_by, kept_at)
           VALUES (:school_id, :school_year, :state, :content, :by, :now)
           ON CONFLICT (school_id, school_year, state) DO UPDATE
           SET content = excluded.content, kept_by = excluded.kept_by, kept_at = excluded.kept_at""",
        school_id=school_id,
        school_year=school_year,
        state=state,
        content=content,
        by=by,
        now=now,
    )


async def get(tx: Tx, school_id: int, school_year: int, state: RoadmapState) -> OwnRoadmap | None:
    return await tx.one(
        OwnRoadmap,
        """SELECT school_year, state, content, kept_at FROM own_roadmap
           WHERE school_id = :school_id AND school_year = :school_year AND state = :state""",
        school_id=school_id,
        school_year=school_year,
        state=state,
    )


async def states(tx: Tx, school_id: int, school_year: int) -> list[RoadmapState]:
    """Which there are, without their long contents."""
    return await tx.all(
        RoadmapState,
        "SELECT state FROM own_roadmap WHERE school_id = :school_id AND school_year = :school_year ORDER BY state",
        school_id=school_id,
        school_year=school_year,
    )


async def of_school(tx: Tx, school_id: int) -> list[OwnRoadmap]:
    """Of all years, in both states."""
    return await tx.all(
        OwnRoadmap,
        """SELECT school_year, state, content, kept_at FROM own_roadmap
           WHERE school_id = :school_id ORDER BY school_year, state""",
        school_id=school_id,
    )


async def rewrite(tx: Tx, school_id: int, school_year: int, state: RoadmapState, content: str) -> None:
    """The same roadmap in other words: who has kept it and when stays."""
    await tx.run(
        """UPDATE own_roadmap SET content = :content
           WHERE school_id = :school_id AND school_year = :school_year AND state = :state""",
        school_id=school_id,
        school_year=school_year,
        state=state,
        content=content,
    )


async def drop(tx: Tx, school_id: int, school_year: int, state: RoadmapState) -> int:
    """0 when there is none any more."""
    return await tx.run(
        """DELETE FROM own_roadmap
           WHERE school_id = :school_id AND school_year = :school_year AND state = :state""",
        school_id=school_id,
        school_year=school_year,
        state=state,
    )
