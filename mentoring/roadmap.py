"""The roadmap's dates: proposed by default, binding only when the coordinator has confirmed them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from zlib import crc32

from mentoring import calendars, roadmap_setup
from mentoring.access import Member
from mentoring.rules.calendar import SchoolCalendar, year_later
from mentoring.rules.roadmap import CATCHING_UP_DAYS, Due, proposed_days
from storage import activities, journal
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Proposed:
    """One activity with its date.

    `usual` is the roadmap's own date when another one is proposed, `reminded_on` the working day that a day off
    counts as.
    """

    due: Due
    day: date
    usual: date | None
    confirmed: bool
    reminded_on: date | None = None


class Fit(StrEnum):
    """Whether a date that the coordinator chose was taken."""

    KEPT = "kept"
    PASSED = "passed"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Moved:
    """An activity's chosen date; `reminded_on` is the working day that a day off counts as."""

    due: Due
    day: date
    fit: Fit
    reminded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """Every activity of one school year that has a date; nothing is confirmed while something is left open."""

    school_year: int
    lines: tuple[Proposed, ...]
    open: int  # questions of the roadmap that wait for an answer
    today: date

    @property
    def to_confirm(self) -> tuple[Proposed, ...]:
        return tuple(each for each in self.lines if not each.confirmed)

    @property
    def mark(self) -> int:
        """Says whether these are still the dates that a button was drawn for."""
        return crc32(";".join(f"{each.due.activity.key} {each.day}" for each in self.to_confirm).encode())


async def dates(tx: Tx, school_id: int, now: datetime, school_year: int | None = None) -> Dates:
    """Confirmed dates as they are, the others as proposed; of a year that is over when one is named."""
    year = await roadmap_setup.year_of(tx, school_id, school_year)
    confirmed = {each.key: each.due_on for each in await activities.confirmed(tx, school_id, year.school_year)}
    earlier = {each.key: each.due_on for each in await activities.confirmed(tx, school_id, year.school_year - 1)}
    calendar = await calendars.of_school(tx, school_id, now)
    lines: list[Proposed] = []
    for _, stage in groupby(year.due_dates, key=lambda due: due.stage.key):
        dues = [_as_last_year(due, earlier) for due in stage]
        open_days = (due.day for due in dues if due.activity.key not in confirmed)
        proposed = proposed_days(calendar, open_days, calendar.local_day(now))
        lines += (_line(due, confirmed.get(due.activity.key) or proposed[due.day], confirmed, calendar) for due in dues)
    return Dates(year.school_year, tuple(lines), len(year.undecided), calendar.local_day(now))


def _as_last_year(due: Due, earlier: Mapping[str, date]) -> Due:
    """The day that the school itself had for it, a year later."""
    day = earlier.get(due.activity.key)
    return replace(due, day=year_later(day)) if day else due


def _line(due: Due, day: date, confirmed: Mapping[str, date], calendar: SchoolCalendar) -> Proposed:
    is_confirmed = due.activity.key in confirmed
    usual = due.day if not is_confirmed and day != due.day else None
    return Proposed(due, day, usual, confirmed=is_confirmed, reminded_on=_before(calendar, day))


def _before(calendar: SchoolCalendar, day: date) -> date | None:
    """What a day off counts as; None for a working day."""
    counts_as = calendar.previous_working_day(day)
    return None if counts_as == day else counts_as


async def suggestions(tx: Tx, member: Member, line: Proposed, now: datetime) -> tuple[date, ...]:
    """Dates that are probably meant: the one proposed, a week and two weeks of work later."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    first = [] if line.confirmed or line.day <= today else [line.day]
    start = max(line.day, today)
    return (*first, *(calendar.add_working_days(start, weeks * CATCHING_UP_DAYS) for weeks in (1, 2)))


async def move(tx: Tx, member: Member, key: str, day: date, now: datetime) -> Moved | None:
    """The date that the coordinator chose, confirmed by choosing it, also anew. None: there is no such activity."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    due = next((each for each in year.due_dates if each.activity.key == key), None)
    if due is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    moved = _fitting(calendar, due, day, calendar.local_day(now), year.school_year)
    if moved.fit is Fit.KEPT:
        await _keep(tx, member, year.school_year, key, day, now)
        await journal.note(tx, "roadmap.move", school_id=member.school_id, actor_id=member.person_id, now=now)
    return moved


def _fitting(calendar: SchoolCalendar, due: Due, day: date, today: date, school_year: int) -> Moved:
    """A day off is kept as it is: a round table may well be on a Saturday."""
    if day <= today:
        return Moved(due, day, Fit.PASSED)
    if calendar.school_year_of(day) != school_year:
        return Moved(due, day, Fit.OTHER_YEAR)
    return Moved(due, day, Fit.KEPT, _before(calendar, day))


async def count_to_confirm(tx: Tx, school_id: int) -> int:
    year = await roadmap_setup.year_of(tx, school_id)
    confirmed = {each.key for each in await activities.confirmed(tx, school_id, year.school_year)}
    return sum(due.activity.key not in confirmed for due in year.due_dates)


async def confirm(tx: Tx, member: Member, mark: int, now: datetime) -> int | None:
    """The dates that were shown under this mark; how many were new. None when they have moved meanwhile."""
    shown = await dates(tx, member.school_id, now)
    if not shown.to_confirm:
        return 0
    if shown.mark != mark or shown.open:
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
