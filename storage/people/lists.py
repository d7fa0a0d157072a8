"""Lists of people: pages, a search by words of a name, whoever waits."""

from collections.abc import Sequence
from datetime import date

from storage.people.model import COLUMNS, HAS_LEFT, LISTED, STANDING, Hidden, Names, Person, Standing
from storage.tx import Tx

LAST = "\U0010ffff"  # sorts after every name


async def standing(tx: Tx, person_id: int) -> Standing | None:
    return await tx.one(Standing, f"{STANDING} WHERE p.id = :person_id", person_id=person_id)


async def page(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Standing]:
    return await tx.all(
        Standing,
        f"{STANDING} WHERE {LISTED} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def count(tx: Tx, school_id: int) -> int:
    found = await tx.one(int, f"SELECT COUNT(*) FROM person p WHERE {LISTED}", school_id=school_id)
    return found or 0


async def search(tx: Tx, school_id: int, patterns: Sequence[str], *, limit: int) -> list[Standing]:
    """Whose folded name fits one of the patterns, from any of its words on; a surname that fits comes first.

    An index brings the school's people, at most a thousand; a table of words would save nothing that is felt.
    """
    named = {f"pattern_{number}": pattern for number, pattern in enumerate(patterns)}
    begins = " OR ".join(f"p.search_name LIKE :{name}" for name in named)
    contains = " OR ".join(f"p.search_name LIKE '% ' || :{name}" for name in named)
    return await tx.all(
        Standing,
        f"""{STANDING} WHERE {LISTED} AND ({begins} OR {contains})
            ORDER BY CASE WHEN {begins} THEN 0 ELSE 1 END, p.sort_name, p.id LIMIT :limit""",
        school_id=school_id,
        limit=limit,
        **named,
    )


async def waiting(tx: Tx, school_id: int, *, limit: int) -> list[Person]:
    """Who came by the staff room's link, said their name, and waits to be let in."""
    return await tx.all(
        Person,
        f"""SELECT {COLUMNS} FROM person
            WHERE school_id = :school_id AND state = 'waiting' AND full_name <> '' AND erase_by IS NULL
            ORDER BY sort_name, id LIMIT :limit""",
        school_id=school_id,
        limit=limit,
    )


async def count_waiting(tx: Tx, school_id: int) -> int:
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM person
           WHERE school_id = :school_id AND state = 'waiting' AND full_name <> '' AND erase_by IS NULL""",
        school_id=school_id,
    )
    return found or 0


async def names(tx: Tx, school_id: int) -> list[Names]:
    """Every listed name, for matching an imported list or a newcomer to it."""
    return await tx.all(
        Names,
        f"SELECT p.id, p.full_name, p.search_name, p.position FROM person p WHERE {LISTED} ORDER BY p.id",
        school_id=school_id,
    )


async def hidden(tx: Tx, school_id: int) -> list[Hidden]:
    """Who is to be erased, the nearest day first; an imported list must neither write to them nor add them anew."""
    return await tx.all(
        Hidden,
        f"""SELECT p.id, p.full_name, p.search_name, p.position, p.erase_by,
                   CASE WHEN {HAS_LEFT} THEN 1 ELSE 0 END AS has_left
            FROM person p
            WHERE p.school_id = :school_id AND p.erase_by IS NOT NULL AND p.state IN ('invited', 'active', 'waiting')
            ORDER BY p.erase_by, p.id""",
        school_id=school_id,
    )


async def count_left(tx: Tx, school_id: int, *, until: date) -> int:
    """Who has left the school and is to be erased until this day."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) FROM person p
            WHERE p.school_id = :school_id AND p.erase_by <= :until AND p.state IN ('invited', 'active', 'waiting')
              AND {HAS_LEFT}""",
        school_id=school_id,
        until=until,
    )
    return found or 0


async def without_account(tx: Tx, school_id: int) -> list[Names]:
    """Who may still be given a personal link."""
    return await tx.all(
        Names,
        f"""SELECT p.id, p.full_name, p.search_name, p.position FROM person p
            WHERE {LISTED} AND p.account_id IS NULL ORDER BY p.sort_name, p.id""",
        school_id=school_id,
    )


async def page_without_account(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Names]:
    return await tx.all(
        Names,
        f"""SELECT p.id, p.full_name, p.search_name, p.position FROM person p
            WHERE {LISTED} AND p.account_id IS NULL
            ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def count_without_account(tx: Tx, school_id: int, *, before: str = LAST) -> int:
    """How many of them stand before this `sort_name`; all of them without one."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) FROM person p
            WHERE {LISTED} AND p.account_id IS NULL AND p.sort_name < :before""",
        school_id=school_id,
        before=before,
    )
    return found or 0
