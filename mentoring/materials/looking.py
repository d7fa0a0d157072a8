"""Who sees which materials: by what they are in the programme, by areas, by words that they type."""

import json
from collections.abc import Iterable

from mentoring import forms
from mentoring.access import Member
from mentoring.pair_words import area as label_of_area
from mentoring.rules.materials import matches
from storage import materials, queue
from storage.materials import Circles, Material
from storage.tx import Tx
from storage.vocabulary import PersonState
from storage.vocabulary.pairs import MaterialAudience, MaterialState

FOUND = 8  # of a search: more words narrow it


def areas() -> tuple[str, ...]:
    """The keys, in the order of the buttons."""
    return tuple(each.key for each in forms.load().dictionary("areas"))


def keys(stored: str | None) -> frozenset[str]:
    """Options out of an answer as it is stored."""
    return frozenset(json.loads(stored)) if stored else frozenset()


async def of_school(tx: Tx, member: Member) -> tuple[Material, ...]:
    """Everything that is kept: for whoever keeps it."""
    return tuple(await materials.of_school(tx, member.school_id))


async def visible(tx: Tx, member: Member) -> tuple[Material, ...]:
    """What this person may have: all of it for a coordinator, else what is for them and for everybody."""
    if member.coordinates:
        return await of_school(tx, member)
    if not in_programme(member):
        return ()
    of = await materials.circles(tx, member.person_id)
    return tuple(await materials.for_circles(tx, member.school_id, mentor=of.mentor, mentee=of.mentee))


async def stands_in_menu(tx: Tx, member: Member) -> bool:
    """Is there anything that the person may have, or may they propose something?"""
    if not in_programme(member):
        return False
    of = await materials.circles(tx, member.person_id)
    return of.mentor or await materials.has_any(tx, member.school_id, mentor=of.mentor, mentee=of.mentee)


def in_programme(member: Member) -> bool:
    """Nobody who has not consented is."""
    return member.state is PersonState.ACTIVE and member.consented


async def one(tx: Tx, member: Member, material_id: int) -> Material | None:
    """One that the person may have; of a proposal, its author and the coordinator alone."""
    found = await materials.get(tx, material_id, member.school_id)
    if found is None:
        return None
    if found.state is not MaterialState.KEPT:
        own = found.author_id == member.person_id and member.consented
        read = member.coordinates and found.state is not MaterialState.DRAFT
        return found if own or read else None
    return found if member.coordinates or await _is_for(tx, member, found) else None


async def on_request(tx: Tx, member: Member, material_id: int) -> Material | None:
    """To be sent to whoever asks: counted, without saying who it was. A look at a proposal is no request."""
    found = await one(tx, member, material_id)
    if found is not None and found.state is MaterialState.KEPT and not member.coordinates:
        await materials.count_asked(tx, material_id)
    return found


async def find(tx: Tx, member: Member, typed: str) -> tuple[Material, ...]:
    """By words of titles and areas, the surest first; one more than is shown when there are more."""
    scored = [(matches(typed, _searched(each)), each) for each in await visible(tx, member)]
    return tuple(each for score, each in sorted(scored, key=lambda pair: -pair[0]) if score)[: FOUND + 1]


async def for_person(tx: Tx, school_id: int, person_id: int) -> tuple[Material, ...]:
    """Of the areas of their request, in the order of the areas."""
    wanted = keys(await queue.areas(tx, person_id))
    return await for_event(tx, school_id, wanted, Circles(mentor=False, mentee=True))


async def for_event(tx: Tx, school_id: int, wanted: Iterable[str], of: Circles) -> tuple[Material, ...]:
    """What whoever comes to something about these areas may read before it, in the order of the areas.

    `of` says who comes: mentors, mentees, or both of them.
    """
    chosen = frozenset(wanted)
    if not chosen:
        return ()
    return in_areas(await materials.for_circles(tx, school_id, mentor=of.mentor, mentee=of.mentee), chosen)


def in_areas(of: Iterable[Material], wanted: Iterable[str]) -> tuple[Material, ...]:
    """Those of any of these areas, by the first of them."""
    chosen = [key for key in areas() if key in frozenset(wanted)]
    found = [each for each in of if not set(each.areas).isdisjoint(chosen)]
    return tuple(sorted(found, key=lambda each: min(chosen.index(key) for key in each.areas if key in chosen)))


async def areas_of_request(tx: Tx, member: Member) -> frozenset[str]:
    return keys(await queue.areas(tx, member.person_id))


async def areas_without(tx: Tx, school_id: int) -> tuple[str, ...]:
    """Areas that requests name and no material for mentees has."""
    asked = {key for stored in await materials.areas_asked_for(tx, school_id) for key in keys(stored)}
    kept = await materials.for_circles(tx, school_id, mentor=False, mentee=True)
    there = {key for each in kept for key in each.areas}
    return tuple(key for key in areas() if key in asked - there)


async def _is_for(tx: Tx, member: Member, of: Material) -> bool:
    if not in_programme(member):
        return False
    circles = await materials.circles(tx, member.person_id)
    named = {MaterialAudience.MENTORS: circles.mentor, MaterialAudience.MENTEES: circles.mentee}
    return named.get(of.audience, True)


def _searched(of: Material) -> str:
    return " ".join((of.title, *map(label_of_area, of.areas)))
