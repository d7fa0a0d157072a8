"""Meetings that are to be: a day with a lesson that one has chosen and another has agreed to."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import MeetingState


@dataclass(frozen=True, slots=True)
class Meeting:
    """`lesson` 0 is after the lessons, below 0 nobody has said when on that day."""

    id: int
    pairing_id: int
    day: date
    lesson: int
    state: MeetingState
    chosen_by: int
    chosen_at: datetime
    agreed_at: datetime | None


_COLUMNS = "t.id, t.pairing_id, t.day, t.lesson, t.state, t.chosen_by, t.chosen_at, t.agreed_at"


async def choose(tx: Tx, pairing_id: int, *, day: date, lesson: int, by: int, now: datetime) -> int:
    """0 when another one of the pair is to be already."""
    return await tx.run(
        """INSERT INTO meeting (pairing_id, day, lesson, state, chosen_by, chosen_at)
           VALUES (:pairing_id, :day, :lesson, 'chosen', :by, :now)
           ON CONFLICT (pairing_id) WHERE state IN ('chosen', 'agreed') DO NOTHING""",
        pairing_id=pairing_id,
        day=day,
        lesson=lesson,
        by=by,
        now=now,
    )


async def get(tx: Tx, meeting_id: int, school_id: int) -> Meeting | None:
    return await tx.one(
        Meeting,
        f"""SELECT {_COLUMNS} FROM meeting t JOIN pairing g ON g.id = t.pairing_id
            WHERE t.id = :meeting_id AND g.school_id = :school_id""",
        meeting_id=meeting_id,
        school_id=school_id,
    )


async def open_of(tx: Tx, pairing_id: int) -> Meeting | None:
    """The one that is to be; its day may have passed without a word."""
    return await tx.one(
        Meeting,
        f"SELECT {_COLUMNS} FROM meeting t WHERE t.pairing_id = :pairing_id AND t.state IN ('chosen', 'agreed')",
        pairing_id=pairing_id,
    )


async def refused_of(tx: Tx, pairing_id: int, since: date) -> list[Meeting]:
    """What did not suit: it is not offered again."""
    return await tx.all(
        Meeting,
        f"""SELECT {_COLUMNS} FROM meeting t
            WHERE t.pairing_id = :pairing_id AND t.day >= :since AND t.state = 'dropped' ORDER BY t.id""",
        pairing_id=pairing_id,
        since=since,
    )


async def taken_of(tx: Tx, person_id: int, since: date) -> list[Meeting]:
    """Whatever is to be in any pair that the person is in."""
    return await tx.all(
        Meeting,
        f"""SELECT {_COLUMNS} FROM pairing_member m
            JOIN pairing g ON g.id = m.pairing_id AND g.state <> 'ended'
            JOIN meeting t ON t.pairing_id = g.id
            WHERE m.person_id = :person_id AND m.left_at IS NULL AND t.day >= :since
              AND t.state IN ('chosen', 'agreed') ORDER BY t.id""",
        person_id=person_id,
        since=since,
    )


async def agree(tx: Tx, meeting_id: int, *, by: int, now: datetime) -> int:
    """0 when there is nothing to agree to any more."""
    return await tx.run(
        """UPDATE meeting SET state = 'agreed', agreed_by = :by, agreed_at = :now
           WHERE id = :meeting_id AND state = 'chosen'""",
        meeting_id=meeting_id,
        by=by,
        now=now,
    )


async def close(tx: Tx, meeting_id: int, state: MeetingState) -> int:
    """It was held, moved, or does not suit; 0 when it is over already."""
    return await tx.run(
        "UPDATE meeting SET state = :state WHERE id = :meeting_id AND state IN ('chosen', 'agreed')",
        meeting_id=meeting_id,
        state=state,
    )
