"""Heavy work waiting for the worker process; its task names things by id."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Job:
    id: int
    school_id: int
    person_id: int
    chat_id: int
    kind: str
    task: dict[str, int | str]
    tries: int


async def add(
    tx: Tx,
    *,
    school_id: int,
    person_id: int,
    chat_id: int,
    kind: str,
    task: dict[str, int | str],
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO job (school_id, person_id, chat_id, kind, task, created_at)
           VALUES (:school_id, :person_id, :chat_id, :kind, :task, :now) RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        chat_id=chat_id,
        kind=kind,
        task=task,
        now=now,
    )


@dataclass(frozen=True, slots=True)
class Made:
    """What a job's file is of. `ended_at` is None while it is on its way; `outdated`: it may name an erased person."""

    kind: str
    ended_at: datetime | None
    outdated: bool


async def made(tx: Tx, job_id: int) -> Made | None:
    return await tx.one(
        Made,
        """SELECT j.kind, j.ended_at, EXISTS (SELECT 1 FROM journal WHERE act = 'person.erase'
                  AND school_id = j.school_id AND done_at >= j.created_at) AS outdated
           FROM job j WHERE j.id = :job_id""",
        job_id=job_id,
    )


async def get(tx: Tx, job_id: int) -> Job | None:
    return await tx.one(
        Job,
        "SELECT id, school_id, person_id, chat_id, kind, task, tries FROM job WHERE id = :job_id",
        job_id=job_id,
    )


async def same_due(tx: Tx, *, person_id: int, kind: str, task: dict[str, int | str]) -> int | None:
    """The same work that this person has ordered and not got yet."""
    return await tx.one(
        int,
        """SELECT id FROM job
           WHERE person_id = :person_id AND kind = :kind AND task = :task AND state = 'due' ORDER BY id LIMIT 1""",
        person_id=person_id,
        kind=kind,
        task=task,
    )


async def is_due(tx: Tx, kind: str) -> bool:
    """Is any job of this kind on its way?"""
    found = await tx.one(int, "SELECT COUNT(*) FROM job WHERE state = 'due' AND kind = :kind", kind=kind)
    return bool(found)


async def due(tx: Tx, limit: int) -> list[Job]:
    return await tx.all(
        Job,
        """SELECT id, school_id, person_id, chat_id, kind, task, tries FROM job WHERE state = 'due'
           ORDER BY id LIMIT :limit""",
        limit=limit,
    )


async def finish(tx: Tx, job_id: int, now: datetime) -> int:
    """0 when it was finished before."""
    return await tx.run(
        "UPDATE job SET state = 'done', task = '{}', ended_at = :now WHERE id = :job_id AND state = 'due'",
        job_id=job_id,
        now=now,
    )


async def failed(tx: Tx, job_id: int, *, error: str, for_good: bool, now: datetime) -> None:
    await tx.run(
        """UPDATE job SET tries = tries + 1, error = :error,
                  state = CASE WHEN :for_good = 1 THEN 'failed' ELSE state END,
                  ended_at = CASE WHEN :for_good = 1 THEN CAST(:now AS TEXT) ELSE ended_at END
           WHERE id = :job_id""",
        job_id=job_id,
        error=error,
        for_good=for_good,
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """What they ordered is not done any more, and the row names their chat."""
    await tx.run("DELETE FROM job WHERE person_id = :person_id", person_id=person_id)
