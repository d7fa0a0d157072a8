"""Collections that were made of cards, and which of them stand in which: a revocation must find the copies."""

from collections.abc import Mapping
from datetime import datetime

from storage.practices.model import AUTHOR, IN_LIBRARY, CollectionRow
from storage.tx import Tx


async def make(
    tx: Tx, *, school_id: int, school_year: int, job_id: int, named: Mapping[int, bool], by: int, now: datetime
) -> int:
    """What the file of this job holds: cards, each with its author's name or without. Made again, it is that anew."""
    collection_id = await tx.inserted(
        """INSERT INTO practice_collection (school_id, school_year, job_id, cards, made_by, made_at)
           VALUES (:school_id, :school_year, :job_id, :cards, :by, :now)
           ON CONFLICT (job_id) DO UPDATE SET cards = excluded.cards, made_at = excluded.made_at RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        job_id=job_id,
        cards=len(named),
        by=by,
        now=now,
    )
    await tx.run("DELETE FROM practice_printed WHERE collection_id = :id_", id_=collection_id)
    await tx.run_many(
        "INSERT INTO practice_printed (collection_id, card_id, named) VALUES (:collection_id, :card_id, :named)",
        [{"collection_id": collection_id, "card_id": card_id, "named": said} for card_id, said in named.items()],
    )
    return collection_id


async def of_job(tx: Tx, job_id: int) -> CollectionRow | None:
    return await tx.one(
        CollectionRow,
        "SELECT id, school_year, cards, issued_at FROM practice_collection WHERE job_id = :job_id",
        job_id=job_id,
    )


async def printed(tx: Tx, job_id: int) -> list[int]:
    """The cards that the file of this job holds."""
    return await tx.all(
        int,
        """SELECT r.card_id FROM practice_collection k JOIN practice_printed r ON r.collection_id = k.id
           WHERE k.job_id = :job_id ORDER BY r.card_id""",
        job_id=job_id,
    )


async def still_allowed(tx: Tx, collection_id: int) -> int:
    """How many of its cards may be told today as they were printed."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) FROM practice_printed r JOIN practice_card c ON c.id = r.card_id {AUTHOR}
            WHERE r.collection_id = :collection_id AND {IN_LIBRARY} AND (r.named = 0 OR c.publish = 'named')""",
        collection_id=collection_id,
    )
    return found or 0


async def issue(tx: Tx, collection_id: int, now: datetime) -> None:
    await tx.run(
        "UPDATE practice_collection SET issued_at = :now WHERE id = :collection_id AND issued_at IS NULL",
        collection_id=collection_id,
        now=now,
    )


async def throw_away(tx: Tx, collection_id: int) -> None:
    """Nobody has got it."""
    of = {"collection_id": collection_id}
    await tx.run("DELETE FROM practice_printed WHERE collection_id = :collection_id", **of)
    await tx.run("DELETE FROM practice_collection WHERE id = :collection_id AND issued_at IS NULL", **of)


async def issued(tx: Tx, school_id: int, *, limit: int) -> list[CollectionRow]:
    """Of the school, the newest first."""
    return await tx.all(
        CollectionRow,
        """SELECT id, school_year, cards, issued_at FROM practice_collection
           WHERE school_id = :school_id AND issued_at IS NOT NULL ORDER BY id DESC LIMIT :limit""",
        school_id=school_id,
        limit=limit,
    )


async def with_card(tx: Tx, card_id: int) -> list[CollectionRow]:
    """Those that somebody has got and this card stands in, oldest first."""
    return await tx.all(
        CollectionRow,
        """SELECT k.id, k.school_year, k.cards, k.issued_at
           FROM practice_printed r JOIN practice_collection k ON k.id = r.collection_id
           WHERE r.card_id = :card_id AND k.issued_at IS NOT NULL ORDER BY k.id""",
        card_id=card_id,
    )
