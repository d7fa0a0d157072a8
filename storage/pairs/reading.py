"""Pairs as they are looked at: one, a page, a person's own, how many places are taken."""

from collections.abc import Sequence

from storage.pairs.model import COLUMNS, MEMBER, RANK, Met, Move, Pairing, PairMember, StateCount, Used
from storage.rows import numbers
from storage.tx import Tx
from storage.vocabulary.pairs import PairState


async def get(tx: Tx, pairing_id: int, school_id: int) -> Pairing | None:
    return await tx.one(
        Pairing,
        f"SELECT {COLUMNS} FROM pairing g WHERE g.id = :pairing_id AND g.school_id = :school_id",
        pairing_id=pairing_id,
        school_id=school_id,
    )


async def members(tx: Tx, pairing_ids: Sequence[int]) -> list[PairMember]:
    """Of all these pairs, mentors first; who has left too."""
    return await tx.all(
        PairMember,
        f"""{MEMBER} WHERE m.pairing_id IN ({numbers(pairing_ids)})
            ORDER BY m.pairing_id, CASE m.side WHEN 'mentor' THEN 0 ELSE 1 END, p.sort_name, p.id""",
    )


async def page(
    tx: Tx, school_id: int, school_year: int, states: Sequence[PairState], *, offset: int, limit: int
) -> list[Pairing]:
    """What waits for the coordinator comes first."""
    return await tx.all(
        Pairing,
        f"""SELECT {COLUMNS} FROM pairing g
            WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state IN ({_quoted(states)})
            ORDER BY {RANK}, g.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        school_year=school_year,
        limit=limit,
        offset=offset,
    )


async def counts(tx: Tx, school_id: int, school_year: int) -> list[StateCount]:
    return await tx.all(
        StateCount,
        """SELECT state, COUNT(*) AS pairs FROM pairing
           WHERE school_id = :school_id AND school_year = :school_year GROUP BY state ORDER BY state""",
        school_id=school_id,
        school_year=school_year,
    )


async def open_of(tx: Tx, person_id: int) -> list[Pairing]:
    """The pairs that a person is in now, on whichever side."""
    return await tx.all(
        Pairing,
        f"""SELECT {COLUMNS} FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
            WHERE m.person_id = :person_id AND m.left_at IS NULL AND g.state <> 'ended' ORDER BY g.id""",
        person_id=person_id,
    )


async def is_member(tx: Tx, pairing_id: int, person_id: int) -> bool:
    """In it now, and it is not over."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
           WHERE m.pairing_id = :pairing_id AND m.person_id = :person_id AND m.left_at IS NULL
             AND g.state <> 'ended'""",
        pairing_id=pairing_id,
        person_id=person_id,
    )
    return bool(found)


async def used(tx: Tx, school_id: int) -> list[Used]:
    return await tx.all(
        Used,
        """SELECT m.person_id, COUNT(*) AS places FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.state <> 'ended' AND m.side = 'mentor' AND m.left_at IS NULL
           GROUP BY m.person_id ORDER BY m.person_id""",
        school_id=school_id,
    )


async def places_of(tx: Tx, person_id: int) -> int:
    """How many places of this mentor are taken."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
           WHERE m.person_id = :person_id AND m.side = 'mentor' AND m.left_at IS NULL AND g.state <> 'ended'""",
        person_id=person_id,
    )
    return found or 0


async def met(tx: Tx, school_id: int, school_year: int) -> list[Met]:
    """Every mentee with every mentor whom a pair of this year has brought together, whoever has left it."""
    return await tx.all(
        Met,
        """SELECT e.person_id AS mentee_id, r.person_id AS mentor_id, g.state, g.end_reason FROM pairing g
           JOIN pairing_member e ON e.pairing_id = g.id AND e.side = 'mentee'
           JOIN pairing_member r ON r.pairing_id = g.id AND r.side = 'mentor'
           WHERE g.school_id = :school_id AND g.school_year = :school_year
           ORDER BY e.person_id, r.person_id, g.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def moves(tx: Tx, pairing_id: int) -> list[Move]:
    return await tx.all(
        Move,
        "SELECT state, reason, moved_by, moved_at FROM pairing_move WHERE pairing_id = :pairing_id ORDER BY id",
        pairing_id=pairing_id,
    )


def _quoted(states: Sequence[PairState]) -> str:
    return ", ".join(f"'{state.value}'" for state in states) or "''"
