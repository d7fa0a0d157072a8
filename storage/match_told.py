"""Which mentors were found to fit which mentees who wait, so that a coordinator is told of each once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Found:
    """The row of a mentee with themselves: they are looked at. `told_at` is None for what was no news."""

    mentee_id: int
    mentor_id: int
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class Moving:
    """What fits hang on: it is looked at anew when one of these is another one than before."""

    runs: int
    touched_at: datetime | None  # a question was answered anew in a dialog
    capacity_at: datetime | None  # this one is answered by a button too
    pauses: int
    moves: int | None
    seats: int
    exits: int
    ties: int
    asleep: int
    consents: int | None


async def moving(tx: Tx, school_id: int, today: date) -> Moving:
    found = await tx.one(
        Moving,
        """SELECT COUNT(f.id) AS runs, MAX(f.touched_at) AS touched_at,
                  MAX((SELECT c.answered_at FROM answer c
                       WHERE c.run_id = f.id AND c.question = 'capacity')) AS capacity_at,
                  (SELECT COUNT(*) FROM person p JOIN mentor_pause z ON z.person_id = p.id AND z.ended_at IS NULL
                   WHERE p.school_id = :school_id) AS pauses,
                  (SELECT MAX(v.id) FROM pairing g JOIN pairing_move v ON v.pairing_id = g.id
                   WHERE g.school_id = :school_id) AS moves,
                  (SELECT COUNT(*) FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
                   WHERE g.school_id = :school_id AND m.left_at IS NULL) AS seats,
                  (SELECT COUNT(*) FROM person p JOIN queue_exit q ON q.person_id = p.id AND q.returned_at IS NULL
                   WHERE p.school_id = :school_id) AS exits,
                  (SELECT COUNT(*) FROM pair_tie t WHERE t.school_id = :school_id) AS ties,
                  (SELECT COUNT(*) FROM person p
                   WHERE p.school_id = :school_id AND p.paused_until > :today) AS asleep,
                  (SELECT MAX(d.id) FROM person p JOIN consent d ON d.person_id = p.id
                   WHERE p.school_id = :school_id) AS consents
           FROM form_run f
           WHERE f.school_id = :school_id AND f.form_key IN ('needs', 'mentor_profile') AND f.state = 'submitted'""",
        school_id=school_id,
        today=today,
    )
    if found is None:
        raise LookupError("a count is always there")
    return found


async def of_school(tx: Tx, school_id: int) -> list[Found]:
    return await tx.all(
        Found,
        """SELECT mentee_id, mentor_id, told_at FROM match_told WHERE school_id = :school_id
           ORDER BY mentee_id, mentor_id""",
        school_id=school_id,
    )


async def put(tx: Tx, school_id: int, found: Sequence[Found]) -> None:
    """What is known already stays as it is."""
    await tx.run_many(
        """INSERT INTO match_told (mentee_id, mentor_id, school_id, told_at)
           VALUES (:mentee_id, :mentor_id, :school_id, :told_at)
           ON CONFLICT (mentee_id, mentor_id) DO NOTHING""",
        [
            {"mentee_id": of.mentee_id, "mentor_id": of.mentor_id, "school_id": school_id, "told_at": of.told_at}
            for of in found
        ],
    )


async def since(tx: Tx, school_id: int, since: datetime) -> list[Found]:
    """What became news then or later."""
    return await tx.all(
        Found,
        """SELECT mentee_id, mentor_id, told_at FROM match_told
           WHERE school_id = :school_id AND told_at >= :since ORDER BY told_at, mentee_id, mentor_id""",
        school_id=school_id,
        since=since,
    )


async def forget_mentor(tx: Tx, person_id: int) -> None:
    """They have no place any more: when they have one again, that is news."""
    await tx.run("DELETE FROM match_told WHERE mentor_id = :person_id AND mentee_id <> :person_id", person_id=person_id)


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM match_told WHERE mentee_id = :person_id", person_id=person_id)
    await tx.run("DELETE FROM match_told WHERE mentor_id = :person_id", person_id=person_id)
