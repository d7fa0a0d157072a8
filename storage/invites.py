"""Invitations: only the hashes of their link tokens and typed codes are kept."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import InviteKind, Role


@dataclass(frozen=True, slots=True)
class Invite:
    id: int
    school_id: int | None
    kind: InviteKind
    person_id: int | None
    role: Role | None
    full_name: str
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    at_once: bool  # its rights wait for nobody's yes

    def opens(self, now: datetime) -> bool:
        """Would it let somebody in? Used, revoked and expired ones are alike."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > now


@dataclass(frozen=True, slots=True)
class SecondTry:
    """A person whose used invitation another account tried."""

    person_id: int
    full_name: str


_COLUMNS = "id, school_id, kind, person_id, role, full_name, expires_at, used_at, revoked_at, at_once"


async def add(
    tx: Tx,
    *,
    kind: InviteKind,
    school_id: int | None,
    person_id: int | None = None,
    role: Role | None = None,
    full_name: str = "",
    at_once: bool = False,
    link_hash: str,
    code_hash: str,
    expires_at: datetime,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO invite (school_id, kind, person_id, role, full_name, at_once, link_hash, code_hash,
                               expires_at, created_at)
           VALUES (:school_id, :kind, :person_id, :role, :full_name, :at_once, :link_hash, :code_hash,
                   :expires_at, :now)
           RETURNING id""",
        school_id=school_id,
        kind=kind,
        person_id=person_id,
        role=role,
        full_name=full_name,
        at_once=at_once,
        link_hash=link_hash,
        code_hash=code_hash,
        expires_at=expires_at,
        now=now,
    )


async def by_link(tx: Tx, digest: str) -> Invite | None:
    """In whatever state. A code is no link: else a link's way in would not count wrong codes."""
    return await tx.one(Invite, f"SELECT {_COLUMNS} FROM invite WHERE link_hash = :digest", digest=digest)


async def by_code(tx: Tx, digest: str) -> Invite | None:
    return await tx.one(Invite, f"SELECT {_COLUMNS} FROM invite WHERE code_hash = :digest", digest=digest)


async def use(tx: Tx, invite_id: int, person_id: int, now: datetime) -> int:
    """0 when somebody was quicker; the name has gone over to the person. Never for a staff room's link."""
    return await tx.run(
        """UPDATE invite SET used_at = :now, full_name = '', person_id = :person_id
           WHERE id = :invite_id AND used_at IS NULL AND revoked_at IS NULL""",
        invite_id=invite_id,
        person_id=person_id,
        now=now,
    )


async def came_by_own(tx: Tx, person_id: int) -> bool:
    """Was it a personal invitation that this person came by?"""
    found = await tx.one(
        int,
        "SELECT COUNT(*) FROM invite WHERE person_id = :person_id AND kind = 'person' AND used_at IS NOT NULL",
        person_id=person_id,
    )
    return bool(found)


async def note_second_try(tx: Tx, invite_id: int, now: datetime) -> int:
    """0 when it is known already."""
    return await tx.run(
        "UPDATE invite SET tried_again_at = :now WHERE id = :invite_id AND tried_again_at IS NULL",
        invite_id=invite_id,
        now=now,
    )


async def tried_again(tx: Tx, person_id: int) -> datetime | None:
    return await tx.one(
        datetime,
        """SELECT tried_again_at FROM invite WHERE person_id = :person_id AND tried_again_at IS NOT NULL
           ORDER BY tried_again_at DESC LIMIT 1""",
        person_id=person_id,
    )


async def second_tries(tx: Tx, school_id: int) -> list[SecondTry]:
    """What the coordinator has not looked at yet."""
    return await tx.all(
        SecondTry,
        """SELECT DISTINCT p.id AS person_id, p.full_name FROM invite i JOIN person p ON p.id = i.person_id
           WHERE p.school_id = :school_id AND i.tried_again_at IS NOT NULL AND p.full_name <> ''
             AND p.erase_by IS NULL ORDER BY p.full_name, p.id""",
        school_id=school_id,
    )


async def forget_second_try(tx: Tx, person_id: int) -> None:
    await tx.run("UPDATE invite SET tried_again_at = NULL WHERE person_id = :person_id", person_id=person_id)


async def revoke(tx: Tx, invite_id: int, now: datetime) -> None:
    await tx.run(
        "UPDATE invite SET revoked_at = :now WHERE id = :invite_id AND used_at IS NULL AND revoked_at IS NULL",
        invite_id=invite_id,
        now=now,
    )


async def revoke_without_school(tx: Tx, now: datetime) -> None:
    """Each of them would make one more school."""
    await tx.run(
        """UPDATE invite SET revoked_at = :now
           WHERE school_id IS NULL AND kind = 'role' AND used_at IS NULL AND revoked_at IS NULL""",
        now=now,
    )


async def revoke_of_person(tx: Tx, person_id: int, now: datetime) -> None:
    await tx.run(
        "UPDATE invite SET revoked_at = :now WHERE person_id = :person_id AND used_at IS NULL AND revoked_at IS NULL",
        person_id=person_id,
        now=now,
    )


async def close_staff_room(tx: Tx, school_id: int, now: datetime) -> int:
    return await tx.run(
        """UPDATE invite SET revoked_at = :now
           WHERE school_id = :school_id AND kind = 'staff_room' AND revoked_at IS NULL""",
        school_id=school_id,
        now=now,
    )


async def open_staff_room(tx: Tx, school_id: int, now: datetime) -> datetime | None:
    """Until when the staff room's link is open; None when it is closed."""
    return await tx.one(
        datetime,
        """SELECT expires_at FROM invite WHERE school_id = :school_id AND kind = 'staff_room'
           AND revoked_at IS NULL AND expires_at > :now ORDER BY id DESC LIMIT 1""",
        school_id=school_id,
        now=now,
    )


async def count_personal(tx: Tx, school_id: int, now: datetime) -> int:
    """Personal links that would still let somebody in."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM invite WHERE school_id = :school_id AND kind = 'person'
           AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now""",
        school_id=school_id,
        now=now,
    )
    return found or 0


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM invite WHERE person_id = :person_id", person_id=person_id)


async def forget_name(tx: Tx, school_id: int, full_name: str) -> None:
    """A role's invitation names whom it was made for until it is used."""
    await tx.run(
        "UPDATE invite SET full_name = '' WHERE school_id = :school_id AND full_name = :full_name",
        school_id=school_id,
        full_name=full_name,
    )


async def forget_expired_names(tx: Tx, now: datetime) -> int:
    return await tx.run("UPDATE invite SET full_name = '' WHERE full_name <> '' AND expires_at <= :now", now=now)


async def note_wrong_code(tx: Tx, external_id: int, now: datetime) -> None:
    await tx.run(
        "INSERT INTO wrong_code (external_id, tried_at) VALUES (:external_id, :now)",
        external_id=external_id,
        now=now,
    )


async def count_wrong_codes(tx: Tx, external_id: int, since: datetime) -> int:
    found = await tx.one(
        int,
        "SELECT COUNT(*) FROM wrong_code WHERE external_id = :external_id AND tried_at > :since",
        external_id=external_id,
        since=since,
    )
    return found or 0


async def forget_wrong_codes(tx: Tx, external_id: int) -> None:
    await tx.run("DELETE FROM wrong_code WHERE external_id = :external_id", external_id=external_id)


async def prune_wrong_codes(tx: Tx, before: datetime) -> int:
    return await tx.run("DELETE FROM wrong_code WHERE tried_at < :before", before=before)
