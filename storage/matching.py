"""What matching looks at: who has handed in, and those of their answers that speak for or against a pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import LOOKED_FOR, PEOPLE
from storage.tx import Tx

# Nobody is looked for in the name of somebody whose consent is not there, nor during their own pause.
_MAY_BE_MATCHED = """d.decision = 'given' AND (p.paused_until IS NULL OR p.paused_until <= :today)"""
_ASKED = f"""FROM person p JOIN {LOOKED_FOR}
             JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
             WHERE {PEOPLE} AND f.state = 'submitted' AND {_MAY_BE_MATCHED}"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has handed the questionnaire in; `paused` of a mentor who takes nobody new for a while."""

    id: int  # the person's
    run_id: int
    full_name: str
    search_name: str
    position: str
    submitted_at: datetime
    paused: bool


@dataclass(frozen=True, slots=True)
class Said:
    run_id: int
    question: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Ended:
    """The last pair of a mentee that is over, having been one."""

    person_id: int
    ended_on: date
    end_reason: str


async def candidates(tx: Tx, school_id: int, form_key: str, today: date) -> list[Candidate]:
    return await tx.all(
        Candidate,
        f"""SELECT p.id, f.id AS run_id, p.full_name, p.search_name, p.position, f.submitted_at,
                   (SELECT COUNT(*) FROM mentor_pause z WHERE z.person_id = p.id AND z.ended_at IS NULL) AS paused
            {_ASKED} ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
        today=today,
    )


async def answers(tx: Tx, school_id: int, form_key: str, today: date, questions: Sequence[str]) -> list[Said]:
    """`questions` are keys of ours."""
    wanted = {f"question_{number}": key for number, key in enumerate(questions)}
    named = ", ".join(f":{name}" for name in wanted)
    return await tx.all(
        Said,
        f"""SELECT s.run_id, s.question, s.value FROM (SELECT f.id {_ASKED}) r
            JOIN answer s ON s.run_id = r.id AND s.question IN ({named}) ORDER BY s.run_id, s.question""",
        school_id=school_id,
        form_key=form_key,
        today=today,
        **wanted,
    )


async def in_pairs(tx: Tx, school_id: int) -> list[int]:
    """The mentees of pairs that are not over, proposed ones too."""
    return await tx.all(
        int,
        """SELECT DISTINCT m.person_id FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.state <> 'ended' AND m.side = 'mentee' AND m.left_at IS NULL
           ORDER BY m.person_id""",
        school_id=school_id,
    )


async def out_of_queue(tx: Tx, school_id: int) -> list[int]:
    """Who has left the queue by their own wish or by a decision, and has not come back."""
    return await tx.all(
        int,
        """SELECT q.person_id FROM person p JOIN queue_exit q ON q.person_id = p.id
           WHERE p.school_id = :school_id AND q.returned_at IS NULL ORDER BY q.person_id""",
        school_id=school_id,
    )


async def last_ended(tx: Tx, school_id: int, school_year: int) -> list[Ended]:
    """For each mentee whose pair was one and is over this year."""
    return await tx.all(
        Ended,
        """SELECT m.person_id, g.ended_on, g.end_reason FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state = 'ended'
             AND g.end_reason <> 'not_agreed' AND m.side = 'mentee' ORDER BY g.ended_on, g.id""",
        school_id=school_id,
        school_year=school_year,
    )
