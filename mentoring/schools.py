"""A school: made by the first coordinator with a name and a city, everything else has a default."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring import forms, watched
from mentoring.access import Member
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.school_names import short_school_name
from mentoring.rules.text import clean_line, fold
from storage import invites, journal, schools
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary import Privacy

DEFAULT_ZONE = "Europe/Moscow"
ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
_NO_HOURS = ("", "-", "нет")
WEEKS = ("12345", "123456")  # ISO weekdays


class Field(StrEnum):
    """What «Настройки» lets a coordinator type anew."""

    NAME = "name"
    SHORT_NAME = "short_name"
    CITY = "city"
    ADDRESS = "address"
    DIRECTOR = "director"
    PSYCHOLOGIST_HOURS = "psychologist_hours"
    # What only papers say of the school.
    DIRECTOR_POST = "director_post"
    COORDINATOR_POST = "coordinator_post"
    GROUNDS = "grounds"
    REGIONAL_ACT = "regional_act"
    OGRN = "ogrn"
    UNION_CHAIR = "union_chair"
    AGREEMENTS_BY = "agreements_by"


DETAILS = frozenset(
    {
        *(Field.DIRECTOR_POST, Field.COORDINATOR_POST, Field.GROUNDS),
        *(Field.REGIONAL_ACT, Field.OGRN, Field.UNION_CHAIR, Field.AGREEMENTS_BY),
    }
)

# What is longer than a line has a form of its own.
FORMS: Mapping[Field, str] = dict.fromkeys((Field.GROUNDS, Field.REGIONAL_ACT), "school_grounds")


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the setup has decided; `zone_known` is false when the city said nothing and Moscow was assumed."""

    school: School
    zone_known: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """The school with its time now; `zone` is one of `ZONES`, `years` are those that can be chosen."""

    school: School
    zone: str
    local_time: datetime
    years: tuple[int, ...]
    psychologist_hours: str = ""


async def add(tx: Tx, name: str, now: datetime) -> int:
    """A school that waits for its first coordinator; codes that would make a first school are over."""
    await invites.revoke_without_school(tx, now)
    name = clean_line(name)
    return await schools.add(
        tx,
        name=name,
        short_name=short_school_name(name),
        school_year=SchoolCalendar.school_year_of(now.date()),
        now=now,
    )


async def get(tx: Tx, school_id: int) -> School:
    school = await schools.get(tx, school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    return school


async def year_of(tx: Tx, school_id: int) -> int:
    """The school year that the school is in."""
    return (await get(tx, school_id)).school_year


async def set_up(tx: Tx, school_id: int, *, name: str, city: str, by: int, now: datetime) -> SetUp:
    """Name and city; the short name and the time zone follow from them and can be changed."""
    name, city = clean_line(name), clean_line(city)
    zone = forms.load().time_zone(city)
    await schools.set_up(
        tx,
        school_id,
        name=name,
        short_name=short_school_name(name),
        city=city,
        time_zone=zone or DEFAULT_ZONE,
        now=now,
    )
    await journal.note(tx, "school.set_up", school_id=school_id, actor_id=by, now=now)
    return SetUp(await get(tx, school_id), zone is not None)


async def change(tx: Tx, member: Member, field: Field, text: str, now: datetime) -> None:
    """One field of «Настройки»; a new city brings its time zone when we know it."""
    text = clean_line(text)
    school = await get(tx, member.school_id)
    match field:
        case Field.NAME:
            # A short name that was typed by hand outlives the name that it was made for.
            made_for_it = school.short_name == short_school_name(school.name)
            short_name = short_school_name(text) if made_for_it else school.short_name
            await _describe(tx, replace(school, name=text, short_name=short_name), now)
        case Field.SHORT_NAME:
            await _describe(tx, replace(school, short_name=text), now)
        case Field.CITY:
            zone = forms.load().time_zone(text) or school.time_zone
            await _describe(tx, replace(school, city=text, time_zone=zone), now)
        case Field.ADDRESS:
            await schools.set_address(tx, school.id, text)
        case Field.DIRECTOR:
            await schools.set_director(tx, school.id, text)
        case Field.PSYCHOLOGIST_HOURS:
            await schools.set_psychologist_hours(tx, school.id, "" if fold(text) in _NO_HOURS else text)
        case _:
            await schools.put_detail(tx, school.id, field, text)
    await _note(tx, member, field.value, now)


async def field(tx: Tx, member: Member, which: Field) -> str:
    """What stands in the field now."""
    school = await get(tx, member.school_id)
    match which:
        case Field.NAME:
            return school.name
        case Field.SHORT_NAME:
            return school.short_name
        case Field.CITY:
            return school.city
        case Field.ADDRESS:
            return school.address
        case Field.DIRECTOR:
            return school.director
        case Field.PSYCHOLOGIST_HOURS:
            return await schools.psychologist_hours(tx, school.id)
    return (await details(tx, school.id)).get(which, "")


async def details(tx: Tx, school_id: int) -> Mapping[Field, str]:
    """What papers say of the school, as far as it was typed."""
    return {Field(each.field): each.value for each in await schools.details(tx, school_id)}


async def view(tx: Tx, member: Member, now: datetime) -> Settings:
    school = await get(tx, member.school_id)
    local = now.astimezone(ZoneInfo(school.time_zone))
    # A rarer zone is shown under the name of the one of the eleven that has its time.
    same_time = (zone for zone, there in zones(now) if there.utcoffset() == local.utcoffset())
    zone = school.time_zone if school.time_zone in ZONES else next(same_time, DEFAULT_ZONE)
    this_year = SchoolCalendar.school_year_of(local.date())
    years = tuple(sorted({this_year, this_year + 1, school.school_year}))
    return Settings(school, zone, local, years, await schools.psychologist_hours(tx, school.id))


def zones(now: datetime) -> tuple[tuple[str, datetime], ...]:
    """The eleven zones, each with its time."""
    return tuple((zone, now.astimezone(ZoneInfo(zone))) for zone in ZONES)


async def change_zone(tx: Tx, member: Member, number: int, now: datetime) -> bool:
    """One of the eleven by its number; False when there is no such."""
    if number not in range(len(ZONES)):
        return False
    await schools.set_time_zone(tx, member.school_id, ZONES[number])
    await _note(tx, member, "time_zone", now)
    return True


async def change_year(tx: Tx, member: Member, school_year: int, now: datetime) -> bool:
    """The year that begins or has begun; False for any other."""
    if school_year not in (await view(tx, member, now)).years:
        return False
    await schools.set_school_year(tx, member.school_id, school_year)
    await _note(tx, member, "school_year", now)
    return True


async def change_week(tx: Tx, member: Member, working_weekdays: str, now: datetime) -> bool:
    """Digits of ISO weekdays; False for what is no week."""
    if working_weekdays not in WEEKS:
        return False
    await schools.set_working_weekdays(tx, member.school_id, working_weekdays)
    await _note(tx, member, "week", now)
    return True


async def accept_strict(tx: Tx, member: Member, *, expected: int, typed: int, now: datetime) -> bool:
    """The number out of the test file; False leaves everything as it was."""
    if expected != typed:
        return False
    await change_privacy(tx, member, Privacy.STRICT, now)
    return True


async def change_privacy(tx: Tx, member: Member, privacy: Privacy, now: datetime) -> None:
    await schools.set_privacy(tx, member.school_id, privacy)
    await _note(tx, member, f"privacy.{privacy}", now)


async def _describe(tx: Tx, school: School, now: datetime) -> None:
    await schools.set_up(
        tx,
        school.id,
        name=school.name,
        short_name=school.short_name,
        city=school.city,
        time_zone=school.time_zone,
        now=now,
    )


async def _note(tx: Tx, member: Member, what: str, now: datetime) -> None:
    await watched.note(tx, f"school.{what}", school_id=member.school_id, actor_id=member.person_id, now=now)
