"""What was destroyed of whom, as the journal has it: ids, acts and moments, no name anywhere."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx

ERASED, ARCHIVED = "person.erase", "person.archive"
_OF_LIFE = "('consent.withdrawn', 'consent.again', 'person.left', 'person.back', 'person.erase')"


@dataclass(frozen=True, slots=True)
class Destroyed:
    """`actor_id` is None when it was done by itself on its day."""

    person_id: int
    at: datetime
    actor_id: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal."""

    person_id: int
    act: str
    at: datetime
    actor_id: int | None


_ERASED = """SELECT j.person_id, j.done_at AS at, j.actor_id FROM journal j
             WHERE j.act = 'person.erase' AND j.school_id = :school_id
               AND j.id = (SELECT MAX(k.id) FROM journal k WHERE k.act = 'person.erase'
                           AND k.school_id = :school_id AND k.person_id = j.person_id)"""


async def erased(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Destroyed]:
    """Each person once, the newest first."""
    return await tx.all(
        Destroyed,
        f"{_ERASED} ORDER BY j.done_at DESC, j.id DESC LIMIT :limit OFFSET :offset",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def count(tx: Tx, school_id: int) -> int:
    found = await tx.one(
        int,
        "SELECT COUNT(DISTINCT person_id) FROM journal WHERE act = 'person.erase' AND school_id = :school_id",
        school_id=school_id,
    )
    return found or 0


async def one(tx: Tx, school_id: int, person_id: int) -> Destroyed | None:
    """None of whoever is not erased, or is another school's."""
    return await tx.one(Destroyed, f"{_ERASED} AND j.person_id = :person_id", school_id=school_id, person_id=person_id)


async def archived(tx: Tx, school_id: int, at: datetime) -> list[Destroyed]:
    """Whose data of a closed year went at that moment."""
    return await tx.all(
        Destroyed,
        """SELECT person_id, done_at AS at, actor_id FROM journal
           WHERE act = 'person.archive' AND school_id = :school_id AND done_at = :at ORDER BY person_id, id""",
        school_id=school_id,
        at=at,
    )


async def life(tx: Tx, school_id: int, person_id: int) -> list[Entry]:
    """What the journal tells of a person's consent, leaving and erasing, in its order."""
    return await tx.all(
        Entry,
        f"""SELECT person_id, act, done_at AS at, actor_id FROM journal
            WHERE act IN {_OF_LIFE} AND school_id = :school_id AND person_id = :person_id ORDER BY done_at, id""",
        school_id=school_id,
        person_id=person_id,
    )
