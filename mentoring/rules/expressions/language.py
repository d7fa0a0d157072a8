"""The two notations: XLSForm's, and Russian words as a school writes them."""

from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from mentoring.rules.forms import Option
from mentoring.rules.text import fold

_LONGEST_GUESSED = 100  # a longer piece is not a misspelt word


class Language(StrEnum):
    XLSFORM = "xlsform"
    RUSSIAN = "russian"

    def fold(self, name: str) -> str:
        """How two names are compared."""
        return _folded(name) if self is Language.RUSSIAN else name.strip()

    def names(self, option: Option) -> tuple[str, ...]:
        """What an option may be called by."""
        return (option.key, option.label) if self is Language.RUSSIAN else (option.key,)

    def near(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the known names may have been meant."""
        if len(name) > _LONGEST_GUESSED:
            return ()
        by_fold = {_folded(each): each for each in reversed(known)}
        return tuple(by_fold[each] for each in get_close_matches(_folded(name), by_fold, n=3))


_folded = lru_cache(maxsize=4096)(fold)
