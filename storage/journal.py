"""Who did what to whom and when: ids only, added to and never changed."""

from datetime import datetime

from storage.tx import Tx


async def note(
    tx: Tx,
    act: str,
    *,
    school_id: int | None,
    actor_id: int | None,
    person_id: int | None = None,
    count: int = 1,
    now: datetime,
) -> None:
    await tx.run(
        """INSERT INTO journal (school_id, actor_id, person_id, act, count, done_at)
           VALUES (:school_id, :actor_id, :person_id, :act, :count, :now)""",
        school_id=school_id,
        actor_id=actor_id,
        person_id=person_id,
        act=act,
        count=count,
        now=now,
    )
