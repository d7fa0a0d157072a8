"""The two notations: XLSForm's, and Russian words as a school writes them."""

from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from mentoring.rules.forms import Option
from mentoring.rules.forms.model import SELF
from mentoring.rules.text import fold

_LONGEST_GUESSED = 100  # a longer piece is not a misspelt word
_MOST_GUESSES, _LIKENESS = 3, 0.65
_MOST_COMPARED = 60  # of a longer list those that begin with the same letter: likeness is slow to work out


class Language(StrEnum):
    XLSFORM = "xlsform"
    RUSSIAN = "russian"

    def fold(self, name: str) -> str:
        """How two names are compared."""
        return _folded(name) if self is Language.RUSSIAN else name.strip()

    @property
    def itself(self) -> str:
        """The answer that is being given."""
        return "ответ" if self is Language.RUSSIAN else SELF

    def names(self, option: Option) -> tuple[str, ...]:
        """What an option may be called by."""
        return (option.key, option.label) if self is Language.RUSSIAN else (option.key,)

    def near(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the known names may have been meant: those that begin so, then those that look alike."""
        sought = _folded(name)
        if not sought or len(sought) > _LONGEST_GUESSED:
            return ()
        by_fold = {_folded(each): each for each in known}
        begun = [each for each in by_fold if each.startswith(sought)]
        compared = [each for each in by_fold if len(by_fold) <= _MOST_COMPARED or each[:1] == sought[:1]]
        alike = get_close_matches(sought, compared[:_MOST_COMPARED], n=_MOST_GUESSES, cutoff=_LIKENESS)
        return tuple(by_fold[each] for each in dict.fromkeys([*begun, *alike]))[:_MOST_GUESSES]


_folded = lru_cache(maxsize=4096)(fold)
