"""Nominations of the round table: a name, and the cards under it in the order of their titles."""

from datetime import datetime

from storage.practices.model import AUTHOR, FROM_CARD, IN_LIBRARY, Line, NominationRow
from storage.tx import Tx

_NOMINATED = f"FROM nominated o JOIN practice_card c ON c.id = o.card_id {AUTHOR}"
_ROW = f"""n.id, n.title, (SELECT COUNT(*) {_NOMINATED}
                           WHERE o.nomination_id = n.id AND {IN_LIBRARY}) AS cards"""


async def nominate(tx: Tx, *, school_id: int, school_year: int, title: str, by: int, now: datetime) -> int:
    """A new nomination of the year; the same name again is the same one."""
    before = await tx.one(
        int,
        """SELECT id FROM nomination
           WHERE school_id = :school_id AND school_year = :school_year AND title = :title ORDER BY id LIMIT 1""",
        school_id=school_id,
        school_year=school_year,
        title=title,
    )
    return before or await tx.inserted(
        """INSERT INTO nomination (school_id, school_year, title, made_by, made_at)
           VALUES (:school_id, :school_year, :title, :by, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        title=title,
        by=by,
        now=now,
    )


async def nominations(tx: Tx, school_id: int, school_year: int) -> list[NominationRow]:
    return await tx.all(
        NominationRow,
        f"""SELECT {_ROW} FROM nomination n
            WHERE n.school_id = :school_id AND n.school_year = :school_year ORDER BY n.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def nomination(tx: Tx, nomination_id: int, school_id: int) -> NominationRow | None:
    return await tx.one(
        NominationRow,
        f"SELECT {_ROW} FROM nomination n WHERE n.id = :nomination_id AND n.school_id = :school_id",
        nomination_id=nomination_id,
        school_id=school_id,
    )


async def nominees(tx: Tx, nomination_id: int) -> list[Line]:
    """By title: nobody is first."""
    return await tx.all(
        Line,
        f"""SELECT c.id, c.title {_NOMINATED}
            WHERE o.nomination_id = :nomination_id AND {IN_LIBRARY} ORDER BY c.title_words, c.id""",
        nomination_id=nomination_id,
    )


async def tick(tx: Tx, nomination_id: int, card_id: int) -> int:
    """0 when it stands there, or is no card of this school's library."""
    return await tx.run(
        f"""INSERT INTO nominated (nomination_id, card_id)
            SELECT n.id, c.id {FROM_CARD} JOIN nomination n ON n.school_id = c.school_id
            WHERE n.id = :nomination_id AND c.id = :card_id AND {IN_LIBRARY}
            ON CONFLICT (nomination_id, card_id) DO NOTHING""",
        nomination_id=nomination_id,
        card_id=card_id,
    )


async def untick(tx: Tx, nomination_id: int, card_id: int) -> int:
    return await tx.run(
        "DELETE FROM nominated WHERE nomination_id = :nomination_id AND card_id = :card_id",
        nomination_id=nomination_id,
        card_id=card_id,
    )


async def drop_nomination(tx: Tx, nomination_id: int, school_id: int) -> int:
    """The cards stay; 0 when it is not there any more."""
    await tx.run(
        """DELETE FROM nominated WHERE nomination_id =
           (SELECT id FROM nomination WHERE id = :nomination_id AND school_id = :school_id)""",
        nomination_id=nomination_id,
        school_id=school_id,
    )
    return await tx.run(
        "DELETE FROM nomination WHERE id = :nomination_id AND school_id = :school_id",
        nomination_id=nomination_id,
        school_id=school_id,
    )
