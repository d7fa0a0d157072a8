"""How long people's data of a closed year are kept: archived as numbers, extended with a reason, held by a dispute."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, watched
from mentoring.access import Actor, Member
from mentoring.outcome import Kept, Outcome
from mentoring.rules.calendar import SchoolCalendar, year_later
from mentoring.rules.text import clean_line
from mentoring.schools import get
from storage import closed_years, journal, year_archive
from storage.closed_years import ClosedYear
from storage.destruction import ARCHIVED
from storage.runs import Run
from storage.tx import Tx

EXTEND_FORM, DISPUTE_FORM = "year_extend", "year_dispute"


@dataclass(frozen=True, slots=True)
class Held:
    """Whether what was typed has been taken, and what holds now."""

    done: bool
    year: ClosedYear | None


async def look(tx: Tx, member: Member, school_year: int) -> ClosedYear | None:
    return await closed_years.get(tx, member.school_id, school_year)


async def is_over(tx: Tx, of: ClosedYear, now: datetime) -> bool:
    """Has the day come by which something is to be decided?"""
    return of.is_over((await calendars.of_school(tx, of.school_id, now)).local_day(now))


def pairs(of: ClosedYear) -> int:
    """How many pairs the year had, as it was counted when it was closed."""
    return int(json.loads(of.figures).get("pairs", 0))


async def archive(tx: Tx, member: Member, school_year: int, now: datetime) -> bool:
    """Only numbers stay, orders too; False before the day, while there is a dispute, or when it was done before."""
    of = await look(tx, member, school_year)
    if of is None or not await is_over(tx, of, now):
        return False
    if not await closed_years.archive(tx, member.school_id, school_year, by=member.person_id, now=now):
        return False
    school = await get(tx, member.school_id)
    until = SchoolCalendar.first_moment(school_year + 1, member.zone)
    await _note_destroyed(tx, member, await year_archive.people(tx, school.id, school_year, until), now)
    await year_archive.empty_pairs(tx, school.id, school_year)
    await year_archive.empty_answers(tx, school.id, until)
    await year_archive.empty_support(tx, school.id, date(school_year + 1, 8, 1))
    await _note(tx, member, "year.archived", now)
    return True


async def extend(tx: Tx, member: Member, school_year: int, reason: str, now: datetime) -> Held:
    """By a year, never without a reason."""
    of = await look(tx, member, school_year)
    if of is None or not clean_line(reason):
        return Held(False, of)
    done = await closed_years.extend(
        tx, member.school_id, school_year, old=of.keep_until, new=year_later(of.keep_until), reason=clean_line(reason)
    )
    if done:
        await _note(tx, member, "year.extended", now)
    return Held(bool(done), await look(tx, member, school_year))


async def dispute(tx: Tx, member: Member, school_year: int, reason: str, now: datetime) -> Held:
    """As long as it lasts nothing is archived, whatever the day."""
    done = bool(clean_line(reason)) and await closed_years.set_dispute(
        tx, member.school_id, school_year, dispute=True, reason=clean_line(reason)
    )
    if done:
        await _note(tx, member, "year.dispute", now)
    return Held(bool(done), await look(tx, member, school_year))


async def settle(tx: Tx, member: Member, school_year: int, now: datetime) -> bool:
    """The dispute is over; False when there was none."""
    of = await look(tx, member, school_year)
    if of is None:
        return False
    done = await closed_years.set_dispute(tx, member.school_id, school_year, dispute=False, reason=of.keep_reason)
    if done:
        await _note(tx, member, "year.settled", now)
    return bool(done)


async def _note_destroyed(tx: Tx, member: Member, people: Sequence[int], now: datetime) -> None:
    """Each of them: the act of destruction names ids, and nothing else knows them any more."""
    for each in people:
        await journal.note(tx, ARCHIVED, school_id=member.school_id, actor_id=member.person_id, person_id=each, now=now)


async def _note(tx: Tx, member: Member, act: str, now: datetime) -> None:
    await watched.note(tx, act, school_id=member.school_id, actor_id=member.person_id, now=now)


async def _typed(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    act = extend if run.form_key == EXTEND_FORM else dispute
    return await act(tx, member, int(run.about["year"]), str(kept.get("reason") or ""), now)


OUTCOMES: Mapping[str, Outcome] = dict.fromkeys((EXTEND_FORM, DISPUTE_FORM), Outcome(_typed, consent=False))

__all__ = [
    "DISPUTE_FORM",
    "EXTEND_FORM",
    "OUTCOMES",
    "ClosedYear",
    "Held",
    "archive",
    "dispute",
    "extend",
    "is_over",
    "look",
    "settle",
]
