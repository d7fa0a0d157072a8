"""What an expression may speak of, and what its comparisons mean there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mentoring.rules.expressions.language import Language
from mentoring.rules.expressions.model import NOTHING, Mistake, Tree, Unreadable, Wrong
from mentoring.rules.expressions.values import Said, Value, value_of
from mentoring.rules.forms import Condition, Fault, Measure, Op, Question, QuestionKind
from mentoring.rules.forms.checks import fit_faults
from mentoring.rules.forms.conditions import VALUELESS
from mentoring.rules.forms.model import MANY, SELF, TODAY

MOST_COMPARISONS = 2048
MOST_MISTAKES = 20  # of one expression: whoever reads them begins anew anyway
MOST_GUESSED = 3

_OF_ONE = {Op.HAS: Op.EQ, Op.HAS_NOT: Op.NE}
_OF_MANY = {after: before for before, after in _OF_ONE.items()}
_OF_NOTHING = {Op.EQ: Op.EMPTY, Op.NE: Op.FILLED}


@dataclass(frozen=True, slots=True)
class Scope:
    """`names` are the questions asked before, by every name of theirs; None is one with faults of its own.

    With `own` the expression is about the answer to that question and nothing else.
    """

    language: Language
    names: Mapping[str, Question | None]
    later: Collection[str] = frozenset()
    own: Question | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The other side of a comparison: what of which question; `at` is where it begins, from 0."""

    name: str
    at: int
    measure: Measure = Measure.VALUE


class Sense:
    """Gives comparisons their meaning one by one, and notes those that have none."""

    def __init__(self, scope: Scope, source: str) -> None:
        self.scope = scope
        self.mistakes: list[Mistake] = []
        self._source = source
        self._left = MOST_COMPARISONS

    def compare(self, asked: Asked, op: Op, said: Said | None, *, start: int, end: int) -> Tree:
        """The comparison that stands from `start` to `end`; NOTHING when it has no meaning."""
        self._left -= 1
        if self._left < 0:
            raise Unreadable(Mistake(Wrong.TOO_TANGLED, "", 1))
        target = self._target(asked)
        if target is None:
            return NOTHING
        condition = self._condition(target, asked.measure, op, said)
        if said is not None and condition.value == TODAY and self.scope.own is None:
            self.complain(Wrong.UNSUPPORTED_FUNCTION, said.text, said.at)
        elif said is not None and _is_unknown_option(target, condition):
            known = tuple(name for option in target.options for name in self.scope.language.names(option))
            self.complain(Wrong.UNKNOWN_OPTION, said.text, said.at, self._near(said.text, known))
        elif not self._fits(target, condition):
            self.complain(Wrong.BAD_COMPARISON, self._source[start:end], start, (target.kind.value,))
        else:
            return condition
        return NOTHING

    def complain(self, wrong: Wrong, piece: str, at: int, hints: tuple[str, ...] = ()) -> None:
        """Note a mistake; `at` counts from 0 as slices do."""
        if len(self.mistakes) < MOST_MISTAKES:
            self.mistakes.append(Mistake(wrong, piece, at + 1, hints))

    def is_option(self, asked: Asked, said: Said) -> bool:
        """Does it name an option of the question that is asked about?"""
        target = self._find(self._name(asked))
        return target is not None and target.option(str(self._value(target, asked.measure, said))) is not None

    def _name(self, asked: Asked) -> str:
        return asked.name if asked.name == SELF else self.scope.language.fold(asked.name)

    def _find(self, name: str) -> Question | None:
        own, named = self.scope.own, self.scope.names.get(name)
        if own is None:
            return named
        return own if name == SELF or named is own else None

    def _target(self, asked: Asked) -> Question | None:
        scope, name = self.scope, self._name(asked)
        found = self._find(name)
        if found is not None or (name in scope.names and scope.own is None):
            return found
        if name == SELF or name in scope.names:
            self.complain(Wrong.BAD_COMPARISON, scope.language.itself if name == SELF else asked.name, asked.at)
        elif name in scope.later:
            self.complain(Wrong.LATER_QUESTION, asked.name, asked.at)
        else:
            self.complain(Wrong.UNKNOWN_QUESTION, asked.name, asked.at, self._like(name))
        return None

    def _near(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """For the first mistakes only: whoever makes more of them in one cell has not misspelt a word."""
        return self.scope.language.near(name, known) if len(self.mistakes) < MOST_GUESSED else ()

    def _like(self, name: str) -> tuple[str, ...]:
        found = (self.scope.names[each] for each in self._near(name, tuple(self.scope.names)))
        return tuple(dict.fromkeys(question.key for question in found if question is not None))

    def _condition(self, target: Question, measure: Measure, op: Op, said: Said | None) -> Condition:
        key = SELF if self.scope.own else target.key
        if said is None:
            return Condition(key, op, True)
        if said.quoted and not said.text and op in _OF_NOTHING and measure is Measure.VALUE:
            return Condition(key, _OF_NOTHING[op], True)
        if target.kind not in MANY:
            op = _OF_ONE.get(op, op)
        elif self.scope.language is Language.RUSSIAN and measure is Measure.VALUE:
            op = _OF_MANY.get(op, op)
        return Condition(key, op, self._value(target, measure, said), measure)

    def _value(self, target: Question, measure: Measure, said: Said) -> Value:
        return value_of(said, target, measure, self.scope.language)

    def _fits(self, target: Question, condition: Condition) -> bool:
        if condition.question == SELF and condition.op in VALUELESS:
            return False  # the answer that is being given is there
        return not any(fit_faults(target, condition, Fault.BAD_CONDITION))


def _is_unknown_option(target: Question, condition: Condition) -> bool:
    if target.kind is QuestionKind.YESNO:
        return condition.op in (Op.EQ, Op.NE) and condition.value not in (True, False)
    return any(fault is Fault.UNKNOWN_OPTION for fault, _ in fit_faults(target, condition, Fault.BAD_CONDITION))
