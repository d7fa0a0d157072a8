"""A programme by whoever may see it: its pair's people, and the coordinators of the school."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import calendars, forms, pairs
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.programmes import beginning, written
from mentoring.programmes.model import Offered, Seen, StepSeen, Unbegun, VersionSeen, stamp_of
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.programmes import duration_doubts, missing, week_away
from mentoring.rules.text import fold
from mentoring.schools import year_of
from storage import programmes
from storage.programmes import ProgrammeRow, StepRow
from storage.tx import Tx
from storage.vocabulary.pairs import Format

TAKEN_BACK_WITHIN = timedelta(minutes=10)
WITHOUT = frozenset({Format.SPEED, Format.SITUATIONAL})  # formats that need no programme


async def pair_of(tx: Tx, member: Member, pairing_id: int) -> Pair | None:
    """One's own pair while one is in it; for a coordinator any of the school, ended ones too."""
    own = await pairs.own_one(tx, member, pairing_id)
    if own is not None or not member.coordinates:
        return own
    return await pairs.read(tx, member.school_id, pairing_id)


async def look(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Seen | Unbegun | None:
    """None of somebody else's pair."""
    pair = await pair_of(tx, member, pairing_id)
    if pair is None:
        return None
    return await seen(tx, pair, now) or await _unbegun(tx, member, pair)


async def seen(tx: Tx, pair: Pair, now: datetime) -> Seen | None:
    row = await programmes.get(tx, pair.pairing.id)
    if row is None:
        return None
    steps = await programmes.steps(tx, pair.pairing.id)
    calendar = await calendars.of_school(tx, pair.pairing.school_id, now)
    programme = written.programme(row, steps)
    return Seen(
        pair=pair,
        programme=programme,
        steps=tuple(_step(each, row, calendar, now) for each in steps),
        state=row.state,
        version=row.version,
        note=row.note,
        stamp=stamp_of(row.changed_at),
        lacks=missing(programme),
        doubts=duration_doubts(row.starts_on, row.ends_on, pair.pairing.format),
        today=calendar.local_day(now),
    )


def _step(of: StepRow, row: ProgrammeRow, calendar: SchoolCalendar, now: datetime) -> StepSeen:
    earlier, later = (
        week_away(calendar, of.due_on, weeks, row.starts_on, row.ends_on) if of.due_on else None for weeks in (-1, 1)
    )
    fresh = of.done_at is not None and now - of.done_at <= TAKEN_BACK_WITHIN
    return StepSeen(of.id, written.step(of), of.done_on, fresh, earlier, later)


async def _unbegun(tx: Tx, member: Member, pair: Pair) -> Unbegun:
    year = await year_of(tx, member.school_id)
    return Unbegun(
        pair,
        needed=pair.pairing.format not in WITHOUT,
        passed_on=await beginning.before(tx, pair, year) is not None,
        may_begin=pair.pairing.state in TOGETHER,
    )


async def with_step(tx: Tx, member: Member, step_id: int, now: datetime) -> Seen | None:
    """The programme that this step is of; None when the step was removed, or is somebody else's."""
    row = await programmes.step(tx, step_id)
    found = await look(tx, member, row.pairing_id, now) if row else None
    return found if isinstance(found, Seen) else None


def offered(of: Seen, area: str) -> tuple[Offered, ...]:
    """What the templates of an area have, and which of it is in the plan; «» is what every programme has.

    Nothing of an area that there is not.
    """
    known = forms.load().programmes
    if area and area not in known.areas:
        return ()
    templates = known.areas[area].steps if area else known.common
    own = {(each.step.area, fold(each.step.activity)): each for each in of.steps}
    found = []
    for number, template in enumerate(templates):
        mine = own.get((area, fold(template.activity)))
        done = mine is not None and mine.done_on is not None
        found.append(Offered(number, template, mine.id if mine else None, done))
    return tuple(found)


async def history(tx: Tx, member: Member, pairing_id: int) -> tuple[VersionSeen, ...]:
    """The newest first; empty of somebody else's."""
    return await versions(tx, pairing_id, member.zone) if await pair_of(tx, member, pairing_id) else ()


async def versions(tx: Tx, pairing_id: int, zone: ZoneInfo) -> tuple[VersionSeen, ...]:
    return tuple(
        VersionSeen(each.version, each.kept_at.astimezone(zone).date(), each.kept_by, written.of_changes(each.changes))
        for each in await programmes.versions(tx, pairing_id)
    )
