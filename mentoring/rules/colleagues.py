"""Whom a cell of a school's sheet names: exactly, or by surname and initials; never by a guess."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.rules.names import search_name
from mentoring.rules.staff_list import match, match_surely
from mentoring.rules.text import clean_line

MOST_HINTS = 3
MOST_HINTED = 30  # names that are looked for among similar ones: it takes long, and nobody reads of more


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the school's staff list."""

    id: int
    name: str
    search_name: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "search_name", search_name(self.name))


class Doubt(StrEnum):
    """Why a name names nobody."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class NotFound:
    """`names` are those who may be meant, the likeliest first."""

    doubt: Doubt
    names: tuple[str, ...] = ()


class Staff:
    """The staff list, to look up as many names as a sheet has."""

    def __init__(self, colleagues: Iterable[Colleague]) -> None:
        self._all = sorted(colleagues, key=lambda each: each.id)
        self._by_id = {each.id: each for each in self._all}
        self._by_word: dict[str, list[Colleague]] = defaultdict(list)
        self._found: dict[str, Colleague | NotFound] = {}
        self._hinted = 0
        for each in self._all:
            for word in set(each.search_name.split()):
                self._by_word[word].append(each)

    def find(self, text: str) -> Colleague | NotFound:
        """Two people of one name are two people: which of them is meant, only a human knows."""
        name = clean_line(text)
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> Colleague | NotFound:
        words = search_name(name).split()
        near = {each.id: each for word in words for each in self._by_word.get(word, ())}
        known = [self._by_id[found.id] for found in match_surely(name, near.values())]
        # More words than the name has are somebody else's too: «Ли Юн, Полевой Глеб».
        sure = [each for each in known if len(words) <= len(each.search_name.split())]
        if len(sure) == 1:
            return sure[0]
        if sure:
            return NotFound(Doubt.AMBIGUOUS, _named(sure))
        return NotFound(Doubt.UNKNOWN, self._similar(name, words))

    def _similar(self, name: str, words: list[str]) -> tuple[str, ...]:
        """A slip of the keyboard away, or of the same surname."""
        self._hinted += 1
        if self._hinted > MOST_HINTED or not words:
            return ()
        close = [self._by_id[found.id] for found in match(name, self._all)]
        return _named(close or [each for each in self._all if each.search_name.split()[:1] == words[:1]])


def _named(of: Iterable[Colleague]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in of))[:MOST_HINTS]
