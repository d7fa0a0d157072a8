"""Conditions as people write them: XLSForm's XPath and Russian words, read into clauses and written from them.

A small checked grammar: nothing is ever evaluated, and whatever is not in the grammar is named.
"""

from dataclasses import dataclass

from mentoring.rules.expressions.language import Language
from mentoring.rules.expressions.model import NOTHING, Every, Mistake, Not, Some, Tree, Unreadable, Wrong
from mentoring.rules.expressions.normal import clauses_of
from mentoring.rules.expressions.russian import Russian
from mentoring.rules.expressions.scope import Scope, Sense
from mentoring.rules.expressions.writing import as_russian, as_xpath
from mentoring.rules.expressions.xpath import XPath
from mentoring.rules.forms import Clause

__all__ = [
    "Every",
    "Language",
    "Mistake",
    "Not",
    "Reading",
    "Scope",
    "Some",
    "Tree",
    "Wrong",
    "as_russian",
    "as_xpath",
    "clauses_of",
    "read",
]

LONGEST = 2_000  # nobody means what is longer

_PARSERS = {Language.XLSFORM: XPath, Language.RUSSIAN: Russian}


@dataclass(frozen=True, slots=True)
class Reading:
    """The expression as a tree and as clauses; both mean nothing when there are mistakes."""

    tree: Tree = NOTHING
    clauses: tuple[Clause, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def read(text: str, scope: Scope) -> Reading:
    """An empty text is no condition."""
    if not text.strip():
        return Reading()
    if len(text) > LONGEST:
        return Reading(mistakes=(Mistake(Wrong.TOO_TANGLED, "", 1),))
    sense = Sense(scope, text)
    try:
        tree = _PARSERS[scope.language](text, sense).tree()
        clauses = () if sense.mistakes else clauses_of(tree)
    except Unreadable as stop:
        return Reading(mistakes=(*sense.mistakes, stop.mistake))
    return Reading(tree, clauses, tuple(sense.mistakes))
