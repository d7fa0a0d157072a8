"""The roadmap's dates: proposed by default, binding only when the coordinator has confirmed them."""

from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from mentoring import calendars, forms
from mentoring.access import Member
from mentoring.rules.roadmap import Due
from storage import activities, journal, schools
from storage.tx import Tx

# A default date that has passed already is proposed anew, so many working days from today.
LATE_START_DAYS = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """One activity with the date to be confirmed; `passed` is the default date when it is over."""

    due: Due
    day: date
    passed: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """Stages 2 and 3 of one school year."""

    school_year: int
    lines: tuple[Proposed, ...]

    @property
    def to_confirm(self) -> tuple[Proposed, ...]:
        return tuple(each for each in self.lines if not each.confirmed)

    @property
    def mark(self) -> int:
        """Says whether these are still the dates that a button was drawn for."""
        return crc32(";".join(f"{each.due.activity.key} {each.day}" for each in self.to_confirm).encode())


async def dates(tx: Tx, member: Member, now: datetime) -> Dates:
    """Confirmed dates as they are, the others as proposed."""
    school_year = await _school_year(tx, member)
    confirmed = {each.key: each.due_on for each in await activities.confirmed(tx, member.school_id, school_year)}
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    late = calendar.add_working_days(today, LATE_START_DAYS)
    proposed = []
    for due in forms.load().roadmap.due_dates(school_year):
        key = due.activity.key
        if key in confirmed:
            proposed.append(Proposed(due, confirmed[key], None, confirmed=True))
        elif due.day < today:
            proposed.append(Proposed(due, late, due.day, confirmed=False))
        else:
            proposed.append(Proposed(due, due.day, None, confirmed=False))
    return Dates(school_year, tuple(proposed))


async def count_to_confirm(tx: Tx, member: Member) -> int:
    school_year = await _school_year(tx, member)
    confirmed = {each.key for each in await activities.confirmed(tx, member.school_id, school_year)}
    return sum(due.activity.key not in confirmed for due in forms.load().roadmap.due_dates(school_year))


async def confirm(tx: Tx, member: Member, mark: int, now: datetime) -> int | None:
    """The dates that were shown under this mark; how many were new. None when they have moved meanwhile."""
    shown = await dates(tx, member, now)
    if not shown.to_confirm:
        return 0
    if shown.mark != mark:
        return None
    for each in shown.to_confirm:
        await activities.confirm(
            tx,
            school_id=member.school_id,
            school_year=shown.school_year,
            key=each.due.activity.key,
            due_on=each.day,
            by=member.person_id,
            now=now,
        )
    count = len(shown.to_confirm)
    await journal.note(
        tx, "roadmap.confirm", school_id=member.school_id, actor_id=member.person_id, count=count, now=now
    )
    return count


async def _school_year(tx: Tx, member: Member) -> int:
    school = await schools.get(tx, member.school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    return school.school_year
