"""Is this the person we know? For a second import, and for a newcomer who types a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Protocol

from mentoring.rules.names import search_name

CLOSE_ENOUGH = 0.85
_SHORTENED = 0.95


class Likeness(StrEnum):
    """How a name was recognised."""

    EXACT = "exact"
    SHORTENED = "shortened"  # the same surname and initials, or the same words in another order
    CLOSE = "close"  # a slip of the keyboard away


class Named(Protocol):
    """Whoever has an id and a name as `search_name` makes it."""

    @property
    def id(self) -> int: ...

    @property
    def search_name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    id: int
    likeness: Likeness
    score: float


def match(full_name: str, known: Iterable[Named]) -> tuple[Candidate, ...]:
    """Those who may bear this name: the exact, else the shortened, else the close; best first, then by id."""
    people = sorted(known, key=lambda person: person.id)
    typed = search_name(full_name)
    found = match_surely(full_name, people) or (_close(typed, people) if typed else [])
    return tuple(sorted(found, key=lambda candidate: (-candidate.score, candidate.id)))


def match_surely(full_name: str, known: Iterable[Named]) -> tuple[Candidate, ...]:
    """Only the exact, else the shortened; by id."""
    typed = search_name(full_name)
    people = sorted(known, key=lambda person: person.id) if typed else []
    exact = [Candidate(person.id, Likeness.EXACT, 1.0) for person in people if person.search_name == typed]
    shortened = [
        Candidate(person.id, Likeness.SHORTENED, _SHORTENED)
        for person in people
        if not exact and _is_shortened(typed.split(), person.search_name.split())
    ]
    return tuple(exact or shortened)


def _is_shortened(typed: list[str], known: list[str]) -> bool:
    if len(typed) < 2 or len(known) < 2:
        return False
    if sorted(typed) == sorted(known):
        return True
    # Initials may be typed before the surname: «А. П. Иванова».
    return _has_same_initials(typed, known) or _has_same_initials([typed[-1], *typed[:-1]], known)


def _has_same_initials(typed: list[str], known: list[str]) -> bool:
    """Same surname, and each given name is the other's beginning; a patronymic left out does not matter."""
    pairs = zip(typed[1:], known[1:], strict=False)
    return typed[0] == known[0] and all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) for one, other in pairs
    )


def _close(typed: str, people: Iterable[Named]) -> list[Candidate]:
    found = []
    # SequenceMatcher keeps its work on the second text, so that is the one that stays.
    matcher = SequenceMatcher(None, b=typed, autojunk=False)
    for person in people:
        matcher.set_seq1(person.search_name)
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < CLOSE_ENOUGH:
            continue
        if (score := matcher.ratio()) >= CLOSE_ENOUGH:
            found.append(Candidate(person.id, Likeness.CLOSE, round(score, 4)))
    return found
