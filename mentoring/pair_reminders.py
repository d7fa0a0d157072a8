"""What people in pairs, or asked to be in one, are reminded of; and what its last day does by itself."""

from datetime import date, datetime

from mentoring import offers, pair_ends
from mentoring.digests import Candidate, Kind, key_of
from mentoring.rules.calendar import SchoolCalendar
from storage import offers as rows
from storage.offers import Waiting
from storage.schools import School
from storage.tx import Tx


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar) -> list[Candidate]:
    """Offers without an answer."""
    return [_of_offer(calendar, each) for each in await rows.waiting(tx, school.id)]


def _of_offer(calendar: SchoolCalendar, of: Waiting) -> Candidate:
    return Candidate(of.person_id, key_of(Kind.OFFER, of.id), offer_days(calendar, of.asked_on))


def offer_days(calendar: SchoolCalendar, asked_on: date) -> tuple[date, ...]:
    """The offer itself, and one reminder."""
    return asked_on, calendar.add_working_days(asked_on, offers.REMINDED_AFTER)


async def pass_days(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> int:
    """Offers that nobody has answered go back to the coordinator, notices of leaving come to their day."""
    await offers.settle_all(tx, school_id, now)
    return await offers.lapse(tx, school_id, calendar, now) + await pair_ends.end_due(tx, school_id, calendar, now)
