"""Which pairs a coordinator had better look at: silent ones, those that have not begun, those that do not suit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, pairs
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.pair_life import has_not_begun, is_silent, silent_days
from mentoring.rules.pair_moves import AT_WORK
from storage import contact_notes, fit_answers, pair_life
from storage.fit_answers import FitAnswer
from storage.pair_life import Life
from storage.tx import Tx
from storage.vocabulary.pairs import Fit


@dataclass(frozen=True, slots=True)
class CareCounts:
    """Numbers without names."""

    silent: int
    not_begun: int
    fits: int  # people who are not sure of their pair, or say no, and nobody has looked at it


NONE = CareCounts(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Quiet:
    """A pair that has not met for long; `last_on` is None when it has not met at all."""

    pair: Pair
    last_on: date | None
    days: int  # school days


@dataclass(frozen=True, slots=True)
class Doubt:
    """Who is not sure of their pair, or wants another one."""

    pair: Pair
    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Care:
    silent: tuple[Quiet, ...]
    not_begun: tuple[Quiet, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class CareOfPair:
    """The same of one pair, for its card."""

    meetings: int
    last_on: date | None
    silent_days: int  # 0 while it is not silent
    fits: tuple[FitAnswer, ...]

    @property
    def has_doubts(self) -> bool:
        return any(each.fit is not Fit.GOOD for each in self.fits)


async def counts(tx: Tx, school_id: int, now: datetime) -> CareCounts:
    calendar = await calendars.of_school(tx, school_id, now)
    silent, not_begun = await _quiet(tx, school_id, calendar, calendar.local_day(now))
    return CareCounts(len(silent), len(not_begun), len(await fit_answers.to_look_at(tx, school_id)))


async def look(tx: Tx, member: Member, now: datetime) -> Care:
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    silent, not_begun = await _quiet(tx, member.school_id, calendar, today)
    answers = await fit_answers.to_look_at(tx, member.school_id)
    read = {each.pairing_id: await pairs.read(tx, member.school_id, each.pairing_id) for each in answers}
    doubts = ((read[each.pairing_id], each) for each in answers)
    return Care(
        await _with_pairs(tx, member, calendar, silent, today),
        await _with_pairs(tx, member, calendar, not_begun, today),
        tuple(Doubt(pair, answer) for pair, answer in doubts if pair is not None),
    )


async def of_pair(tx: Tx, member: Member, pair: Pair, now: datetime) -> CareOfPair:
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    notes = await contact_notes.of_pair(tx, pair.pairing.id)
    last_on = notes[0].held_on if notes else None
    since = max(last_on or date.min, calendar.local_day(pair.pairing.state_at))
    works = pair.pairing.state in AT_WORK
    days = silent_days(calendar, since, today) if works and is_silent(calendar, since, today) else 0
    return CareOfPair(len(notes), last_on, days, tuple(await fit_answers.of_pair(tx, pair.pairing.id)))


async def mark_seen(tx: Tx, member: Member) -> None:
    """A coordinator has read who has doubts."""
    for each in await fit_answers.to_look_at(tx, member.school_id):
        await fit_answers.mark_seen(tx, each.pairing_id, each.person_id)


def since_of(calendar: SchoolCalendar, of: Life) -> date:
    """From when the days without a meeting count: a pair that has just begun, or begun again, is not late."""
    return max(of.last_on or date.min, calendar.local_day(of.state_at))


async def _quiet(tx: Tx, school_id: int, calendar: SchoolCalendar, today: date) -> tuple[list[Life], list[Life]]:
    """Silent ones, and those that have not met since their order; a pair is in one of the two at most."""
    silent, not_begun = [], []
    for each in await pair_life.of_school(tx, school_id, today):
        since = since_of(calendar, each)
        if each.state in AT_WORK and is_silent(calendar, since, today):
            silent.append(each)
        elif each.last_on is None and has_not_begun(calendar, since, today):
            not_begun.append(each)
    return silent, not_begun


async def _with_pairs(
    tx: Tx, member: Member, calendar: SchoolCalendar, found: Sequence[Life], today: date
) -> tuple[Quiet, ...]:
    quiet = []
    for each in found:
        pair = await pairs.read(tx, member.school_id, each.pairing_id)
        if pair is not None:
            quiet.append(Quiet(pair, each.last_on, silent_days(calendar, since_of(calendar, each), today)))
    return tuple(quiet)


__all__ = [
    "NONE",
    "Care",
    "CareCounts",
    "CareOfPair",
    "Doubt",
    "FitAnswer",
    "Quiet",
    "counts",
    "look",
    "mark_seen",
    "of_pair",
    "since_of",
]
