"""What the workbook of pairs tells beside the pairs themselves: meetings, programmes, next steps of a year."""

from dataclasses import dataclass
from datetime import date

from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState, Support, SupportState


@dataclass(frozen=True, slots=True)
class Meetings:
    """How many there were, and the last of them."""

    pairing_id: int
    meetings: int
    last_on: date


@dataclass(frozen=True, slots=True)
class Programme:
    pairing_id: int
    state: ProgrammeState


@dataclass(frozen=True, slots=True)
class NextStep:
    """The first of the programme that is not done, by its day: steps are moved and added."""

    pairing_id: int
    activity: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What somebody was offered while they waited."""

    person_id: int
    kind: Support
    state: SupportState
    day: date  # when it took place, or was offered


_OF_YEAR = "g.school_id = :school_id AND g.school_year = :school_year"


async def meetings(tx: Tx, school_id: int, school_year: int) -> list[Meetings]:
    return await tx.all(
        Meetings,
        f"""SELECT n.pairing_id, COUNT(*) AS meetings, MAX(n.held_on) AS last_on
            FROM pairing g JOIN contact_note n ON n.pairing_id = g.id
            WHERE {_OF_YEAR} AND n.taken_back_at IS NULL GROUP BY n.pairing_id ORDER BY n.pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def programmes(tx: Tx, school_id: int, school_year: int) -> list[Programme]:
    return await tx.all(
        Programme,
        f"""SELECT p.pairing_id, p.state FROM pairing g JOIN programme p ON p.pairing_id = g.id
            WHERE {_OF_YEAR} ORDER BY p.pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def next_steps(tx: Tx, school_id: int, school_year: int) -> list[NextStep]:
    return await tx.all(
        NextStep,
        f"""WITH open_step AS (
                SELECT s.pairing_id, s.activity, ROW_NUMBER() OVER (
                    PARTITION BY s.pairing_id ORDER BY COALESCE(s.due_on, '9999'), s.place, s.id) AS turn
                FROM pairing g JOIN programme_step s ON s.pairing_id = g.id
                WHERE {_OF_YEAR} AND s.done_on IS NULL)
            SELECT pairing_id, activity FROM open_step WHERE turn = 1 ORDER BY pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def offered(tx: Tx, school_id: int) -> list[Offered]:
    """A file travels: who was sent to the psychologist stands in none."""
    return await tx.all(
        Offered,
        """SELECT person_id, kind, state, COALESCE(held_on, offered_on) AS day FROM support_note
           WHERE school_id = :school_id AND kind <> 'psychologist' ORDER BY person_id, id""",
        school_id=school_id,
    )
