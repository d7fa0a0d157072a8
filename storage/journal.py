"""Who did what to whom and when: ids only, added to and never changed; each act proves those before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import chain, times
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class PrivacyAct:
    """What a person decided or what became of their data; an id is theirs together with `since`."""

    person_id: int
    since: datetime  # when the person's row was made: after a restore an id may be given anew
    act: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ActDone:
    """One act with the full names of today: empty of whoever has none, or is erased."""

    act: str
    actor: str
    person_id: int | None
    person: str
    count: int


_PRIVACY = "('consent.withdrawn', 'consent.again', 'person.erase')"
_FORGETTING = "('consent.withdrawn', 'consent.again', 'person.erase', 'survey.close')"


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
    before = await chain.take_turn(tx)
    await tx.run(
        """INSERT INTO journal (school_id, actor_id, person_id, act, count, done_at, hash)
           VALUES (:school_id, :actor_id, :person_id, :act, :count, :now, :hash)""",
        school_id=school_id,
        actor_id=actor_id,
        person_id=person_id,
        act=act,
        count=count,
        now=now,
        hash=chain.next_hash(before, (school_id, actor_id, person_id, str(act), count, times.to_text(now))),
    )


async def acts_since(tx: Tx, school_id: int, acts: Sequence[str], since: datetime, *, but: int) -> list[ActDone]:
    """What others than `but` have done of these acts, and not to that one; what the bot did by itself is nobody's."""
    named = ", ".join(f"'{act}'" for act in acts)  # words of our own: a parameter each would be another statement
    return await tx.all(
        ActDone,
        f"""SELECT j.act, a.full_name AS actor, j.person_id, COALESCE(p.full_name, '') AS person, j.count
            FROM journal j JOIN person a ON a.id = j.actor_id LEFT JOIN person p ON p.id = j.person_id
            WHERE j.act IN ({named}) AND j.school_id = :school_id AND j.done_at >= :since AND j.actor_id <> :but
              AND (j.person_id IS NULL OR j.person_id <> :but)
            ORDER BY j.id""",
        school_id=school_id,
        since=since,
        but=but,
    )


async def has_happened(tx: Tx, act: str, *, school_id: int, person_id: int) -> bool:
    """Was this ever done to the person?"""
    return (
        await tx.one(
            int,
            """SELECT 1 FROM journal WHERE act = :act AND school_id = :school_id AND person_id = :person_id LIMIT 1""",
            act=act,
            school_id=school_id,
            person_id=person_id,
        )
        is not None
    )


async def decided_with(tx: Tx, act: str, *, school_id: int, actor_id: int, newcomer_id: int) -> list[int]:
    """Whom this coordinator decided about in one go with the newcomer, who may have been joined to one of the list.

    Nobody when it was not they who decided so.
    """
    return await tx.all(
        int,
        """SELECT b.person_id FROM journal b
           WHERE b.act = :act AND b.school_id = :school_id AND b.actor_id = :actor_id AND b.done_at =
                 (SELECT MAX(j.done_at) FROM journal j
                  WHERE j.act = :act AND j.school_id = :school_id AND j.actor_id = :actor_id
                    AND (j.person_id = :newcomer_id OR j.person_id IN
                         (SELECT m.actor_id FROM journal m WHERE m.act = 'person.joined'
                          AND m.school_id = :school_id AND m.person_id = :newcomer_id)))
           ORDER BY b.id""",
        act=act,
        school_id=school_id,
        actor_id=actor_id,
        newcomer_id=newcomer_id,
    )


async def privacy_acts(tx: Tx) -> list[PrivacyAct]:
    """Withdrawals, their taking back, erasures; each also of the record that was joined to this person's."""
    return await tx.all(
        PrivacyAct,
        f"""SELECT p.id AS person_id, p.created_at AS since, j.act, j.done_at AS at
            FROM journal j JOIN person p ON p.id = j.person_id WHERE j.act IN {_PRIVACY}
            UNION ALL
            SELECT p.id AS person_id, p.created_at AS since, j.act, j.done_at AS at
            FROM journal j JOIN journal m ON m.act = 'person.joined' AND m.actor_id = j.person_id
            JOIN person p ON p.id = m.person_id WHERE j.act IN {_PRIVACY}
            ORDER BY at, person_id""",
    )


async def newest_privacy_act(tx: Tx) -> int:
    """Or the newest end of a round without names: what stood in the log goes with each of them."""
    found = await tx.one(int, f"SELECT COALESCE(MAX(id), 0) FROM journal WHERE act IN {_FORGETTING}")
    return found or 0


@dataclass(frozen=True, slots=True)
class Noted:
    """One act, with the ids of whoever did it and of whom it is about."""

    id: int
    actor_id: int | None
    person_id: int | None
    act: str
    count: int
    done_at: datetime


_NOTED = "id, actor_id, person_id, act, count, done_at"


async def of_person(tx: Tx, school_id: int, person_id: int) -> list[Noted]:
    """What they did, and what was done about them."""
    return await tx.all(
        Noted,
        f"""WITH mine AS MATERIALIZED (SELECT * FROM journal WHERE school_id = :school_id)
            SELECT {_NOTED} FROM mine WHERE actor_id = :person_id OR person_id = :person_id ORDER BY id""",
        school_id=school_id,
        person_id=person_id,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One act with the names of today; empty of whoever is erased, or is nobody."""

    actor: str
    person: str
    act: str
    count: int
    done_at: datetime


# MATERIALIZED: else PostgreSQL walks through the rows of all schools, by whichever order is asked for.
_TOLD = """WITH mine AS MATERIALIZED (SELECT * FROM journal WHERE school_id = :school_id)
           SELECT COALESCE(a.full_name, '') AS actor, COALESCE(p.full_name, '') AS person, mine.act, mine.count,
                  mine.done_at
           FROM mine LEFT JOIN person a ON a.id = mine.actor_id LEFT JOIN person p ON p.id = mine.person_id"""


async def page(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Told]:
    """The newest first."""
    return await tx.all(
        Told,
        f"{_TOLD} ORDER BY mine.id DESC LIMIT :limit OFFSET :offset",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def since(tx: Tx, school_id: int, moment: datetime) -> list[Told]:
    """For a workbook: the oldest first."""
    return await tx.all(
        Told, f"{_TOLD} WHERE mine.done_at >= :moment ORDER BY mine.id", school_id=school_id, moment=moment
    )


async def count(tx: Tx, school_id: int) -> int:
    return await tx.one(int, "SELECT COUNT(*) FROM journal WHERE school_id = :school_id", school_id=school_id) or 0
