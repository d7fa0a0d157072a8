"""Who was there: taps on the day and some days after it, guests by number; it proves the roadmap's activity."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import proofs, roadmap_setup, schools
from mentoring.access import Member
from mentoring.gatherings.kinds import NAMES
from mentoring.gatherings.looking import PeoplePage, Seen, listed, look
from mentoring.rules import gatherings as rules
from mentoring.rules import roadmap_choices
from mentoring.rules.names import short_name
from storage import evidence, gatherings, journal
from storage.gatherings import Gathering
from storage.tx import Tx

MOST_GUESTS = 500


@dataclass(frozen=True, slots=True)
class Attendance:
    seen: Seen
    people: PeoplePage


async def page(tx: Tx, member: Member, gathering_id: int, number: int, now: datetime) -> Attendance | None:
    """None for what may not be marked: a draft, a day to come, one too long ago."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_mark:
        return None
    return Attendance(seen, await listed(tx, seen.gathering, number))


async def mark(tx: Tx, member: Member, gathering_id: int, person_id: int, now: datetime, *, attended: bool) -> bool:
    """Set or taken back, never toggled. False when it is so, or may not be marked."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_mark:
        return False
    if not await gatherings.attend(tx, gathering_id, person_id, attended=attended):
        return False
    await _settle(tx, member, seen.gathering, now)
    return True


async def mark_promised(tx: Tx, member: Member, gathering_id: int, now: datetime) -> int:
    """Everybody who has said that they come; how many more it is."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_mark:
        return 0
    marked = await gatherings.attend_promised(tx, gathering_id)
    if marked:
        await _settle(tx, member, seen.gathering, now)
    return marked


async def set_guests(tx: Tx, member: Member, gathering_id: int, guests: int, now: datetime) -> bool:
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.may_mark or not 0 <= guests <= MOST_GUESTS:
        return False
    if not await gatherings.set_guests(tx, gathering_id, guests):
        return False
    await _settle(tx, member, seen.gathering, now)
    return True


async def _settle(tx: Tx, member: Member, before: Gathering, now: datetime) -> None:
    """The first one who was there makes it held, the last one taken back makes it not."""
    seen = await look(tx, member, before.id, now)
    if seen is None:
        return
    of = seen.gathering
    if seen.held and of.evidence_id is None:
        await _begin(tx, member, seen, now)
    elif seen.held:
        await amend(tx, seen)
    elif of.evidence_id is not None:
        await evidence.take_one_back(tx, of.evidence_id, now)
        await gatherings.prove(tx, of.id, None)


async def _begin(tx: Tx, member: Member, seen: Seen, now: datetime) -> None:
    of, school = seen.gathering, await schools.get(tx, seen.gathering.school_id)
    if of.school_year == school.school_year:
        key = rules.activity_of(of.kind, of.day, await _completion_from(tx, of.school_id))
        made = await proofs.prove_event(tx, member, key, day=of.day, words=_words(seen), now=now)
        await gatherings.prove(tx, of.id, made)
    if not of.chair and not of.secretary:
        chair, secretary = short_name(school.director), short_name(member.full_name)
        await gatherings.set_head(
            tx, of.id, number=of.number, dated_on=of.dated_on or of.day, chair=chair, secretary=secretary
        )
    await journal.note(tx, "gathering.held", school_id=of.school_id, actor_id=member.person_id, now=now)


async def amend(tx: Tx, seen: Seen) -> None:
    """What the roadmap says of it follows the marks and the number of the minutes."""
    of = seen.gathering
    if of.evidence_id is not None:
        await evidence.amend(tx, of.evidence_id, number=of.number, dated_on=of.day, words=_words(seen))


def _words(seen: Seen) -> str:
    guests = f", гостей: {seen.gathering.guests}" if seen.gathering.guests else ""
    return f"{NAMES[seen.gathering.kind].lower()}, участников: {seen.attended}{guests}"


async def _completion_from(tx: Tx, school_id: int) -> date | None:
    """When the stage of the year's last events begins, by what the school has decided of it."""
    year = await roadmap_setup.year_of(tx, school_id)
    for stage in year.stages:
        if any(each.key == rules.CONFERENCE for each in stage.activities):
            span = roadmap_choices.span(stage, year.chosen, year.school_year)
            return span.starts if span else stage.starts.in_year(year.school_year)
    return None
