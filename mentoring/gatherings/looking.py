"""Events as whoever leads the programme sees them: the year's list, one of them."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, schools
from mentoring.access import Member
from mentoring.rules import gatherings as rules
from mentoring.rules.gatherings import Warn
from storage import gatherings
from storage.gatherings import Gathering, Numbers, OnList
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringState, Talk

PAGE = 6
PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Seen:
    gathering: Gathering
    numbers: Numbers
    warnings: tuple[Warn, ...]
    today: date  # where the school is
    begun: bool

    @property
    def is_draft(self) -> bool:
        return self.gathering.state is GatheringState.DRAFT

    @property
    def is_cancelled(self) -> bool:
        return self.gathering.state is GatheringState.CANCELLED

    @property
    def attended(self) -> int:
        """People of the school who were there, whoever was erased since counted in."""
        return self.numbers.attended + self.gathering.gone

    @property
    def held(self) -> bool:
        return not self.is_cancelled and self.attended + self.gathering.guests > 0

    @property
    def may_mark(self) -> bool:
        """Attendance, by the days; of a draft nobody was told."""
        invited = self.gathering.state is GatheringState.INVITED
        return invited and rules.may_mark(self.gathering.day, self.today)

    @property
    def awaits_people(self) -> bool:
        """Invited to, and its day is not over."""
        return self.gathering.state is GatheringState.INVITED and self.today <= self.gathering.day

    @property
    def may_change(self) -> bool:
        return not self.is_cancelled and not self.held and not (self.begun and not self.is_draft)


@dataclass(frozen=True, slots=True)
class YearPage:
    lines: tuple[Gathering, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Of the school or of an event's list, by name."""

    lines: tuple[OnList, ...]
    total: int
    number: int
    pages: int


async def year(tx: Tx, member: Member, number: int) -> YearPage:
    """Of the school year that the school is in, the latest day first."""
    every = await gatherings.of_school(tx, member.school_id, await schools.year_of(tx, member.school_id))
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(number, 0), pages - 1)
    return YearPage(tuple(every[number * PAGE : (number + 1) * PAGE]), len(every), number, pages)


async def look(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Seen | None:
    """One of the member's own school; whether they lead is looked at before."""
    of = await gatherings.get(tx, gathering_id, member.school_id)
    if of is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    others = await gatherings.on_day(tx, of.school_id, of.school_year, of.day)
    taken = any(each.id != of.id for each in others)
    return Seen(
        of,
        await gatherings.numbers(tx, of.id),
        rules.warnings(calendar, of.day, today, taken=taken),
        today,
        begun=rules.begins(of.day, of.starts, calendar.zone) <= now,
    )


async def people(tx: Tx, of: Gathering, number: int) -> PeoplePage:
    """Everybody of the school, with a tick at whom it is for."""
    total = await gatherings.count_school(tx, of.school_id)
    pages = max(1, -(-total // PEOPLE))
    number = min(max(number, 0), pages - 1)
    lines = await gatherings.page_of_school(tx, of.school_id, of.id, offset=number * PEOPLE, limit=PEOPLE)
    return PeoplePage(tuple(lines), total, number, pages)


async def talks(tx: Tx, of: Gathering) -> tuple[OnList, ...]:
    """Who has offered one; those who wait for an answer first."""
    every = [each for each in await gatherings.on_list(tx, of.id) if each.talk_state is not Talk.NONE]
    return tuple(sorted(every, key=lambda each: each.talk_state is not Talk.OFFERED))


async def listed(tx: Tx, of: Gathering, number: int) -> PeoplePage:
    """Whom it is for."""
    every = await gatherings.on_list(tx, of.id)
    pages = max(1, -(-len(every) // PEOPLE))
    number = min(max(number, 0), pages - 1)
    return PeoplePage(tuple(every[number * PEOPLE : (number + 1) * PEOPLE]), len(every), number, pages)
