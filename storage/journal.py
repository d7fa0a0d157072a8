"""Who did what to whom and when: ids only, added to and never changed."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class PrivacyAct:
    """What a person decided or what became of their data; an id is theirs together with `since`."""

    person_id: int
    since: datetime  # when the person's row was made: after a restore an id may be given anew
    act: str
    at: datetime


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
