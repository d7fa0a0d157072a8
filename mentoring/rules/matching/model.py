"""Who looks for a mentor, who may be one, and what a coordinator or the past says of pairs of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from mentoring.rules.readiness import Doubt, Ready

NOTHING: frozenset[str] = frozenset()
NOBODY: frozenset[int] = frozenset()


class Want(StrEnum):
    """The options of the request with which a mentor is looked for."""

    YEAR = "year"
    SHORT = "short"


class Pair(NamedTuple):
    """Both are people; the same person may look for a mentor and be one."""

    mentee_id: int
    mentor_id: int


NO_PAIRS: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentee:
    """A request as matching reads it: keys of the form's options, an empty set where nothing was answered."""

    id: int
    wants: Want
    areas: frozenset[str]
    subjects: frozenset[str] = NOTHING
    levels: frozenset[str] = NOTHING
    time: frozenset[str] = NOTHING
    formats: frozenset[str] = NOTHING
    waiting: int = 0  # school days since the request was handed in
    interrupted: bool = False  # an earlier pair has ended through no fault of theirs
    wishes: frozenset[int] = NOBODY
    rather_not: frozenset[int] = NOBODY
    experience: str = ""
    alone: bool = False  # a coordinator wants them in no group


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """A mentor questionnaire as matching reads it; `places` are those free now."""

    id: int
    ready: Ready
    places: int
    areas: frozenset[str]
    subjects: frozenset[str] = NOTHING
    levels: frozenset[str] = NOTHING
    time: frozenset[str] = NOTHING
    formats: frozenset[str] = NOTHING
    wishes: frozenset[int] = NOBODY
    rather_not: frozenset[int] = NOBODY
    experience: str = ""
    category: frozenset[str] = NOTHING
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What is known of pairs. `tried`: offered this year and not accepted, or ended."""

    pinned: frozenset[Pair] = NO_PAIRS
    forbidden: frozenset[Pair] = NO_PAIRS
    relatives: frozenset[Pair] = NO_PAIRS
    superiors: frozenset[Pair] = NO_PAIRS
    tried: frozenset[Pair] = NO_PAIRS


@dataclass(frozen=True, slots=True)
class Problem:
    """Everybody in the order of their ids, in whatever order they came.

    `draft` are the pairs that a coordinator is looking at: among equals they stay.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    ties: Ties = Ties()
    draft: frozenset[Pair] = NO_PAIRS

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentees", _in_order(self.mentees))
        object.__setattr__(self, "mentors", _in_order(self.mentors))

    def mentee(self, person_id: int) -> Mentee:
        return next(each for each in self.mentees if each.id == person_id)

    def mentor(self, person_id: int) -> Mentor:
        return next(each for each in self.mentors if each.id == person_id)


Side = TypeVar("Side", Mentee, Mentor)


def _in_order(people: Iterable[Side]) -> tuple[Side, ...]:
    by_id = {each.id: each for each in people}
    if len(by_id) < len(tuple(people)):
        raise ValueError("one person is on the same side twice")
    return tuple(by_id[person_id] for person_id in sorted(by_id))
