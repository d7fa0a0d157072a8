"""What is known over all runs: how many have answered each form, what a person has said elsewhere."""

from dataclasses import dataclass

from storage.runs import Answer
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many have handed in a form, and how many are in the middle of it."""

    form_key: str
    submitted: int
    begun: int


async def count_of_forms(tx: Tx, school_id: int) -> list[FormCount]:
    """Of every form that anybody of the school has begun, without those who have withdrawn."""
    return await tx.all(
        FormCount,
        """SELECT f.form_key, COUNT(*) FILTER (WHERE f.state = 'submitted') AS submitted,
                  COUNT(*) FILTER (WHERE f.state = 'open') AS begun
           FROM form_run f JOIN person p ON p.id = f.person_id
           WHERE f.school_id = :school_id AND f.state IN ('open', 'submitted') AND p.erase_by IS NULL
           GROUP BY f.form_key ORDER BY f.form_key""",
        school_id=school_id,
    )


async def own_of_person(tx: Tx, person_id: int) -> list[str]:
    """Which questionnaires of the school's own the person has begun or handed in, and not taken back."""
    return await tx.all(
        str,
        """SELECT f.form_key FROM form_run f
           WHERE f.person_id = :person_id AND f.state IN ('open', 'submitted') AND f.digest IS NOT NULL
             AND f.form_key NOT IN ('needs', 'mentor_profile', 'trial')
             AND f.id = (SELECT MAX(id) FROM form_run WHERE person_id = :person_id AND form_key = f.form_key)
           ORDER BY f.form_key""",
        person_id=person_id,
    )


async def facts(tx: Tx, person_id: int, *, but: int, questions: tuple[str, str, str]) -> list[Answer]:
    """What the person has said to these questions elsewhere, the newest last."""
    first, second, third = questions
    return await tx.all(
        Answer,
        """SELECT a.question, a.value FROM form_run f JOIN answer a ON a.run_id = f.id
           WHERE f.person_id = :person_id AND f.state = 'submitted' AND f.id <> :but AND f.form_key <> 'trial'
             AND a.question IN (:first, :second, :third) AND a.value IS NOT NULL ORDER BY f.submitted_at, f.id""",
        person_id=person_id,
        but=but,
        first=first,
        second=second,
        third=third,
    )
