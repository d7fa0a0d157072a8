"""Orders that a school has signed without the bot: a pair that works already is entered with its own."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.access import Member
from mentoring.schools import year_of
from storage import pair_orders, pairs
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind


@dataclass(frozen=True, slots=True)
class PastOrder:
    """As it stands in the school's register."""

    number: str
    dated_on: date


async def put_in(tx: Tx, member: Member, pairing_id: int, of: PastOrder, now: datetime) -> None:
    """The pair stands in this order; one of the same number and day is taken as it is."""
    year = await year_of(tx, member.school_id)
    found = await pair_orders.numbered(tx, member.school_id, year, of.number, of.dated_on)
    if found is not None and found.kind is not OrderKind.END:
        order_id = found.id
    else:
        order_id = await pair_orders.add_signed(
            tx,
            school_id=member.school_id,
            school_year=year,
            kind=OrderKind.ASSIGN,
            number=of.number,
            dated_on=of.dated_on,
            by=member.person_id,
            now=now,
        )
    await pair_orders.add_line(tx, order_id, pairing_id)
    await pairs.set_order(tx, pairing_id, order_id)
