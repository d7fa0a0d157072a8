"""Programmes as they are written, sent, approved and carried out; a change is guarded by the state."""

from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState


async def begin(
    tx: Tx, pairing_id: int, *, content: str, starts_on: date, ends_on: date, by: int, now: datetime
) -> int:
    """0 when the pair has one."""
    return await tx.run(
        """INSERT INTO programme (pairing_id, state, content, starts_on, ends_on, changed_by, changed_at)
           VALUES (:pairing_id, 'draft', :content, :starts_on, :ends_on, :by, :now)
           ON CONFLICT (pairing_id) DO NOTHING""",
        pairing_id=pairing_id,
        content=content,
        starts_on=starts_on,
        ends_on=ends_on,
        by=by,
        now=now,
    )


async def add_step(
    tx: Tx,
    pairing_id: int,
    *,
    at: int,
    area: str,
    activity: str,
    form: str,
    due_on: date | None,
    result: str,
    evidence: str,
) -> int:
    """`at` is its place among those of one day."""
    return await tx.inserted(
        """INSERT INTO programme_step (pairing_id, place, area, activity, form, due_on, result, evidence)
           VALUES (:pairing_id, :at, :area, :activity, :form, CAST(:due_on AS TEXT), :result, :evidence)
           RETURNING id""",
        pairing_id=pairing_id,
        at=at,
        area=area,
        activity=activity,
        form=form,
        due_on=due_on,
        result=result,
        evidence=evidence,
    )


async def touch(tx: Tx, pairing_id: int, *, by: int, now: datetime) -> int:
    """Note that a draft is being changed; 0 when it is no draft."""
    return await tx.run(
        """UPDATE programme SET changed_by = :by, changed_at = :now
           WHERE pairing_id = :pairing_id AND state = 'draft'""",
        pairing_id=pairing_id,
        by=by,
        now=now,
    )


async def rewrite(tx: Tx, pairing_id: int, content: str) -> int:
    return await tx.run(
        "UPDATE programme SET content = :content WHERE pairing_id = :pairing_id", pairing_id=pairing_id, content=content
    )


async def move_step(tx: Tx, step_id: int, due_on: date) -> int:
    """0 when it was removed meanwhile."""
    return await tx.run(
        "UPDATE programme_step SET due_on = :due_on WHERE id = :step_id", step_id=step_id, due_on=due_on
    )


async def remove_step(tx: Tx, step_id: int) -> int:
    """Meetings that were noted with it stay, only not with it. 0 when it was removed before, or is done."""
    await tx.run(
        """UPDATE contact_note SET step_id = NULL WHERE step_id = :step_id
           AND (SELECT COUNT(*) FROM programme_step s WHERE s.id = :step_id AND s.done_on IS NULL) = 1""",
        step_id=step_id,
    )
    return await tx.run("DELETE FROM programme_step WHERE id = :step_id AND done_on IS NULL", step_id=step_id)


async def mark_done(tx: Tx, step_id: int, *, on: date, by: int, now: datetime) -> int:
    """0 when it is marked already."""
    return await tx.run(
        """UPDATE programme_step SET done_on = :on, done_by = :by, done_at = :now
           WHERE id = :step_id AND done_on IS NULL""",
        step_id=step_id,
        on=on,
        by=by,
        now=now,
    )


async def take_mark_back(tx: Tx, step_id: int, since: datetime) -> int:
    """0 when the mark is older, or is not there."""
    return await tx.run(
        """UPDATE programme_step SET done_on = NULL, done_by = NULL, done_at = NULL
           WHERE id = :step_id AND done_at >= :since""",
        step_id=step_id,
        since=since,
    )


async def move(
    tx: Tx, pairing_id: int, before: ProgrammeState, after: ProgrammeState, *, note: str, by: int, now: datetime
) -> int:
    """0 when it is not in that state any more: somebody was quicker."""
    return await tx.run(
        """UPDATE programme SET state = :after, note = :note, changed_by = :by, changed_at = :now
           WHERE pairing_id = :pairing_id AND state = :before""",
        pairing_id=pairing_id,
        before=before,
        after=after,
        note=note,
        by=by,
        now=now,
    )


async def approve(tx: Tx, pairing_id: int, version: int, changed_at: datetime, *, by: int, now: datetime) -> int:
    """`version` is the one that it becomes; 0 when it is not what the coordinator has looked at."""
    return await tx.run(
        """UPDATE programme SET state = 'approved', version = :version, note = '', approved_by = :by, approved_at = :now
           WHERE pairing_id = :pairing_id AND state = 'sent' AND version = :version - 1 AND changed_at = :changed_at""",
        pairing_id=pairing_id,
        version=version,
        changed_at=changed_at,
        by=by,
        now=now,
    )


async def extend(tx: Tx, pairing_id: int, ends_on: date, *, by: int, now: datetime) -> int:
    """0 when the end is not later, or the programme is closed."""
    return await tx.run(
        """UPDATE programme SET ends_on = :ends_on, changed_by = :by, changed_at = :now
           WHERE pairing_id = :pairing_id AND ends_on < :ends_on AND state <> 'closed'""",
        pairing_id=pairing_id,
        ends_on=ends_on,
        by=by,
        now=now,
    )


async def count_up(tx: Tx, pairing_id: int, version: int) -> int:
    """An approved programme gets this further version; 0 when it is no such."""
    return await tx.run(
        """UPDATE programme SET version = :version
           WHERE pairing_id = :pairing_id AND state = 'approved' AND version = :version - 1""",
        pairing_id=pairing_id,
        version=version,
    )


async def keep_version(
    tx: Tx, pairing_id: int, version: int, *, content: str, changes: str, by: int, now: datetime
) -> None:
    await tx.run(
        """INSERT INTO programme_version (pairing_id, version, content, changes, kept_by, kept_at)
           VALUES (:pairing_id, :version, :content, :changes, :by, :now)""",
        pairing_id=pairing_id,
        version=version,
        content=content,
        changes=changes,
        by=by,
        now=now,
    )


async def close(tx: Tx, pairing_id: int) -> int:
    """The pair is over: nothing of its programme changes any more. 0 when there is none, or it is closed."""
    return await tx.run(
        "UPDATE programme SET state = 'closed' WHERE pairing_id = :pairing_id AND state <> 'closed'",
        pairing_id=pairing_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """Programmes of this mentee are emptied; a group's goes on while it has other mentees."""
    found = await tx.all(
        int,
        """SELECT r.pairing_id FROM pairing_member m JOIN programme r ON r.pairing_id = m.pairing_id
           WHERE m.person_id = :person_id AND m.side = 'mentee'
             AND (SELECT COUNT(*) FROM pairing_member o
                  WHERE o.pairing_id = m.pairing_id AND o.side = 'mentee' AND o.left_at IS NULL
                    AND o.person_id <> m.person_id) = 0
           ORDER BY r.pairing_id""",
        person_id=person_id,
    )
    of = [{"pairing_id": pairing_id} for pairing_id in found]
    await tx.run_many(
        "UPDATE programme SET state = 'closed', content = '{}', note = '' WHERE pairing_id = :pairing_id", of
    )
    await tx.run_many(
        "UPDATE programme_step SET activity = '', form = '', result = '', evidence = '' WHERE pairing_id = :pairing_id",
        of,
    )
    await tx.run_many("UPDATE programme_version SET content = '{}', changes = '[]' WHERE pairing_id = :pairing_id", of)
