"""The consent ledger: rows are added, never changed; the last row of a kind is what holds."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, Source


@dataclass(frozen=True, slots=True)
class Consent:
    id: int
    kind: ConsentKind
    decision: ConsentDecision
    source: Source
    text_version: int
    decided_at: datetime


async def record(
    tx: Tx,
    *,
    person_id: int,
    kind: ConsentKind,
    decision: ConsentDecision,
    source: Source,
    text_version: int,
    text_hash: str,
    recorded_by: int | None,
    valid_until: date | None = None,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, recorded_by, valid_until,
                                decided_at)
           VALUES (:person_id, :kind, :decision, :source, :text_version, :text_hash, :recorded_by, :valid_until, :now)
           RETURNING id""",
        person_id=person_id,
        kind=kind,
        decision=decision,
        source=source,
        text_version=text_version,
        text_hash=text_hash,
        recorded_by=recorded_by,
        valid_until=valid_until,
        now=now,
    )


async def lapse(tx: Tx, *, since: date, today: date, now: datetime) -> int:
    """A row for each consent whose term ended from `since` until yesterday and which still holds; how many."""
    return await tx.run(
        """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, decided_at)
           SELECT c.person_id, c.kind, 'lapsed', c.source, c.text_version, c.text_hash, CAST(:now AS TEXT)
           FROM consent c JOIN person p ON p.id = c.person_id AND p.state <> 'erased'
           WHERE c.decision = 'given' AND c.valid_until >= :since AND c.valid_until < :today
             AND c.id = (SELECT MAX(id) FROM consent WHERE person_id = c.person_id AND kind = c.kind)""",
        since=since,
        today=today,
        now=now,
    )


async def latest(tx: Tx, person_id: int, kind: ConsentKind) -> Consent | None:
    return await tx.one(
        Consent,
        """SELECT id, kind, decision, source, text_version, decided_at FROM consent
           WHERE person_id = :person_id AND kind = :kind ORDER BY id DESC LIMIT 1""",
        person_id=person_id,
        kind=kind,
    )


async def ledger(tx: Tx, person_id: int) -> list[Consent]:
    return await tx.all(
        Consent,
        """SELECT id, kind, decision, source, text_version, decided_at FROM consent
           WHERE person_id = :person_id ORDER BY id""",
        person_id=person_id,
    )
