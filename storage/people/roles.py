"""Who may do what."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Leading:
    """A role with rights; one row for each that a person has."""

    person_id: int
    role: Role


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads the programme, a row for each such role; `mute`: they want no message of the bot's own."""

    person_id: int
    search_name: str
    role: Role
    reachable: bool
    mute: bool
    paused_until: date | None


async def grant(tx: Tx, person_id: int, role: Role, *, by: int | None, now: datetime) -> int:
    """0 when they had it."""
    return await tx.run(
        """INSERT INTO role (person_id, role, granted_at, granted_by) VALUES (:person_id, :role, :now, :by)
           ON CONFLICT (person_id, role) DO NOTHING""",
        person_id=person_id,
        role=role,
        by=by,
        now=now,
    )


async def roles(tx: Tx, person_id: int) -> list[Role]:
    return await tx.all(Role, "SELECT role FROM role WHERE person_id = :person_id ORDER BY role", person_id=person_id)


async def revoke(tx: Tx, person_id: int, role: Role) -> int:
    """0 when they had it no more."""
    return await tx.run(
        "DELETE FROM role WHERE person_id = :person_id AND role = :role", person_id=person_id, role=role
    )


async def leading(tx: Tx, school_id: int) -> list[Leading]:
    """Who of the school's people has more than a teacher's rights, or will have them."""
    return await tx.all(
        Leading,
        """SELECT r.person_id, r.role FROM role r JOIN person p ON p.id = r.person_id
           WHERE r.role IN ('coordinator', 'deputy', 'director', 'psychologist') AND p.school_id = :school_id
           ORDER BY r.person_id, r.role""",
        school_id=school_id,
    )


async def psychologists(tx: Tx, school_id: int) -> list[int]:
    """Person ids of those who have come in: they see who asks for them."""
    return await tx.all(
        int,
        """SELECT p.id FROM role r JOIN person p ON p.id = r.person_id
           WHERE r.role = 'psychologist' AND p.school_id = :school_id AND p.state = 'active'
             AND p.account_id IS NOT NULL AND p.erase_by IS NULL ORDER BY p.id""",
        school_id=school_id,
    )


async def coordinators(tx: Tx, school_id: int) -> list[int]:
    """Person ids of coordinators and deputies who can be written to."""
    return await tx.all(
        int,
        """SELECT DISTINCT p.id FROM person p
           JOIN role r ON r.person_id = p.id AND r.role IN ('coordinator', 'deputy')
           JOIN account a ON a.id = p.account_id AND a.reachable = 1
           WHERE p.school_id = :school_id AND p.state = 'active' AND p.erase_by IS NULL ORDER BY p.id""",
        school_id=school_id,
    )


async def schools_alone(tx: Tx) -> list[int]:
    """Schools that a coordinator has set up, and nobody who can be written to leads any more."""
    return await tx.all(
        int,
        """SELECT s.id FROM school s WHERE s.set_up_at IS NOT NULL AND NOT EXISTS
                  (SELECT 1 FROM role r
                   JOIN person p ON p.id = r.person_id
                   JOIN account a ON a.id = p.account_id AND a.reachable = 1
                   WHERE r.role IN ('coordinator', 'deputy') AND p.school_id = s.id AND p.state = 'active'
                     AND p.erase_by IS NULL)
           ORDER BY s.id""",
    )


async def leaders(tx: Tx, school_id: int) -> list[Leader]:
    """Coordinators and deputies who have come in, whether they can be written to or not."""
    return await tx.all(
        Leader,
        """SELECT p.id AS person_id, p.search_name, r.role, a.reachable,
                  CASE WHEN c.decision IS NULL OR c.decision = 'given' THEN 0 ELSE 1 END AS mute, p.paused_until
           FROM person p
           JOIN role r ON r.person_id = p.id AND r.role IN ('coordinator', 'deputy')
           JOIN account a ON a.id = p.account_id
           LEFT JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
           WHERE p.school_id = :school_id AND p.state = 'active' AND p.erase_by IS NULL ORDER BY p.id, r.role""",
        school_id=school_id,
    )
