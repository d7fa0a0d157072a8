"""Practices that somebody has promised in the last survey, with a name, and that have not come as a card."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Promise:
    """`may_hear`: may be written to today."""

    person_id: int
    full_name: str
    submitted_at: datetime
    may_hear: bool


async def promises(
    tx: Tx, school_id: int, form_key: str, school_year: int, *, since: datetime, today: date
) -> list[Promise]:
    """Of surveys that were handed in since the year began, by name, but for whoever has written a card this year."""
    return await tx.all(
        Promise,
        """SELECT p.id AS person_id, p.full_name, f.submitted_at,
                  CASE WHEN p.state = 'active' AND (p.paused_until IS NULL OR p.paused_until <= :today)
                       AND a.reachable = 1 AND d.decision = 'given' AND c.decision = 'given' THEN 1 ELSE 0 END
                  AS may_hear
           FROM form_run f JOIN person p ON p.id = f.person_id AND p.erase_by IS NULL
           LEFT JOIN account a ON a.id = p.account_id
           LEFT JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
           LEFT JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
           WHERE f.school_id = :school_id AND f.form_key = :form_key AND f.state = 'submitted'
             AND f.submitted_at >= :since
             AND (SELECT s.value FROM answer s WHERE s.run_id = f.id AND s.question = 'practice') = 'true'
             AND f.id = (SELECT MAX(id) FROM form_run WHERE person_id = f.person_id AND form_key = f.form_key
                         AND state IN ('open', 'submitted', 'withdrawn'))
             AND NOT EXISTS (SELECT 1 FROM practice_card k WHERE k.author_id = p.id AND k.school_year = :school_year)
           ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
        school_year=school_year,
        since=since,
        today=today,
    )
