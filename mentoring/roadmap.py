"""The roadmap's dates: proposed by default, binding only when the coordinator has confirmed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zlib import crc32

from mentoring import calendars, forms
from mentoring.access import Member
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap import CATCHING_UP_DAYS, Due, proposed_days
from storage import activities, journal, schools
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Proposed:
    """One activity with its date; `usual` is the roadmap's own date when another one is proposed."""

    due: Due
    day: date
    usual: date | None
    confirmed: bool


class Fit(StrEnum):
    """Whether a date that the coordinator chose was taken."""

    KEPT = "kept"
    DAY_OFF = "day_off"
    PASSED = "passed"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Moved:
    """An activity's chosen date; `instead` is a working day near it when the school does not work then."""

    due: Due
    day: date
    fit: Fit
    instead: date | None = None


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
    every = forms.load().roadmap.due_dates(school_year)
    open_days = (due.day for due in every if due.activity.key not in confirmed)
    proposed = proposed_days(calendar, open_days, calendar.local_day(now))
    return Dates(school_year, tuple(_line(due, confirmed.get(due.activity.key), proposed) for due in every))


def _line(due: Due, confirmed: date | None, proposed: Mapping[date, date]) -> Proposed:
    if confirmed is not None:
        return Proposed(due, confirmed, None, confirmed=True)
    day = proposed[due.day]
    return Proposed(due, day, None if day == due.day else due.day, confirmed=False)


async def suggestions(tx: Tx, member: Member, line: Proposed, now: datetime) -> tuple[date, ...]:
    """Dates that are probably meant: the one proposed, a week and two weeks of work later."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    first = [] if line.confirmed or line.day <= today else [line.day]
    start = max(line.day, today)
    return (*first, *(calendar.add_working_days(start, weeks * CATCHING_UP_DAYS) for weeks in (1, 2)))


async def move(tx: Tx, member: Member, key: str, day: date, now: datetime) -> Moved | None:
    """The date that the coordinator chose, confirmed by choosing it, also anew. None: there is no such activity."""
    school_year = await _school_year(tx, member)
    due = next((each for each in forms.load().roadmap.due_dates(school_year) if each.activity.key == key), None)
    if due is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    moved = _fitting(calendar, due, day, calendar.local_day(now), school_year)
    if moved.fit is Fit.KEPT:
        await _keep(tx, member, school_year, key, day, now)
        await journal.note(tx, "roadmap.move", school_id=member.school_id, actor_id=member.person_id, now=now)
    return moved


def _fitting(calendar: SchoolCalendar, due: Due, day: date, today: date, school_year: int) -> Moved:
    if day <= today:
        return Moved(due, day, Fit.PASSED)
    if calendar.school_year_of(day) != school_year:
        return Moved(due, day, Fit.OTHER_YEAR)
    if calendar.is_working(day):
        return Moved(due, day, Fit.KEPT)
    before = calendar.previous_working_day(day)
    return Moved(due, day, Fit.DAY_OFF, before if before > today else calendar.next_working_day(day))


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
        await _keep(tx, member, shown.school_year, each.due.activity.key, each.day, now)
    count = len(shown.to_confirm)
    await journal.note(
        tx, "roadmap.confirm", school_id=member.school_id, actor_id=member.person_id, count=count, now=now
    )
    return count


async def _keep(tx: Tx, member: Member, school_year: int, key: str, due_on: date, now: datetime) -> None:
    await activities.confirm(
        tx,
        school_id=member.school_id,
        school_year=school_year,
        key=key,
        due_on=due_on,
        by=member.person_id,
        now=now,
    )


async def _school_year(tx: Tx, member: Member) -> int:
    school = await schools.get(tx, member.school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    return school.school_year
