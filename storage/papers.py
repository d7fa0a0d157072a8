"""Signed sheets: the bot prints the form, the school keeps the paper, the coordinator marks it received."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import PaperState


@dataclass(frozen=True, slots=True)
class PaperLine:
    id: int  # the person's
    full_name: str
    position: str
    state: PaperState
    received_on: date | None


@dataclass(frozen=True, slots=True)
class PaperCount:
    people: int
    received: int

    @property
    def left(self) -> int:
        return self.people - self.received


async def ensure(tx: Tx, person_id: int, now: datetime) -> None:
    """Every listed person owes one sheet; the row appears with the person's consent or with printing."""
    await tx.run(
        """INSERT INTO paper (person_id, kind, state, changed_at) VALUES (:person_id, 'data', 'to_print', :now)
           ON CONFLICT (person_id, kind) DO NOTHING""",
        person_id=person_id,
        now=now,
    )


async def mark_printed(tx: Tx, people: list[int], now: datetime) -> None:
    await tx.run_many(
        """INSERT INTO paper (person_id, kind, state, changed_at) VALUES (:person_id, 'data', 'printed', :now)
           ON CONFLICT (person_id, kind) DO UPDATE SET state = 'printed', changed_at = :now
           WHERE paper.state = 'to_print'""",
        [{"person_id": person_id, "now": now} for person_id in people],
    )


async def mark_received(tx: Tx, person_id: int, *, on: date, by: int, now: datetime) -> int:
    """0 when it was marked before: the first date and who marked it stay."""
    return await tx.run(
        """INSERT INTO paper (person_id, kind, state, received_on, recorded_by, changed_at)
           VALUES (:person_id, 'data', 'received', :on, :by, :now)
           ON CONFLICT (person_id, kind) DO UPDATE
           SET state = 'received', received_on = excluded.received_on, recorded_by = excluded.recorded_by,
               changed_at = excluded.changed_at
           WHERE paper.state <> 'received'""",
        person_id=person_id,
        on=on,
        by=by,
        now=now,
    )


async def unmark_received(tx: Tx, person_id: int, *, by: int, now: datetime) -> int:
    """Takes a wrong tick back; 0 when there was none."""
    return await tx.run(
        """UPDATE paper SET state = 'printed', received_on = NULL, recorded_by = :by, changed_at = :now
           WHERE person_id = :person_id AND kind = 'data' AND state = 'received'""",
        person_id=person_id,
        by=by,
        now=now,
    )


async def begin_anew(tx: Tx, person_id: int, now: datetime) -> None:
    """The sheet belonged to a consent that holds no more: the next consent needs its own."""
    await tx.run(
        """UPDATE paper SET state = 'to_print', received_on = NULL, recorded_by = NULL, changed_at = :now
           WHERE person_id = :person_id AND kind = 'data'""",
        person_id=person_id,
        now=now,
    )


async def lapse(tx: Tx, now: datetime) -> None:
    """The sheets of all whose consent has just lapsed: the next one needs its own."""
    await tx.run(
        """UPDATE paper SET state = 'to_print', received_on = NULL, recorded_by = NULL, changed_at = :now
           WHERE kind = 'data' AND state <> 'to_print' AND person_id IN
                 (SELECT person_id FROM consent WHERE decision = 'lapsed' AND decided_at = :now)""",
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM paper WHERE person_id = :person_id", person_id=person_id)


async def page(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[PaperLine]:
    """Everybody who owes a sheet, by name: a tick must not move the line under the finger."""
    return await tx.all(
        PaperLine,
        """SELECT p.id, p.full_name, p.position, COALESCE(w.state, 'to_print') AS state, w.received_on
           FROM person p LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
           WHERE p.school_id = :school_id AND p.state IN ('invited', 'active') AND p.full_name <> ''
             AND p.erase_by IS NULL
           ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def not_received(tx: Tx, school_id: int) -> list[PaperLine]:
    """Who still owes a sheet, in the order of the screen."""
    return await tx.all(
        PaperLine,
        """SELECT p.id, p.full_name, p.position, COALESCE(w.state, 'to_print') AS state, w.received_on
           FROM person p LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
           WHERE p.school_id = :school_id AND p.state IN ('invited', 'active') AND p.full_name <> ''
             AND p.erase_by IS NULL AND (w.state IS NULL OR w.state <> 'received')
           ORDER BY p.sort_name, p.id""",
        school_id=school_id,
    )


async def count(tx: Tx, school_id: int) -> PaperCount:
    found = await tx.one(
        PaperCount,
        """SELECT COUNT(*) AS people, COALESCE(SUM(CASE WHEN w.state = 'received' THEN 1 ELSE 0 END), 0) AS received
           FROM person p LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
           WHERE p.school_id = :school_id AND p.state IN ('invited', 'active') AND p.full_name <> ''
             AND p.erase_by IS NULL""",
        school_id=school_id,
    )
    return found or PaperCount(0, 0)
