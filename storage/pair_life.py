"""How a school's pairs live: when each has met, what is to be, and whom of it the planner may remind."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import PairState, Side


@dataclass(frozen=True, slots=True)
class Life:
    """A pair that is together and not on pause; `noted_at` and `author_id` are of the first note that stands."""

    pairing_id: int
    state: PairState
    state_at: datetime
    last_on: date | None
    noted_at: datetime | None
    author_id: int | None
    meeting_id: int | None  # that is to be, its day not over
    day: date | None
    lesson: int | None
    agreed_at: datetime | None
    chosen_at: datetime | None
    chosen_by: int | None


@dataclass(frozen=True, slots=True)
class Listener:
    """Of a pair, somebody with an account, consent, and leave to be written to."""

    pairing_id: int
    person_id: int
    side: Side
    fits: bool  # has said whether the pair suits


async def of_school(tx: Tx, school_id: int, today: date) -> list[Life]:
    return await tx.all(
        Life,
        """SELECT g.id AS pairing_id, g.state, g.state_at, f.noted_at, f.author_id, t.id AS meeting_id, t.day, t.lesson,
                  t.agreed_at, t.chosen_at, t.chosen_by,
                  (SELECT MAX(n.held_on) FROM contact_note n
                   WHERE n.pairing_id = g.id AND n.taken_back_at IS NULL) AS last_on
           FROM pairing g
           LEFT JOIN contact_note f ON f.id = (SELECT MIN(n.id) FROM contact_note n
                WHERE n.pairing_id = g.id AND n.taken_back_at IS NULL)
           LEFT JOIN meeting t ON t.pairing_id = g.id AND t.state IN ('chosen', 'agreed') AND t.day >= :today
           WHERE g.school_id = :school_id AND g.state IN ('agreed', 'ordered', 'active') ORDER BY g.id""",
        school_id=school_id,
        today=today,
    )


async def listeners(tx: Tx, school_id: int, today: date) -> list[Listener]:
    return await tx.all(
        Listener,
        """SELECT m.pairing_id, m.person_id, m.side,
                  (SELECT COUNT(*) FROM fit_answer f
                   WHERE f.pairing_id = m.pairing_id AND f.person_id = m.person_id AND f.round = 1) AS fits
           FROM pairing g
           JOIN pairing_member m ON m.pairing_id = g.id AND m.left_at IS NULL
           JOIN person p ON p.id = m.person_id AND p.state = 'active' AND p.erase_by IS NULL
                AND (p.paused_until IS NULL OR p.paused_until <= :today)
           JOIN account a ON a.id = p.account_id AND a.reachable = 1
           JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
                AND d.decision = 'given'
           JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
                AND c.decision = 'given'
           WHERE g.school_id = :school_id AND g.state IN ('agreed', 'ordered', 'active')
           ORDER BY m.pairing_id, m.person_id""",
        school_id=school_id,
        today=today,
    )
