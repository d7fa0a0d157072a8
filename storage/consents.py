"""The consent ledger: rows are added, never changed; the last row of a kind is what holds."""

from dataclasses import dataclass
from datetime import datetime

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
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, recorded_by, decided_at)
           VALUES (:person_id, :kind, :decision, :source, :text_version, :text_hash, :recorded_by, :now)
           RETURNING id""",
        person_id=person_id,
        kind=kind,
        decision=decision,
        source=source,
        text_version=text_version,
        text_hash=text_hash,
        recorded_by=recorded_by,
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
