"""Whose data were destroyed and when: by ids, out of the journal alone; one person's, or a closed year's at once."""

from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Member
from storage import closed_years, destruction
from storage.destruction import Destroyed
from storage.tx import Tx

PAGE = 8
_YEAR = "y"  # begins what an act is about, when it is about a closed year


@dataclass(frozen=True, slots=True)
class DestroyedPage:
    lines: tuple[Destroyed, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Run:
    """What one act is about; `school_year` is set when the data of that closed year went."""

    about: str
    at: datetime
    destroyed: tuple[Destroyed, ...]
    school_year: int | None = None


async def page(tx: Tx, member: Member, number: int) -> DestroyedPage:
    total = await destruction.count(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await destruction.erased(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return DestroyedPage(tuple(lines), total, number, pages)


def of_person(person_id: int) -> str:
    return str(person_id)


def of_year(school_year: int) -> str:
    return f"{_YEAR}{school_year}"


async def run(tx: Tx, school_id: int, about: str) -> Run | None:
    """None of what is not destroyed, of another school, or forged."""
    number = about.removeprefix(_YEAR)
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    if not about.startswith(_YEAR):
        one = await destruction.one(tx, school_id, int(number))
        return Run(about, one.at, (one,)) if one else None
    closed = await closed_years.get(tx, school_id, int(number))
    if closed is None or closed.archived_at is None:
        return None
    found = await destruction.archived(tx, school_id, closed.archived_at)
    return Run(about, closed.archived_at, tuple(found), closed.school_year) if found else None


__all__ = ["PAGE", "Destroyed", "DestroyedPage", "Run", "of_person", "of_year", "page", "run"]
