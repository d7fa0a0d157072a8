"""The mentor bank: who is ready and for how many colleagues, who has refused, who was asked and is silent.

Nobody is a mentor by standing here: that is a role in a pair.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import answer_values, answered
from mentoring import form_asks as asks
from mentoring.access import Member
from mentoring.answered import Answered
from mentoring.rules import readiness as rules
from mentoring.rules.readiness import FORM, Doubt, Ready
from mentoring.silence import SilentPage
from storage import form_asks, mentors, readiness, runs
from storage.mentors import Count, Entry
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import RunState

PAGE = 8


class Mark(StrEnum):
    """Whether a coordinator has looked at it."""

    NEW = "new"
    CHANGED = "changed"  # since a coordinator had looked
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class MentorLine:
    id: int  # the person's
    run_id: int
    full_name: str
    position: str
    mark: Mark
    ready: Ready | None
    capacity: int | None
    paused: bool


@dataclass(frozen=True, slots=True)
class MentorPage:
    """Those who are ready, and the numbers of all."""

    lines: tuple[MentorLine, ...]
    count: Count
    asked: int
    silent: int
    wanted: int  # colleagues who have asked for a mentor
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class RefusedPage:
    lines: tuple[MentorLine, ...]
    count: Count
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One questionnaire in words, with what a coordinator should mind."""

    answered: Answered
    mark: Mark
    ready: Ready | None
    paused_since: datetime | None
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class MentorStanding:
    """How far somebody is with the questionnaire; `asked_at` by a coordinator, this school year."""

    state: RunState | None
    run_id: int
    asked_at: datetime | None


async def page(tx: Tx, member: Member, number: int, *, around: int = 0) -> MentorPage:
    """A page of the ready; `around` is the run whose page is wanted instead."""
    found = await mentors.count(tx, member.school_id)
    if around:
        number = await mentors.place_of(tx, member.school_id, around) // PAGE
    number, pages = _page(number, found.ready)
    lines = await mentors.ready(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    asked = await form_asks.count(tx, member.school_id, FORM)
    wanted = await mentors.wanted(tx, member.school_id)
    return MentorPage(tuple(_line(each) for each in lines), found, asked.asked, asked.silent, wanted, number, pages)


async def refused(tx: Tx, member: Member, number: int) -> RefusedPage:
    """Who has said «позже», then who has declined."""
    found = await mentors.count(tx, member.school_id)
    number, pages = _page(number, found.refused)
    lines = await mentors.refused(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return RefusedPage(tuple(_line(each) for each in lines), found, number, pages)


async def silent(tx: Tx, member: Member, number: int, now: datetime) -> SilentPage:
    """Who was asked and has not handed in, each with the reason."""
    return await asks.silent(tx, member, FORM, number, now)


async def read(tx: Tx, member: Member, run_id: int) -> Profile | None:
    """Of the coordinator's own school; None when it is gone."""
    found = await answered.read(tx, member, FORM, run_id)
    if found is None:
        return None
    return Profile(
        found,
        _mark_of(found.run),
        rules.ready_of(found.answers),
        await readiness.paused_since(tx, found.run.person_id),
        rules.doubts(found.answers),
    )


async def standing(tx: Tx, person_id: int) -> MentorStanding:
    """For the card of somebody of the coordinator's school."""
    run = await runs.latest(tx, person_id, FORM)
    ask = await form_asks.newest(tx, person_id, FORM)
    return MentorStanding(run.state if run else None, run.id if run else 0, ask.asked_at if ask else None)


def _mark_of(run: Run) -> Mark:
    return _mark(seen=run.seen_at, changed=run.changed_at)


def _mark(*, seen: datetime | None, changed: datetime | None) -> Mark:
    if seen is not None:
        return Mark.SEEN
    return Mark.CHANGED if changed is not None else Mark.NEW


def _line(of: Entry) -> MentorLine:
    said = {"ready": answer_values.read(of.ready), "capacity": answer_values.read(of.capacity)}
    return MentorLine(
        of.id,
        of.run_id,
        of.full_name,
        of.position,
        _mark(seen=of.seen_at, changed=of.changed_at),
        rules.ready_of(said),
        rules.capacity_of(said),
        of.paused_at is not None,
    )


def _page(number: int, total: int) -> tuple[int, int]:
    """A page that is there, and how many there are."""
    pages = max(1, -(-total // PAGE))
    return min(max(number, 0), pages - 1), pages
