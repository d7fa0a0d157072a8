"""Mentees and mentors of the tests of matching: two who share one area, and any few people at all."""

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from mentoring.rules.matching import Mentee, Mentor, Pair, Problem, Ties, Want
from mentoring.rules.matching.model import NO_PAIRS
from mentoring.rules.readiness import Doubt, Ready

Side = TypeVar("Side", Mentee, Mentor)

_MENTEE = Mentee(id=1, wants=Want.YEAR, areas=frozenset({"method"}))
_MENTOR = Mentor(id=11, ready=Ready.YEAR, places=1, areas=frozenset({"method"}))


def mentee(person_id: int = 1, *areas: str, **facts: object) -> Mentee:
    """Wants help with «method» unless areas are given; of any other fact nothing is known."""
    return replace(_MENTEE, id=person_id, areas=frozenset(areas) or _MENTEE.areas, **_sets(facts))  # type: ignore[arg-type]  # facts of a test


def mentor(person_id: int = 11, *areas: str, **facts: object) -> Mentor:
    """One place, for months, «method»."""
    return replace(_MENTOR, id=person_id, areas=frozenset(areas) or _MENTOR.areas, **_sets(facts))  # type: ignore[arg-type]  # facts of a test


def pairs(*of: tuple[int, int]) -> frozenset[Pair]:
    return frozenset(Pair(*each) for each in of)


def _sets(facts: dict[str, object]) -> dict[str, object]:
    return {name: frozenset(said) if isinstance(said, set) else said for name, said in facts.items()}


AREAS = ("subject", "method", "assess", "classroom", "homeroom", "digital", "docs", "growth")

# Few keys and few people: then they have something in common, and every bar holds somewhere. Some are on both sides.
MENTEE_IDS, MENTOR_IDS = range(1, 6), range(4, 9)
_people = st.frozensets(st.sampled_from(range(1, 9)), max_size=2)
_years = st.sampled_from(("", "y0", "y1", "y4", "y11", "y21"))
_ties = st.frozensets(
    st.builds(Pair, st.sampled_from(MENTEE_IDS), st.sampled_from(MENTOR_IDS)), max_size=4
)  # fmt: skip


def _some(*keys: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(keys))


_mentees = st.builds(
    Mentee,
    id=st.sampled_from(MENTEE_IDS),
    wants=st.sampled_from(Want),
    areas=_some("method", "docs", "digital", "growth"),
    subjects=_some("physics", "biology", "other"),
    levels=_some("noo", "ooo", "none"),
    time=_some("window", "after", "online"),
    formats=_some("talk", "visit", "group", "online", "once", "any"),
    waiting=st.integers(0, 75),
    interrupted=st.booleans(),
    wishes=_people,
    rather_not=_people,
    experience=_years,
    alone=st.booleans(),
)
_mentors = st.builds(
    Mentor,
    id=st.sampled_from(MENTOR_IDS),
    ready=st.sampled_from((Ready.YEAR, Ready.SHORT, Ready.REMOTE)),
    places=st.integers(0, 2),
    areas=_some("method", "docs", "digital", "homeroom"),
    subjects=_some("physics", "biology", "other"),
    levels=_some("noo", "ooo", "none"),
    time=_some("window", "after", "online"),
    formats=_some("one_to_one", "group", "remote", "short_term", "situational", "reverse"),
    wishes=_people,
    rather_not=_people,
    experience=_years,
    doubts=st.lists(st.sampled_from(Doubt), unique=True).map(tuple),
)


def _everybody(of: st.SearchStrategy[Side]) -> st.SearchStrategy[tuple[Side, ...]]:
    return st.lists(of, max_size=5, unique_by=lambda each: each.id).map(tuple)


def problems(*, pinned: bool = True) -> st.SearchStrategy[Problem]:
    ties = st.builds(
        Ties,
        pinned=_ties if pinned else st.just(frozenset()),
        forbidden=_ties,
        relatives=_ties,
        superiors=_ties,
        tried=_ties,
    )
    return st.builds(Problem, _everybody(_mentees), _everybody(_mentors), ties, _ties)


def crowd(chance: Random) -> Problem:
    """Five and five, with little in common and few places: what is best is seldom what is nearest."""

    def areas() -> frozenset[str]:
        return frozenset(chance.sample(AREAS, chance.randint(1, 3)))

    def somebody() -> frozenset[int]:
        return frozenset({chance.randint(1, 30)})

    def ties() -> frozenset[Pair]:
        many = chance.randint(0, 3)
        return frozenset(Pair(chance.choice(MENTEE_IDS), chance.choice(MENTOR_IDS)) for _ in range(many))

    mentees = tuple(
        replace(_MENTEE, id=each, areas=areas(), waiting=chance.randint(0, 60), wishes=somebody())
        for each in MENTEE_IDS
    )
    mentors = tuple(
        replace(_MENTOR, id=each, areas=areas(), places=chance.choice((0, 1, 1, 2)), rather_not=somebody())
        for each in MENTOR_IDS
    )
    pinned = ties() if chance.random() < 0.3 else NO_PAIRS
    return Problem(mentees, mentors, Ties(pinned=pinned, forbidden=ties(), tried=ties()), ties())
