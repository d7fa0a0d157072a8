"""Does the pair suit, as each of it has said to the coordinator alone. Round 1 is after the first meeting."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary.pairs import Fit


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """`full_name` and `side` are of whoever has answered."""

    pairing_id: int
    person_id: int
    fit: Fit
    answered_at: datetime
    seen: bool
    full_name: str


_ANSWERS = """SELECT f.pairing_id, f.person_id, f.fit, f.answered_at, f.seen, p.full_name
              FROM fit_answer f JOIN person p ON p.id = f.person_id"""


async def give(tx: Tx, pairing_id: int, person_id: int, fit: Fit, now: datetime) -> int:
    """The last word counts; 0 when it is what they have said before."""
    return await tx.run(
        """INSERT INTO fit_answer (pairing_id, person_id, round, fit, answered_at)
           VALUES (:pairing_id, :person_id, 1, :fit, :now)
           ON CONFLICT (pairing_id, person_id, round)
           DO UPDATE SET fit = excluded.fit, answered_at = excluded.answered_at, seen = 0
           WHERE fit_answer.fit <> excluded.fit""",
        pairing_id=pairing_id,
        person_id=person_id,
        fit=fit,
        now=now,
    )


async def said(tx: Tx, pairing_id: int, person_id: int) -> Fit | None:
    """What the person themselves has answered."""
    return await tx.one(
        Fit,
        "SELECT fit FROM fit_answer WHERE pairing_id = :pairing_id AND person_id = :person_id AND round = 1",
        pairing_id=pairing_id,
        person_id=person_id,
    )


async def of_pair(tx: Tx, pairing_id: int) -> list[FitAnswer]:
    return await tx.all(
        FitAnswer,
        f"{_ANSWERS} WHERE f.pairing_id = :pairing_id AND f.round = 1 ORDER BY f.person_id",
        pairing_id=pairing_id,
    )


async def to_look_at(tx: Tx, school_id: int) -> list[FitAnswer]:
    """Of pairs that are not over: who is not sure, or says no, and no coordinator has looked at it."""
    return await tx.all(
        FitAnswer,
        """SELECT f.pairing_id, f.person_id, f.fit, f.answered_at, f.seen, p.full_name
           FROM pairing g JOIN fit_answer f ON f.pairing_id = g.id JOIN person p ON p.id = f.person_id
           WHERE g.school_id = :school_id AND g.state <> 'ended' AND f.fit <> 'good' AND f.seen = 0
           ORDER BY f.answered_at, f.person_id""",
        school_id=school_id,
    )


async def mark_seen(tx: Tx, pairing_id: int, person_id: int) -> int:
    return await tx.run(
        "UPDATE fit_answer SET seen = 1 WHERE pairing_id = :pairing_id AND person_id = :person_id AND seen = 0",
        pairing_id=pairing_id,
        person_id=person_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM fit_answer WHERE person_id = :person_id", person_id=person_id)
