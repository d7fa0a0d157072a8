"""What the two notations share: tokens, «or» below «and» below «not», and brackets."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mentoring.rules.expressions.model import Every, Mistake, Not, Some, Tree, Unreadable, Wrong
from mentoring.rules.expressions.scope import Sense

MOST_NESTED = 20
_LONGEST_SHOWN = 40


class Sort(StrEnum):
    """The values are the names of the groups in a notation's pattern."""

    QUESTION = "question"
    QUOTED = "quoted"
    WORD = "word"
    SIGN = "sign"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    FOREIGN = "foreign"  # known to the notation, not to us
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    sort: Sort
    text: str
    at: int
    end: int

    @property
    def word(self) -> str:
        """The word to compare with those of the notation; what stands in quotes is none."""
        return self.text.casefold().replace("ё", "е") if self.sort in (Sort.WORD, Sort.SIGN) else ""


def tokens_of(source: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Raises Unreadable at the first mark that begins no token."""
    at = 0
    while at < len(source):
        found = pattern.match(source, at)
        if found is None:
            raise Unreadable(Mistake(Wrong.BAD_EXPRESSION, source[at : at + _LONGEST_SHOWN], at + 1))
        if found.lastgroup is not None:
            yield Token(Sort(found.lastgroup), found[0], at, found.end())
        at = found.end()
    yield Token(Sort.END, "", at, at)


class Parser(ABC):
    """Descends from «or» to a comparison; the notations add their words and how they compare."""

    EITHER: ClassVar[str]
    BOTH: ClassVar[str]
    DENIAL: ClassVar[str]
    PATTERN: ClassVar[re.Pattern[str]]

    def __init__(self, source: str, sense: Sense) -> None:
        self.source = source
        self.sense = sense
        self.tokens = tuple(tokens_of(source, self.PATTERN))
        self.place = 0

    def tree(self) -> Tree:
        """The whole expression. Raises Unreadable where the rest of it makes no sense."""
        found = self._either(0)
        if self.here.sort is not Sort.END:
            raise self.unreadable()
        return found

    @abstractmethod
    def comparison(self) -> Tree:
        """One condition in this notation's way."""

    @property
    def here(self) -> Token:
        return self.tokens[self.place]

    def ahead(self, steps: int = 1) -> Token:
        """A token further on; behind the end there is only the end."""
        return self.tokens[min(self.place + steps, len(self.tokens) - 1)]

    def take(self, sort: Sort | None = None) -> Token:
        """The token here, and on to the next. Raises Unreadable when it is of another sort or the end."""
        token = self.here
        if token.sort is Sort.END or sort not in (None, token.sort):
            raise self.unreadable()
        self.place += 1
        return token

    def unreadable(self) -> Unreadable:
        return Unreadable(Mistake(Wrong.BAD_EXPRESSION, self.here.text[:_LONGEST_SHOWN], self.here.at + 1))

    def _either(self, depth: int) -> Tree:
        parts = [self._both(depth)]
        while self.here.word == self.EITHER:
            self.take()
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _both(self, depth: int) -> Tree:
        parts = [self._one(depth)]
        while self.here.word == self.BOTH:
            self.take()
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self, depth: int) -> Tree:
        if depth > MOST_NESTED:
            raise Unreadable(Mistake(Wrong.TOO_TANGLED, "", self.here.at + 1))
        if self.here.word == self.DENIAL and self.ahead().sort is Sort.OPEN:
            self.take()
            return Not(self._bracket(depth))
        return self._bracket(depth) if self.here.sort is Sort.OPEN else self.comparison()

    def _bracket(self, depth: int) -> Tree:
        self.take(Sort.OPEN)
        found = self._either(depth + 1)
        self.take(Sort.CLOSE)
        return found
