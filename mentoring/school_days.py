"""The school's own calendar: holidays and single days, as the coordinator keeps them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.rules.calendar import Break, SchoolCalendar
from mentoring.rules.school_breaks import Scheme, proposed
from storage import journal, school_days, schools
from storage.school_days import OwnDay
from storage.tx import Tx

LONGEST = 31  # days of holidays, the summer aside


class Fit(StrEnum):
    """Whether the holidays that were typed can be."""

    KEPT = "kept"
    ENDS_BEFORE = "ends_before"
    TOO_LONG = "too_long"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Days:
    """What a school has said of its year."""

    school_year: int
    breaks: tuple[school_days.Break, ...]
    own: tuple[OwnDay, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Holidays that were typed, and whether they were taken."""

    span: Break
    fit: Fit


async def look(tx: Tx, member: Member) -> Days:
    year = await _year(tx, member)
    return Days(
        year,
        tuple(await school_days.breaks(tx, member.school_id, year)),
        tuple(await school_days.days(tx, member.school_id, date(year, 8, 1))),
    )


async def proposal(tx: Tx, member: Member, scheme: Scheme) -> tuple[Break, ...]:
    return proposed(scheme, await _year(tx, member))


async def take(tx: Tx, member: Member, scheme: Scheme, now: datetime) -> int:
    """The proposed holidays instead of whatever stood there; how many they are."""
    year = await _year(tx, member)
    for each in await school_days.breaks(tx, member.school_id, year):
        await school_days.drop_break(tx, each.id, member.school_id)
    breaks = proposed(scheme, year)
    for span in breaks:
        await _add(tx, member, span, year)
    await _note(tx, member, "breaks", now)
    return len(breaks)


async def put(tx: Tx, member: Member, span: Break, now: datetime, *, instead: int = 0) -> Typed:
    """Holidays that were typed, perhaps instead of others."""
    year = await _year(tx, member)
    fit = _fit(span, year)
    if fit is Fit.KEPT:
        if instead:
            await school_days.drop_break(tx, instead, member.school_id)
        await _add(tx, member, span, year)
        await _note(tx, member, "breaks", now)
    return Typed(span, fit)


def _fit(span: Break, year: int) -> Fit:
    if span.ends < span.starts:
        return Fit.ENDS_BEFORE
    if SchoolCalendar.school_year_of(span.starts) != year or SchoolCalendar.school_year_of(span.ends) != year:
        return Fit.OTHER_YEAR
    return Fit.TOO_LONG if (span.ends - span.starts).days >= LONGEST else Fit.KEPT


async def drop(tx: Tx, member: Member, break_id: int, now: datetime) -> bool:
    """False when they are gone already."""
    done = await school_days.drop_break(tx, break_id, member.school_id)
    if done:
        await _note(tx, member, "breaks", now)
    return bool(done)


async def set_day(tx: Tx, member: Member, day: date, *, works: bool, now: datetime) -> OwnDay:
    await school_days.set_day(tx, school_id=member.school_id, day=day, works=works)
    await _note(tx, member, "day", now)
    return OwnDay(day, works)


async def drop_day(tx: Tx, member: Member, day: date, now: datetime) -> bool:
    """False when nothing was said of the day."""
    done = await school_days.drop_day(tx, member.school_id, day)
    if done:
        await _note(tx, member, "day", now)
    return bool(done)


async def _add(tx: Tx, member: Member, span: Break, year: int) -> None:
    await school_days.add_break(
        tx, school_id=member.school_id, school_year=year, starts_on=span.starts, ends_on=span.ends
    )


async def _year(tx: Tx, member: Member) -> int:
    school = await schools.get(tx, member.school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    return school.school_year


async def _note(tx: Tx, member: Member, what: str, now: datetime) -> None:
    await journal.note(tx, f"calendar.{what}", school_id=member.school_id, actor_id=member.person_id, now=now)


__all__ = ["Days", "Fit", "OwnDay", "Typed", "drop", "drop_day", "look", "proposal", "put", "set_day", "take"]
