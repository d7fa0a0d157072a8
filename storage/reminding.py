"""Whom the planner may remind: one statement, filtered by everything that the database knows."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import RunState


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody with an account, consent and leave to be written to, whose request is not handed in.

    Whoever handed one in last year is asked about that one instead.
    """

    person_id: int
    consented_at: datetime
    run_state: RunState | None
    touched_at: datetime | None


async def for_request(tx: Tx, school_id: int, today: date) -> list[Candidate]:
    return await tx.all(
        Candidate,
        """SELECT p.id AS person_id, d.decided_at AS consented_at, f.state AS run_state, f.touched_at
           FROM person p
           JOIN account a ON a.id = p.account_id AND a.reachable = 1
           JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
                AND d.decision = 'given'
           JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
                AND c.decision = 'given'
           LEFT JOIN form_run f ON f.id = (SELECT MAX(id) FROM form_run WHERE person_id = p.id
                AND form_key = 'needs' AND state IN ('open', 'submitted', 'withdrawn') AND carried = '')
           WHERE p.school_id = :school_id AND p.state = 'active' AND p.erase_by IS NULL
             AND (p.paused_until IS NULL OR p.paused_until <= :today)
             AND (f.state = 'open' OR (f.state IS NULL AND (SELECT COUNT(*) FROM form_run k WHERE k.person_id = p.id
                AND k.form_key = 'needs' AND k.carried <> '') = 0))
           ORDER BY p.id""",
        school_id=school_id,
        today=today,
    )
