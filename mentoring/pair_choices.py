"""Whom a coordinator may choose for a pair, whoever fits first: pages of the whole staff list."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from mentoring import matching, pairs, second_mentors
from mentoring.access import Member
from mentoring.matching import Seeking
from mentoring.rules import names
from mentoring.rules.matching import Verdict, ranking
from storage import people
from storage.people import Names
from storage.tx import Tx

PAGE = 8
FEW_PAGES = 3

_Place: TypeAlias = tuple[int, int, str]  # which part of the list, where in it, by which name


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to be chosen."""

    id: int
    full_name: str
    position: str
    waits: int | None = None  # school days, of a mentee without a pair
    places: int | None = None  # free ones, of a mentor of the bank
    verdict: Verdict | None = None  # of a mentor whom this very mentee was compared with


@dataclass(frozen=True, slots=True)
class Letter:
    """Where the surnames that begin with it stand among everybody."""

    letter: str
    page: int


@dataclass(frozen=True, slots=True)
class Choices:
    """`letters` of a list that is too long to be turned page by page."""

    lines: tuple[Choice, ...]
    number: int
    pages: int
    letters: tuple[Letter, ...] = ()


async def mentees(tx: Tx, member: Member, number: int, now: datetime) -> Choices:
    """Who waits, the longest first; then everybody of the staff list."""
    seeking = await matching.seek(tx, member.school_id, now)

    def place(of: Choice) -> _Place:
        return (1 if of.waits is None else 0, -(of.waits or 0), names.sort_name(of.full_name))

    return _page(
        (
            Choice(each.id, each.full_name, each.position, waits=_waits(seeking, each.id))
            for each in await people.names(tx, member.school_id)
        ),
        place,
        number,
    )


def _waits(seeking: Seeking, person_id: int) -> int | None:
    waiting = seeking.waiting.get(person_id)
    return waiting.days if waiting else None


async def mentors(tx: Tx, member: Member, mentee_id: int, number: int, now: datetime) -> Choices:
    """Who fits this mentee, by the ranking; then the others of the bank; then everybody."""
    seeking = await matching.seek(tx, member.school_id, now)
    ranked = ranking(seeking.problem, mentee_id) if mentee_id in seeking.waiting else ()
    verdicts = {each.mentor_id: each.verdict for each in ranked}
    order = {each.mentor_id: place for place, each in enumerate(ranked)}

    def place(of: Choice) -> _Place:
        if of.id in order:
            return (0, order[of.id], "")
        return _in_bank(of)

    listed = await people.names(tx, member.school_id)
    found = (_mentor(each, seeking, verdicts.get(each.id)) for each in listed if each.id != mentee_id)
    return _page(found, place, number)


async def mentors_beside(tx: Tx, member: Member, mentees: Collection[int], number: int, now: datetime) -> Choices:
    """For several mentees at once: the bank first, then everybody who is none of them."""
    seeking = await matching.seek(tx, member.school_id, now)
    listed = await people.names(tx, member.school_id)
    return _page((_mentor(each, seeking) for each in listed if each.id not in mentees), _in_bank, number)


async def further_mentors(tx: Tx, member: Member, pairing_id: int, number: int, now: datetime) -> Choices | None:
    """Those of the bank who are not in it and were not asked about it; None when there is no such pair."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None:
        return None
    seeking = await matching.seek(tx, member.school_id, now)
    inside = {each.person_id for each in pair.members} | await second_mentors.asked_about(tx, pairing_id)
    listed = await people.names(tx, member.school_id)
    found = (_mentor(each, seeking) for each in listed if each.id in seeking.mentors and each.id not in inside)
    return _page(found, _in_bank, number)


def _mentor(of: Names, seeking: Seeking, verdict: Verdict | None = None) -> Choice:
    places = seeking.problem.mentor(of.id).places if of.id in seeking.mentors else None
    return Choice(of.id, of.full_name, of.position, places=places, verdict=verdict)


def _in_bank(of: Choice) -> _Place:
    """Who has a place comes before whoever has none; whoever has not said to be ready is last."""
    part = 3 if of.places is None else 1 if of.places else 2
    return (part, 0, names.sort_name(of.full_name))


def _page(found: Iterable[Choice], place: Callable[[Choice], _Place], number: int) -> Choices:
    listed = sorted(found, key=lambda each: (*place(each), each.id))
    pages = max(1, -(-len(listed) // PAGE))
    number = min(max(number, 0), pages - 1)
    letters = _letters(listed, place) if pages > FEW_PAGES else ()
    return Choices(tuple(listed[number * PAGE : (number + 1) * PAGE]), number, pages, letters)


def _letters(listed: Sequence[Choice], place: Callable[[Choice], _Place]) -> tuple[Letter, ...]:
    """Of the last part of the list: it is by surnames, and the longest."""
    last = max(place(each)[0] for each in listed)
    found: dict[str, int] = {}
    for at, each in enumerate(listed):
        if place(each)[0] == last:
            found.setdefault(names.sort_name(each.full_name)[:1].upper(), at // PAGE)
    return tuple(Letter(letter, page) for letter, page in found.items())
