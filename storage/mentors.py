"""The mentor bank: who is ready and for how many colleagues, who has refused or said later."""

from dataclasses import dataclass
from datetime import datetime

from storage.bank import PEOPLE, RUN
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Count:
    """Of handed-in questionnaires. Who pauses is ready, but their places are not counted."""

    ready: int
    paused: int
    short: int  # single consultations: no places
    places: int
    declined: int
    later: int
    new: int
    changed: int

    @property
    def refused(self) -> int:
        return self.declined + self.later

    @property
    def unseen(self) -> int:
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class Entry:
    """One handed-in questionnaire; answers are as they are stored."""

    id: int  # the person's
    run_id: int
    full_name: str
    position: str
    seen_at: datetime | None
    changed_at: datetime | None
    ready: str | None
    capacity: str | None
    paused_at: datetime | None


@dataclass(frozen=True, slots=True)
class Paused:
    person_id: int
    began_at: datetime


NOBODY = Count(0, 0, 0, 0, 0, 0, 0, 0)
_READY = """('"year"', '"short"', '"remote"')"""
_REFUSED = """('"later"', '"decline"')"""
_HANDED_IN = f"""FROM person p JOIN {RUN.replace(":form_key", "'mentor_profile'")}
              LEFT JOIN answer r ON r.run_id = f.id AND r.question = 'ready'
              LEFT JOIN answer c ON c.run_id = f.id AND c.question = 'capacity'
              LEFT JOIN mentor_pause z ON z.person_id = p.id AND z.ended_at IS NULL
              WHERE {PEOPLE} AND f.state = 'submitted'"""
_PLACES = """CASE WHEN r.value NOT IN ('"year"', '"remote"') OR z.id IS NOT NULL THEN 0
                   WHEN c.value = '"n1"' THEN 1 WHEN c.value = '"n2"' THEN 2 WHEN c.value = '"n3"' THEN 3 ELSE 0 END"""
_ENTRY = f"""SELECT p.id, f.id AS run_id, p.full_name, p.position, f.seen_at, f.changed_at, r.value AS ready,
                    c.value AS capacity, z.began_at AS paused_at {_HANDED_IN}"""


async def count(tx: Tx, school_id: int) -> Count:
    found = await tx.one(
        Count,
        f"""SELECT COUNT(*) FILTER (WHERE r.value IN {_READY}) AS ready,
                   COUNT(*) FILTER (WHERE r.value IN {_READY} AND z.id IS NOT NULL) AS paused,
                   COUNT(*) FILTER (WHERE r.value = '"short"') AS short,
                   COALESCE(SUM({_PLACES}), 0) AS places,
                   COUNT(*) FILTER (WHERE r.value = '"decline"') AS declined,
                   COUNT(*) FILTER (WHERE r.value = '"later"') AS later,
                   COUNT(*) FILTER (WHERE f.seen_at IS NULL AND f.changed_at IS NULL) AS new,
                   COUNT(*) FILTER (WHERE f.seen_at IS NULL AND f.changed_at IS NOT NULL) AS changed
            {_HANDED_IN}""",
        school_id=school_id,
    )
    return found or NOBODY


async def known(tx: Tx, school_id: int) -> list[int]:
    """Who has offered to be a mentor, and who is one in a pair."""
    return await tx.all(
        int,
        f"""SELECT p.id AS id {_HANDED_IN} AND r.value IN {_READY}
            UNION SELECT m.person_id AS id FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
            WHERE g.school_id = :school_id AND g.state <> 'ended' AND m.side = 'mentor' AND m.left_at IS NULL
            ORDER BY id""",
        school_id=school_id,
    )


async def ready(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Entry]:
    return await tx.all(
        Entry,
        f"{_ENTRY} AND r.value IN {_READY} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def refused(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Entry]:
    """Who has said later comes first: they are asked again before anybody else."""
    return await tx.all(
        Entry,
        f"""{_ENTRY} AND r.value IN {_REFUSED}
            ORDER BY CASE WHEN r.value = '"later"' THEN 0 ELSE 1 END, p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def place_of(tx: Tx, school_id: int, run_id: int) -> int:
    """How many of the ready stand before this one's author."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) {_HANDED_IN} AND r.value IN {_READY}
            AND (p.sort_name, p.id) < (SELECT o.sort_name, o.id FROM form_run e JOIN person o ON o.id = e.person_id
                                       WHERE e.id = :run_id)""",
        school_id=school_id,
        run_id=run_id,
    )
    return found or 0


async def paused(tx: Tx, school_id: int) -> list[Paused]:
    return await tx.all(
        Paused,
        f"SELECT p.id AS person_id, z.began_at {_HANDED_IN} AND z.id IS NOT NULL ORDER BY p.id",
        school_id=school_id,
    )


async def wanted(tx: Tx, school_id: int) -> int:
    """How many colleagues have asked for a mentor, for long or for a question or two."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) FROM person p JOIN {RUN.replace(":form_key", "'needs'")}
            JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
            WHERE {PEOPLE} AND f.state = 'submitted' AND w.value IN ('"year"', '"short"')""",
        school_id=school_id,
    )
    return found or 0
