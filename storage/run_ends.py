"""What is forgotten of form runs: nobody goes on with them, or somebody is erased."""

from datetime import datetime

from storage.tx import Tx


async def drop_idle(tx: Tx, before: datetime) -> int:
    """Small forms and trials that nobody goes on with: what was typed may name people. A questionnaire is kept."""
    idle = await tx.all(
        int,
        """SELECT id FROM form_run
           WHERE state = 'open' AND form_key <> 'needs' AND (digest IS NULL OR form_key = 'trial')
             AND touched_at < :before
           ORDER BY touched_at LIMIT 500""",
        before=before,
    )
    await _drop(tx, idle)
    return len(idle)


async def drop_half_written(tx: Tx, school_id: int) -> None:
    """Erasure: a colleague's half-filled form may name the person."""
    found = await tx.all(
        int,
        """SELECT id FROM form_run
           WHERE school_id = :school_id AND state = 'open'
             AND form_key IN ('person', 'reply', 'announcement', 'meeting_next', 'gathering_agenda',
                              'minutes_head', 'minutes_heard', 'minutes_decided', 'declension', 'practice_return')
           ORDER BY id""",
        school_id=school_id,
    )
    await _drop(tx, found)


async def _drop(tx: Tx, run_ids: list[int]) -> None:
    of = [{"run_id": run_id} for run_id in run_ids]
    await tx.run_many("DELETE FROM answer WHERE run_id = :run_id", of)
    await tx.run_many("UPDATE form_run SET state = 'abandoned', ticked = '[]' WHERE id = :run_id", of)


async def forget_person(tx: Tx, person_id: int) -> None:
    """Answers go, the runs stay as nameless counters."""
    await tx.run(
        "DELETE FROM answer WHERE run_id IN (SELECT id FROM form_run WHERE person_id = :person_id)",
        person_id=person_id,
    )
    await tx.run(
        """UPDATE form_run SET about = '{}', ticked = '[]', place = '',
                  state = CASE WHEN state = 'submitted' THEN 'withdrawn' ELSE 'abandoned' END
           WHERE person_id = :person_id""",
        person_id=person_id,
    )


async def forget(tx: Tx, run_ids: list[int]) -> None:
    """The runs themselves go too: whose they were, when they were begun and when they ended."""
    of = [{"run_id": run_id} for run_id in run_ids]
    await tx.run_many("DELETE FROM answer WHERE run_id = :run_id", of)
    await tx.run_many("UPDATE question SET run_id = NULL WHERE run_id = :run_id", of)
    await tx.run_many("UPDATE form_run SET parent_id = NULL WHERE parent_id = :run_id", of)
    await tx.run_many(
        """UPDATE account SET run_id = NULL WHERE run_id = :run_id AND id =
           (SELECT p.account_id FROM form_run f JOIN person p ON p.id = f.entered_by WHERE f.id = :run_id)""",
        of,
    )
    await tx.run_many("DELETE FROM form_run WHERE id = :run_id", of)
