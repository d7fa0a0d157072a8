"""Who has left the queue of those who wait for a mentor, by whose word, and where one person stands in it."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import LOOKED_FOR_REQUEST, PEOPLE
from storage.tx import Tx
from storage.vocabulary.pairs import LeftQueue


@dataclass(frozen=True, slots=True)
class Waiting:
    person_id: int
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Of somebody who has asked for a mentor; `paired`: of how many pairs that are not over they are a mentee."""

    paired: int
    left_why: LeftQueue | None


@dataclass(frozen=True, slots=True)
class Left:
    """Who is not looked for any more; the reason is a coordinator's own words."""

    person_id: int
    full_name: str
    search_name: str
    position: str
    why: LeftQueue
    reason: str
    left_at: datetime


_WANTS = """f.state = 'submitted' AND w.value IN ('"year"', '"short"')"""
_PAIRED = """(SELECT COUNT(*) FROM pairing_member m JOIN pairing x ON x.id = m.pairing_id
              WHERE m.person_id = p.id AND m.side = 'mentee' AND m.left_at IS NULL AND x.state <> 'ended')"""
_LEFT = """SELECT q.person_id, p.full_name, p.search_name, p.position, q.why, q.reason, q.left_at
           FROM person p JOIN queue_exit q ON q.person_id = p.id AND q.returned_at IS NULL
           WHERE p.school_id = :school_id AND p.erase_by IS NULL"""


async def waiting(tx: Tx, school_id: int, today: date) -> list[Waiting]:
    """The same people that matching looks for: who has asked for a mentor, has none and has not left."""
    return await tx.all(
        Waiting,
        f"""SELECT p.id AS person_id, f.submitted_at FROM person p JOIN {LOOKED_FOR_REQUEST}
            JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
            JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
            WHERE {PEOPLE} AND {_WANTS} AND d.decision = 'given'
              AND (p.paused_until IS NULL OR p.paused_until <= :today) AND {_PAIRED} = 0
              AND (SELECT COUNT(*) FROM queue_exit q WHERE q.person_id = p.id AND q.returned_at IS NULL) = 0
            ORDER BY p.id""",
        school_id=school_id,
        today=today,
    )


async def areas(tx: Tx, person_id: int) -> str | None:
    """The areas of the person's request, as they are stored."""
    return await tx.one(
        str,
        f"""SELECT s.value FROM person p JOIN {LOOKED_FOR_REQUEST}
            JOIN answer s ON s.run_id = f.id AND s.question = 'areas'
            WHERE p.id = :person_id AND f.state = 'submitted'""",
        person_id=person_id,
    )


async def standing(tx: Tx, person_id: int) -> Standing | None:
    """None of whoever has not asked for a mentor."""
    return await tx.one(
        Standing,
        f"""SELECT {_PAIRED} AS paired,
                   (SELECT q.why FROM queue_exit q WHERE q.person_id = p.id AND q.returned_at IS NULL) AS left_why
            FROM person p JOIN {LOOKED_FOR_REQUEST}
            JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
            WHERE p.id = :person_id AND {_WANTS}""",
        person_id=person_id,
    )


async def left(tx: Tx, school_id: int) -> list[Left]:
    """The last to leave first."""
    return await tx.all(Left, f"{_LEFT} ORDER BY q.left_at DESC, q.id DESC", school_id=school_id)


async def left_of(tx: Tx, school_id: int, person_id: int) -> Left | None:
    return await tx.one(Left, f"{_LEFT} AND p.id = :person_id", school_id=school_id, person_id=person_id)


async def leave(
    tx: Tx, *, school_id: int, person_id: int, left_by_whose: LeftQueue, reason: str, by: int, now: datetime
) -> int:
    """0 when they have left before."""
    return await tx.run(
        """INSERT INTO queue_exit (school_id, person_id, why, reason, left_by, left_at)
           VALUES (:school_id, :person_id, :why, :reason, :by, :now)
           ON CONFLICT (person_id) WHERE returned_at IS NULL DO NOTHING""",
        school_id=school_id,
        person_id=person_id,
        why=left_by_whose,
        reason=reason,
        by=by,
        now=now,
    )


async def come_back(tx: Tx, person_id: int, now: datetime) -> int:
    """0 when they had not left. Why they had left is nobody's any more."""
    return await tx.run(
        "UPDATE queue_exit SET returned_at = :now, reason = '' WHERE person_id = :person_id AND returned_at IS NULL",
        person_id=person_id,
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM queue_exit WHERE person_id = :person_id", person_id=person_id)
