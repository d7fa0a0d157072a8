"""Links and files for mentors and mentees; the bytes of a file are kept beside the database, by their digest."""

from dataclasses import dataclass
from datetime import datetime

from storage.audiences import READY
from storage.bank import PEOPLE, REQUEST
from storage.tx import Tx
from storage.vocabulary.pairs import MaterialAudience, MaterialKind, MaterialState


@dataclass(frozen=True, slots=True)
class Material:
    """`address` is a link's; of a file that was kept before its bytes were, Telegram's id of it."""

    id: int
    school_id: int
    areas: tuple[str, ...]
    title: str
    purpose: str
    kind: MaterialKind
    address: str
    digest: str
    file_name: str
    size: int  # bytes
    audience: MaterialAudience
    state: MaterialState
    asked: int
    author_id: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    id: int
    title: str
    full_name: str  # of whoever proposes


@dataclass(frozen=True, slots=True)
class Circles:
    """What a person is in the programme, by pairs that are not over and by what they have handed in."""

    mentor: bool
    mentee: bool


_COLUMNS = """id, school_id, areas, title, purpose, kind, address, digest, file_name, size, audience, state, asked,
              author_id"""


_FOR_CIRCLES = """school_id = :school_id AND state = 'kept' AND removed_at IS NULL
                  AND (audience = 'both' OR (audience = 'mentors' AND CAST(:mentor AS BIGINT) = 1)
                       OR (audience = 'mentees' AND CAST(:mentee AS BIGINT) = 1))"""


async def add(
    tx: Tx,
    *,
    school_id: int,
    areas: tuple[str, ...],
    title: str,
    material: MaterialKind,
    address: str,
    digest: str,
    file_name: str,
    size: int,
    state: MaterialState,
    by: int,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO material (school_id, areas, title, kind, address, digest, file_name, size, state, author_id,
                                 added_at)
           VALUES (:school_id, :areas, :title, :material, :address, :digest, :file_name, :size, :state, :by, :now)
           RETURNING id""",
        school_id=school_id,
        areas=list(areas),
        title=title,
        material=material,
        address=address,
        digest=digest,
        file_name=file_name,
        size=size,
        state=state,
        by=by,
        now=now,
    )


async def of_school(tx: Tx, school_id: int) -> list[Material]:
    """What is kept, in the order of the alphabet as far as bytes know it."""
    return await tx.all(
        Material,
        f"""SELECT {_COLUMNS} FROM material WHERE school_id = :school_id AND state = 'kept' AND removed_at IS NULL
            ORDER BY title, id""",
        school_id=school_id,
    )


async def for_circles(tx: Tx, school_id: int, *, mentor: bool, mentee: bool) -> list[Material]:
    """What is kept for everybody, and for these."""
    return await tx.all(
        Material,
        f"""SELECT {_COLUMNS} FROM material WHERE {_FOR_CIRCLES} ORDER BY title, id""",
        school_id=school_id,
        mentor=mentor,
        mentee=mentee,
    )


async def has_any(tx: Tx, school_id: int, *, mentor: bool, mentee: bool) -> bool:
    """The same, without reading them: a menu asks it."""
    found = await tx.one(
        int,
        f"SELECT id FROM material WHERE {_FOR_CIRCLES} LIMIT 1",
        school_id=school_id,
        mentor=mentor,
        mentee=mentee,
    )
    return found is not None


async def proposed(tx: Tx, school_id: int) -> list[Proposal]:
    """What waits for the coordinator, the first to come first; nothing of whoever has withdrawn."""
    return await tx.all(
        Proposal,
        """SELECT m.id, m.title, p.full_name FROM material m JOIN person p ON p.id = m.author_id
           WHERE m.school_id = :school_id AND m.state = 'proposed' AND m.removed_at IS NULL AND p.erase_by IS NULL
           ORDER BY m.id""",
        school_id=school_id,
    )


async def own_open(tx: Tx, person_id: int) -> list[Material]:
    """One's own proposals that are not answered."""
    return await tx.all(
        Material,
        f"""SELECT {_COLUMNS} FROM material
            WHERE author_id = :person_id AND state IN ('draft', 'proposed') AND removed_at IS NULL ORDER BY id""",
        person_id=person_id,
    )


async def get(tx: Tx, material_id: int, school_id: int) -> Material | None:
    """None of what was removed, and of a proposal whose author has withdrawn."""
    return await tx.one(
        Material,
        f"""SELECT {_COLUMNS} FROM material
            WHERE id = :material_id AND school_id = :school_id AND removed_at IS NULL
              AND (state = 'kept' OR (SELECT COUNT(*) FROM person p
                   WHERE p.id = author_id AND p.erase_by IS NOT NULL) = 0)""",
        material_id=material_id,
        school_id=school_id,
    )


async def describe(
    tx: Tx, material_id: int, *, areas: tuple[str, ...], title: str, purpose: str, audience: MaterialAudience
) -> int:
    """What it says of itself, anew; 0 when it is not there any more."""
    return await tx.run(
        """UPDATE material SET areas = :areas, title = :title, purpose = :purpose, audience = :audience
           WHERE id = :material_id AND removed_at IS NULL""",
        material_id=material_id,
        areas=list(areas),
        title=title,
        purpose=purpose,
        audience=audience,
    )


async def move(tx: Tx, material_id: int, old: MaterialState, new: MaterialState) -> int:
    """0 when somebody was quicker."""
    return await tx.run(
        "UPDATE material SET state = :new WHERE id = :material_id AND state = :old AND removed_at IS NULL",
        material_id=material_id,
        old=old,
        new=new,
    )


async def count_asked(tx: Tx, material_id: int) -> int:
    """Once more sent on request; by whom is nobody's affair."""
    return await tx.run("UPDATE material SET asked = asked + 1 WHERE id = :material_id", material_id=material_id)


async def remove(tx: Tx, material_id: int, school_id: int, now: datetime) -> int:
    """0 when it is not there any more. What it was goes with it; its bytes when no other row points to them."""
    gone = await tx.run(
        """UPDATE material SET removed_at = :now, address = '', digest = '', file_name = '', purpose = ''
           WHERE id = :material_id AND school_id = :school_id AND removed_at IS NULL""",
        material_id=material_id,
        school_id=school_id,
        now=now,
    )
    if gone:
        await tx.run("DELETE FROM material_sent WHERE material_id = :material_id", material_id=material_id)
    return gone


async def circles(tx: Tx, person_id: int) -> Circles:
    """Neither, of whoever has handed in nothing and is in no pair."""
    found = await tx.one(
        Circles,
        f"""SELECT {READY} OR {_side("mentor")} > 0 AS mentor,
                   COALESCE(f.state, '') = 'submitted' OR {_side("mentee")} > 0 AS mentee
            FROM person p LEFT JOIN {REQUEST} WHERE p.id = :person_id""",
        person_id=person_id,
    )
    return found or Circles(mentor=False, mentee=False)


async def areas_asked_for(tx: Tx, school_id: int) -> list[str]:
    """The areas of each request that is handed in, as they are stored."""
    return await tx.all(
        str,
        f"""SELECT COALESCE((SELECT s.value FROM answer s WHERE s.run_id = f.id AND s.question = 'areas'), '[]')
            FROM person p JOIN {REQUEST} WHERE {PEOPLE} AND f.state = 'submitted'""",
        school_id=school_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """What was not accepted goes; what was stays, for it is the school's, and is nobody's any more."""
    await tx.run(
        """DELETE FROM material_sent WHERE material_id IN
               (SELECT id FROM material WHERE author_id = :person_id AND state <> 'kept')""",
        person_id=person_id,
    )
    await tx.run("DELETE FROM material WHERE author_id = :person_id AND state <> 'kept'", person_id=person_id)
    await tx.run("UPDATE material SET author_id = NULL WHERE author_id = :person_id", person_id=person_id)


async def prune_unsent(tx: Tx, before: datetime) -> int:
    """Proposals that their authors have begun and left, and those that were declined."""
    await tx.run(
        """DELETE FROM material_sent WHERE material_id IN (SELECT id FROM material
           WHERE state IN ('draft', 'declined') AND added_at < :before)""",
        before=before,
    )
    return await tx.run(
        "DELETE FROM material WHERE state IN ('draft', 'declined') AND added_at < :before", before=before
    )


def _side(side: str) -> str:
    return f"""(SELECT COUNT(*) FROM pairing_member m JOIN pairing x ON x.id = m.pairing_id
                WHERE m.person_id = p.id AND m.side = '{side}' AND m.left_at IS NULL AND x.state <> 'ended')"""
