"""Schools: several live in one installation and never see each other."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import Privacy


@dataclass(frozen=True, slots=True)
class School:
    id: int
    name: str
    short_name: str
    city: str
    address: str
    time_zone: str
    school_year: int
    working_weekdays: str  # digits of ISO weekdays, «12345» is a five-day week
    privacy: Privacy
    set_up_at: datetime | None
    director: str


@dataclass(frozen=True, slots=True)
class Detail:
    field: str
    value: str


_COLUMNS = "id, name, short_name, city, address, time_zone, school_year, working_weekdays, privacy, set_up_at, director"


async def add(tx: Tx, *, name: str, short_name: str, school_year: int, now: datetime) -> int:
    return await tx.inserted(
        """INSERT INTO school (name, short_name, city, time_zone, school_year, created_at)
           VALUES (:name, :short_name, '', 'Europe/Moscow', :school_year, :now) RETURNING id""",
        name=name,
        short_name=short_name,
        school_year=school_year,
        now=now,
    )


async def get(tx: Tx, school_id: int) -> School | None:
    return await tx.one(School, f"SELECT {_COLUMNS} FROM school WHERE id = :school_id", school_id=school_id)


async def all_schools(tx: Tx) -> list[School]:
    return await tx.all(School, f"SELECT {_COLUMNS} FROM school ORDER BY id")


async def set_up(
    tx: Tx, school_id: int, *, name: str, short_name: str, city: str, time_zone: str, now: datetime
) -> None:
    await tx.run(
        """UPDATE school SET name = :name, short_name = :short_name, city = :city, time_zone = :time_zone,
                  set_up_at = COALESCE(set_up_at, :now)
           WHERE id = :school_id""",
        school_id=school_id,
        name=name,
        short_name=short_name,
        city=city,
        time_zone=time_zone,
        now=now,
    )


async def set_address(tx: Tx, school_id: int, address: str) -> None:
    await tx.run("UPDATE school SET address = :address WHERE id = :school_id", school_id=school_id, address=address)


async def set_director(tx: Tx, school_id: int, director: str) -> None:
    await tx.run("UPDATE school SET director = :director WHERE id = :school_id", school_id=school_id, director=director)


async def psychologist_hours(tx: Tx, school_id: int) -> str:
    """As a coordinator has typed them; empty when there are none."""
    found = await tx.one(str, "SELECT psychologist_hours FROM school WHERE id = :school_id", school_id=school_id)
    return found or ""


async def set_psychologist_hours(tx: Tx, school_id: int, hours: str) -> None:
    await tx.run(
        "UPDATE school SET psychologist_hours = :hours WHERE id = :school_id", school_id=school_id, hours=hours
    )


async def set_time_zone(tx: Tx, school_id: int, time_zone: str) -> None:
    await tx.run(
        "UPDATE school SET time_zone = :time_zone WHERE id = :school_id",
        school_id=school_id,
        time_zone=time_zone,
    )


async def set_school_year(tx: Tx, school_id: int, school_year: int) -> None:
    await tx.run(
        "UPDATE school SET school_year = :school_year WHERE id = :school_id",
        school_id=school_id,
        school_year=school_year,
    )


async def set_working_weekdays(tx: Tx, school_id: int, working_weekdays: str) -> None:
    await tx.run(
        "UPDATE school SET working_weekdays = :working_weekdays WHERE id = :school_id",
        school_id=school_id,
        working_weekdays=working_weekdays,
    )


async def set_privacy(tx: Tx, school_id: int, privacy: Privacy) -> None:
    await tx.run("UPDATE school SET privacy = :privacy WHERE id = :school_id", school_id=school_id, privacy=privacy)


async def details(tx: Tx, school_id: int) -> list[Detail]:
    """What papers say of the school, as far as somebody has typed it."""
    return await tx.all(
        Detail,
        "SELECT field, value FROM school_detail WHERE school_id = :school_id ORDER BY field",
        school_id=school_id,
    )


async def put_detail(tx: Tx, school_id: int, field: str, value: str) -> None:
    await tx.run(
        """INSERT INTO school_detail (school_id, field, value) VALUES (:school_id, :field, :value)
           ON CONFLICT (school_id, field) DO UPDATE SET value = excluded.value""",
        school_id=school_id,
        field=field,
        value=value,
    )


async def drop_detail(tx: Tx, school_id: int, field: str) -> int:
    return await tx.run(
        "DELETE FROM school_detail WHERE school_id = :school_id AND field = :field", school_id=school_id, field=field
    )
