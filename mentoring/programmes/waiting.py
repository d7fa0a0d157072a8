"""Programmes that wait for somebody: sent and not looked at, or not sent although their day has come."""

from datetime import date, datetime

from mentoring import calendars, pairs
from mentoring.pairs import Pair
from mentoring.rules.calendar import SchoolCalendar
from mentoring.schools import year_of
from storage import pair_orders, programmes
from storage.tx import Tx

WITHIN = 15  # working days after the pair's order


def due_on(calendar: SchoolCalendar, ordered_on: date) -> date:
    """When the programme should be with the coordinator."""
    return calendar.add_working_days(ordered_on, WITHIN)


async def ordered_on(tx: Tx, pair: Pair) -> date | None:
    """The day of the order that the pair stands in."""
    order_id = pair.pairing.order_id
    order = await pair_orders.get(tx, order_id, pair.pairing.school_id) if order_id else None
    return order.dated_on if order else None


async def sent(tx: Tx, school_id: int) -> tuple[Pair, ...]:
    """The pairs whose programmes wait for a coordinator, the longest waiting first."""
    return await _pairs(tx, school_id, await programmes.sent(tx, school_id, await year_of(tx, school_id)))


async def count_sent(tx: Tx, school_id: int) -> int:
    return len(await programmes.sent(tx, school_id, await year_of(tx, school_id)))


async def late(tx: Tx, school_id: int, now: datetime, ordered_on: date | None = None) -> tuple[Pair, ...]:
    """The pairs whose programme did not come in time; of an order of this day alone, when one is named."""
    calendar = await calendars.of_school(tx, school_id, now)
    today = calendar.local_day(now)
    unsent = await programmes.unsent(tx, school_id, await year_of(tx, school_id))
    found = {
        each.pairing_id: None
        for each in unsent
        if due_on(calendar, each.ordered_on) < today and ordered_on in (None, each.ordered_on)
    }
    return await _pairs(tx, school_id, list(found))


async def _pairs(tx: Tx, school_id: int, ids: list[int]) -> tuple[Pair, ...]:
    found = [await pairs.read(tx, school_id, each) for each in ids]
    return tuple(each for each in found if each is not None)
