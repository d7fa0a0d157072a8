"""Who may do what."""

from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import Role


async def grant(tx: Tx, person_id: int, role: Role, *, by: int | None, now: datetime) -> None:
    await tx.run(
        """INSERT INTO role (person_id, role, granted_at, granted_by) VALUES (:person_id, :role, :now, :by)
           ON CONFLICT (person_id, role) DO NOTHING""",
        person_id=person_id,
        role=role,
        by=by,
        now=now,
    )


async def roles(tx: Tx, person_id: int) -> list[Role]:
    return await tx.all(Role, "SELECT role FROM role WHERE person_id = :person_id ORDER BY role", person_id=person_id)


async def coordinators(tx: Tx, school_id: int) -> list[int]:
    """Person ids of coordinators and deputies who can be written to."""
    return await tx.all(
        int,
        """SELECT DISTINCT p.id FROM person p
           JOIN role r ON r.person_id = p.id AND r.role IN ('coordinator', 'deputy')
           JOIN account a ON a.id = p.account_id AND a.reachable = 1
           WHERE p.school_id = :school_id AND p.state = 'active' ORDER BY p.id""",
        school_id=school_id,
    )
