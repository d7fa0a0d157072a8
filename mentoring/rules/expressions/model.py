"""An expression as a tree of conditions, and what can be wrong with one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mentoring.rules.forms import Condition


class Wrong(StrEnum):
    """The values are those of a cell's reasons: an expression always stands in a cell."""

    BAD_EXPRESSION = "bad_expression"
    UNSUPPORTED_FUNCTION = "unsupported_function"
    UNKNOWN_QUESTION = "unknown_question"
    LATER_QUESTION = "later_question"
    UNKNOWN_OPTION = "unknown_option"
    BAD_COMPARISON = "bad_comparison"
    TOO_TANGLED = "too_tangled"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong: the piece as it is written, and where it begins, from 1."""

    wrong: Wrong
    piece: str
    at: int
    hints: tuple[str, ...] = ()


class Unreadable(Exception):
    """Nothing after this mistake can be read."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.wrong.value)


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when all of its parts do."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Holds when one of its parts does."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part does not."""

    part: "Tree"


Tree: TypeAlias = Condition | Every | Some | Not
NOTHING = Every(())  # stands where a comparison could not be understood
