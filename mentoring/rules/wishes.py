"""Whom somebody means who has written whom they would like, or rather not, to work with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.rules.names import search_name

_BETWEEN = re.compile(r"[,;\n/]|\s(?:и|или)\s")


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is certain, and how many names are nobody's or several people's: those count for nothing."""

    people: frozenset[int] = frozenset()
    unclear: int = 0


def meant(text: str, known: Mapping[int, str]) -> Meant:
    """`known` are the school's people as `search_name` makes them; nobody is guessed."""
    found, unclear = set(), 0
    for piece in _BETWEEN.split(text):
        words = search_name(piece).split()
        if not words:
            continue
        fits = [person for person, name in known.items() if _fits(words, name.split())]
        if len(fits) == 1:
            found.add(fits[0])
        else:
            unclear += 1
    return Meant(frozenset(found), unclear)


def _fits(words: list[str], name: list[str]) -> bool:
    """A surname as it is, then names or their beginnings in order: «Иванова», «Иванова А. П.», «Анна Иванова»."""
    if not name or name[0] not in words:
        return False
    given = [word for word in words if word != name[0]]
    return len(given) <= len(name) - 1 and all(
        full.startswith(word) for word, full in zip(given, name[1:], strict=False)
    )
