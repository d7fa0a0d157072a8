"""A school's own calendar: holidays of its pupils, single days off and days that are worked instead."""

from dataclasses import dataclass
from datetime import date

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Break:
    id: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class OwnDay:
    day: date
    works: bool


async def add_break(tx: Tx, *, school_id: int, school_year: int, starts_on: date, ends_on: date) -> int:
    """1 when it is new; one that begins on the same day is replaced."""
    return await tx.run(
        """INSERT INTO school_break (school_id, school_year, starts_on, ends_on)
           VALUES (:school_id, :school_year, :starts_on, :ends_on)
           ON CONFLICT (school_id, starts_on) DO UPDATE
           SET ends_on = excluded.ends_on, school_year = excluded.school_year""",
        school_id=school_id,
        school_year=school_year,
        starts_on=starts_on,
        ends_on=ends_on,
    )


async def drop_break(tx: Tx, break_id: int, school_id: int) -> int:
    return await tx.run(
        "DELETE FROM school_break WHERE id = :break_id AND school_id = :school_id",
        break_id=break_id,
        school_id=school_id,
    )


async def breaks(tx: Tx, school_id: int, school_year: int) -> list[Break]:
    return await tx.all(
        Break,
        """SELECT id, starts_on, ends_on FROM school_break
           WHERE school_id = :school_id AND school_year = :school_year ORDER BY starts_on""",
        school_id=school_id,
        school_year=school_year,
    )


async def set_day(tx: Tx, *, school_id: int, day: date, works: bool) -> None:
    await tx.run(
        """INSERT INTO school_day (school_id, day, works) VALUES (:school_id, :day, :works)
           ON CONFLICT (school_id, day) DO UPDATE SET works = excluded.works""",
        school_id=school_id,
        day=day,
        works=works,
    )


async def drop_day(tx: Tx, school_id: int, day: date) -> int:
    return await tx.run(
        "DELETE FROM school_day WHERE school_id = :school_id AND day = :day", school_id=school_id, day=day
    )


async def days(tx: Tx, school_id: int, since: date) -> list[OwnDay]:
    return await tx.all(
        OwnDay,
        "SELECT day, works FROM school_day WHERE school_id = :school_id AND day >= :since ORDER BY day",
        school_id=school_id,
        since=since,
    )


async def all_breaks(tx: Tx, school_id: int, since: date) -> list[Break]:
    """Of whatever year, those that are not over on this day."""
    return await tx.all(
        Break,
        """SELECT id, starts_on, ends_on FROM school_break
           WHERE school_id = :school_id AND ends_on >= :since ORDER BY starts_on""",
        school_id=school_id,
        since=since,
    )
