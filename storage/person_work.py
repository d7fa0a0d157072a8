"""What a person has done in the programme, by the rows that a school signs for: pairs, orders, meetings, events."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind
from storage.vocabulary.pairs import Contact, EndReason, Format, OrderKind, PairState, ProgrammeResult, Side
from storage.year_end import WORKED


@dataclass(frozen=True, slots=True)
class Worked:
    """Somebody's part in a pair that was at work. The number and the day are of its signed order, or neither.

    `version` counts approvals of its programme, of whose `steps` so many are `done`.
    """

    pairing_id: int
    school_year: int
    person_id: int
    side: Side
    full_name: str
    position: str
    hidden: bool  # has withdrawn or left
    format: Format
    state: PairState
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    end_reason: EndReason | None
    joined_at: datetime
    left_at: datetime | None
    number: str
    dated_on: date | None
    version: int
    result: ProgrammeResult | None
    steps: int
    done: int


@dataclass(frozen=True, slots=True)
class Note:
    """A meeting that was, and that nobody of the pair has contradicted."""

    pairing_id: int
    held_on: date
    how: Contact


@dataclass(frozen=True, slots=True)
class Ordered:
    school_year: int
    kind: OrderKind
    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class Event:
    """`talk` is the title of what the person has told there, empty when they have only come."""

    school_year: int
    kind: GatheringKind
    day: date
    talk: str


_WORKED = f"""SELECT g.id AS pairing_id, g.school_year, m.person_id, m.side, p.full_name, p.position,
                     CASE WHEN p.erase_by IS NULL THEN 0 ELSE 1 END AS hidden, g.format, g.state, g.starts_on,
                     g.ends_on, g.ended_on, g.end_reason, m.joined_at, m.left_at, COALESCE(o.number, '') AS number,
                     o.dated_on, COALESCE(r.version, 0) AS version, r.result,
                     (SELECT COUNT(*) FROM programme_step s WHERE s.pairing_id = g.id) AS steps,
                     (SELECT COUNT(s.done_on) FROM programme_step s WHERE s.pairing_id = g.id) AS done
              FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id AND {WORKED}
              JOIN person p ON p.id = m.person_id
              LEFT JOIN pair_order o ON o.id = g.order_id AND o.signed_at IS NOT NULL
              LEFT JOIN programme r ON r.pairing_id = g.id"""
# Whoever was in a pair with the person at some time, not before them and not after.
_BESIDE = """pairing_member m JOIN pairing_member e ON e.pairing_id = m.pairing_id AND e.side = 'mentee'
               AND (m.left_at IS NULL OR e.joined_at < m.left_at) AND (e.left_at IS NULL OR e.left_at > m.joined_at)"""


async def of_person(tx: Tx, school_id: int, person_id: int) -> list[Worked]:
    """In every year that is kept, the first one first."""
    return await tx.all(
        Worked,
        f"""{_WORKED} WHERE m.person_id = :person_id AND g.school_id = :school_id
            ORDER BY g.school_year, g.id""",
        school_id=school_id,
        person_id=person_id,
    )


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[Worked]:
    """Everybody's, by name; without the erased."""
    return await tx.all(
        Worked,
        f"""{_WORKED} WHERE g.school_id = :school_id AND g.school_year = :school_year AND p.state <> 'erased'
            ORDER BY p.sort_name, p.id, g.id""",
        school_id=school_id,
        school_year=school_year,
    )


@dataclass(frozen=True, slots=True)
class Mentee:
    pairing_id: int
    person_id: int


async def mentees(tx: Tx, person_id: int) -> list[Mentee]:
    """Of the pairs in which the person is, or was, the mentor: ids alone, the erased too."""
    return await tx.all(
        Mentee,
        f"""SELECT e.pairing_id, e.person_id FROM {_BESIDE}
            WHERE m.person_id = :person_id AND m.side = 'mentor' ORDER BY e.pairing_id, e.person_id""",
        person_id=person_id,
    )


async def notes(tx: Tx, person_id: int) -> list[Note]:
    """Meetings of the pairs in which the person was the mentor, noted while they were; the first one first."""
    return await tx.all(
        Note,
        """SELECT n.pairing_id, n.held_on, n.how
           FROM pairing_member m JOIN contact_note n ON n.pairing_id = m.pairing_id
           WHERE m.person_id = :person_id AND m.side = 'mentor' AND n.taken_back_at IS NULL
             AND n.answer <> 'otherwise' AND n.noted_at >= m.joined_at
             AND (m.left_at IS NULL OR n.noted_at <= m.left_at)
           ORDER BY n.held_on, n.id""",
        person_id=person_id,
    )


async def orders(tx: Tx, person_id: int) -> list[Ordered]:
    """Signed orders in which a pair stands that the person is, or was, the mentor of."""
    return await tx.all(
        Ordered,
        """SELECT DISTINCT o.school_year, o.kind, o.number, o.dated_on
           FROM pairing_member m JOIN pair_order_line l ON l.pairing_id = m.pairing_id
           JOIN pair_order o ON o.id = l.order_id AND o.signed_at IS NOT NULL
           WHERE m.person_id = :person_id AND m.side = 'mentor'
           ORDER BY o.dated_on, o.number, o.school_year, o.kind""",
        person_id=person_id,
    )


async def events(tx: Tx, person_id: int) -> list[Event]:
    """That the person has been at, the first one first."""
    return await tx.all(
        Event,
        """SELECT e.school_year, e.kind, e.day, CASE WHEN g.talk_state = 'accepted' THEN g.talk ELSE '' END AS talk
           FROM gathering_person g JOIN gathering e ON e.id = g.gathering_id
           WHERE g.person_id = :person_id AND g.attended = 1 AND e.state = 'invited' ORDER BY e.day, e.id""",
        person_id=person_id,
    )
