"""What the members of a pair sign on paper, each for this very pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.rows import numbers
from storage.tx import Tx
from storage.vocabulary.pairs import PairPaper, PairPaperState


@dataclass(frozen=True, slots=True)
class Paper:
    pairing_id: int
    person_id: int
    kind: PairPaper
    state: PairPaperState
    received_on: date | None


async def of_pairs(tx: Tx, pairing_ids: Sequence[int]) -> list[Paper]:
    return await tx.all(
        Paper,
        f"""SELECT pairing_id, person_id, kind, state, received_on FROM pair_paper
            WHERE pairing_id IN ({numbers(pairing_ids)}) ORDER BY pairing_id, person_id, kind""",
    )


async def put(
    tx: Tx,
    *,
    pairing_id: int,
    person_id: int,
    kind: PairPaper,
    state: PairPaperState,
    received_on: date | None,
    by: int,
    now: datetime,
) -> int:
    """0 when it is so already."""
    return await tx.run(
        """INSERT INTO pair_paper (pairing_id, person_id, kind, state, received_on, recorded_by, changed_at)
           VALUES (:pairing_id, :person_id, :kind, :state, CAST(:received_on AS TEXT), :by, :now)
           ON CONFLICT (pairing_id, person_id, kind) DO UPDATE
           SET state = excluded.state, received_on = excluded.received_on, recorded_by = excluded.recorded_by,
               changed_at = excluded.changed_at
           WHERE pair_paper.state <> excluded.state""",
        pairing_id=pairing_id,
        person_id=person_id,
        kind=kind,
        state=state,
        received_on=received_on,
        by=by,
        now=now,
    )


async def mark_printed(tx: Tx, pairing_id: int, person_id: int, *, by: int, now: datetime) -> int:
    """The consent's sheet went to print; a received one stays received."""
    return await tx.run(
        """INSERT INTO pair_paper (pairing_id, person_id, kind, state, recorded_by, changed_at)
           VALUES (:pairing_id, :person_id, 'consent', 'printed', :by, :now)
           ON CONFLICT (pairing_id, person_id, kind) DO UPDATE SET state = 'printed', changed_at = excluded.changed_at
           WHERE pair_paper.state = 'to_print'""",
        pairing_id=pairing_id,
        person_id=person_id,
        by=by,
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM pair_paper WHERE person_id = :person_id", person_id=person_id)
