"""Orders on pairs: one of a kind is in work at a time, then it gets the number and date of the school's register."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind


@dataclass(frozen=True, slots=True)
class PairOrder:
    id: int
    school_id: int
    school_year: int
    kind: OrderKind
    number: str
    dated_on: date | None
    made_at: datetime
    signed_at: datetime | None


_COLUMNS = "id, school_id, school_year, kind, number, dated_on, made_at, signed_at"


async def in_work(tx: Tx, school_id: int, kind: OrderKind) -> PairOrder | None:
    return await tx.one(
        PairOrder,
        f"""SELECT {_COLUMNS} FROM pair_order
            WHERE school_id = :school_id AND kind = :kind AND signed_at IS NULL""",
        school_id=school_id,
        kind=kind,
    )


async def begin(tx: Tx, *, school_id: int, school_year: int, kind: OrderKind, by: int, now: datetime) -> int:
    return await tx.inserted(
        """INSERT INTO pair_order (school_id, school_year, kind, made_by, made_at)
           VALUES (:school_id, :school_year, :kind, :by, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        by=by,
        now=now,
    )


async def add_signed(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    kind: OrderKind,
    number: str,
    dated_on: date,
    by: int,
    now: datetime,
) -> int:
    """An order from before the bot: it was never in work here."""
    return await tx.inserted(
        """INSERT INTO pair_order (school_id, school_year, kind, number, dated_on, made_by, made_at, signed_at)
           VALUES (:school_id, :school_year, :kind, :number, :dated_on, :by, :now, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        number=number,
        dated_on=dated_on,
        by=by,
        now=now,
    )


async def get(tx: Tx, order_id: int, school_id: int) -> PairOrder | None:
    return await tx.one(
        PairOrder,
        f"SELECT {_COLUMNS} FROM pair_order WHERE id = :order_id AND school_id = :school_id",
        order_id=order_id,
        school_id=school_id,
    )


async def numbered(tx: Tx, school_id: int, school_year: int, number: str, dated_on: date) -> PairOrder | None:
    """The signed order of this number and day."""
    return await tx.one(
        PairOrder,
        f"""SELECT {_COLUMNS} FROM pair_order
            WHERE school_id = :school_id AND school_year = :school_year AND number = :number
              AND dated_on = :dated_on AND signed_at IS NOT NULL ORDER BY id""",
        school_id=school_id,
        school_year=school_year,
        number=number,
        dated_on=dated_on,
    )


async def of_school(tx: Tx, school_id: int, school_year: int) -> list[PairOrder]:
    """The signed ones, the newest first."""
    return await tx.all(
        PairOrder,
        f"""SELECT {_COLUMNS} FROM pair_order
            WHERE school_id = :school_id AND school_year = :school_year AND signed_at IS NOT NULL
            ORDER BY dated_on DESC, id DESC""",
        school_id=school_id,
        school_year=school_year,
    )


async def sign(tx: Tx, order_id: int, *, number: str, dated_on: date, now: datetime) -> int:
    """0 when it has its number already."""
    return await tx.run(
        """UPDATE pair_order SET number = :number, dated_on = :dated_on, signed_at = :now
           WHERE id = :order_id AND signed_at IS NULL""",
        order_id=order_id,
        number=number,
        dated_on=dated_on,
        now=now,
    )


async def add_line(tx: Tx, order_id: int, pairing_id: int) -> int:
    return await tx.run(
        """INSERT INTO pair_order_line (order_id, pairing_id) VALUES (:order_id, :pairing_id)
           ON CONFLICT (order_id, pairing_id) DO NOTHING""",
        order_id=order_id,
        pairing_id=pairing_id,
    )


async def drop_line(tx: Tx, order_id: int, pairing_id: int) -> int:
    return await tx.run(
        "DELETE FROM pair_order_line WHERE order_id = :order_id AND pairing_id = :pairing_id",
        order_id=order_id,
        pairing_id=pairing_id,
    )


async def lines(tx: Tx, order_id: int) -> list[int]:
    """The pairs that stand in it."""
    return await tx.all(
        int,
        "SELECT pairing_id FROM pair_order_line WHERE order_id = :order_id ORDER BY pairing_id",
        order_id=order_id,
    )
