"""Conditions in Russian words: `ready = «Нет» или «Возможно, позже» и s_ready не больше 4`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from mentoring.rules.expressions.language import Language
from mentoring.rules.expressions.model import Every, Some, Tree
from mentoring.rules.expressions.parser import Parser, Sort
from mentoring.rules.expressions.scope import Asked
from mentoring.rules.expressions.values import Said
from mentoring.rules.forms import Measure, Op
from mentoring.rules.forms.conditions import VALUELESS
from mentoring.rules.forms.model import SELF

Meaning = TypeVar("Meaning", Op, Measure)
Phrases: TypeAlias = Mapping[tuple[str, ...], Meaning]

OP_WORDS = {
    Op.EQ: ("=", "==", "равно", "равен", "равна"),
    Op.NE: ("не равно", "не равен", "не равна", "не =", "!=", "<>", "≠"),
    Op.LT: ("меньше", "менее", "<", "раньше"),
    Op.LTE: ("не больше", "не более", "меньше или равно", "<=", "≤", "не позже"),
    Op.GT: ("больше", "более", ">", "позже"),
    Op.GTE: ("не меньше", "не менее", "больше или равно", ">=", "≥", "не раньше"),
    Op.HAS: ("содержит", "включает"),
    Op.HAS_NOT: ("не содержит", "не включает"),
    Op.FILLED: ("есть ответ",),
    Op.EMPTY: ("нет ответа",),
}
MEASURE_WORDS = {Measure.COUNT: ("отмечено", "выбрано"), Measure.LENGTH: ("длина",)}
_THE_ANSWER = Language.RUSSIAN.itself

_OPS: Phrases[Op] = {tuple(words.split()): op for op, phrases in OP_WORDS.items() for words in phrases}
_MEASURES: Phrases[Measure] = {(word,): measure for measure, words in MEASURE_WORDS.items() for word in words}
_LONGEST_PHRASE = 3
_MOST_JOINED = 3  # «и» and «или» inside one label
_DENYING = frozenset({Op.NE, Op.HAS_NOT})
_WITHIN = _DENYING | {Op.HAS}
_NAMES = frozenset({Sort.WORD, Sort.QUOTED, Sort.QUESTION})


@dataclass(frozen=True, slots=True)
class _Operator:
    """What is asked of the answer, and how many tokens say so."""

    measure: Measure
    op: Op
    length: int


class Russian(Parser):
    """A question is named by its code, by «№3» or by its text in quotes, a value by its label or key.

    After «или» a value goes on with the comparison before it, after «и» with what is or is not in the answer:
    «содержит А и Б» means both, «не равно А или Б» neither of them.
    """

    EITHER, BOTH, DENIAL = "или", "и", "не"
    PATTERN = re.compile(
        r"""\s+
        | (?P<quoted>«(?:[^«»]|«[^«»]*»)*» | "[^"]*" | '[^']*' | ‘[^‘’]*’ | [“„][^“”„]*[“”])
        | (?P<question>№\s*\d+)
        | (?P<sign><=|>=|!=|<>|==|[=≠≤≥<>])
        | (?P<open>\() | (?P<close>\))
        | (?P<word>(?:[^\s«»"“”„'‘’()=≠<>≤≥!№] | !(?!=) | (?<=\w)\([а-яё]{1,5}\))+)  # «сам(а)» is one word
        """,
        re.VERBOSE,
    )

    def comparison(self) -> Tree:
        start = self.here.at
        asked = self._asked()
        operator = self._operator(0)
        if operator is None:
            raise self.unreadable()
        self.place += operator.length
        asked = replace(asked, measure=operator.measure)
        if operator.op in VALUELESS:
            return self.sense.compare(asked, operator.op, None, start=start, end=self._end)
        parts = [self.sense.compare(asked, operator.op, self._said(asked), start=start, end=self._end)]
        joint = self.here.word
        goes_on = joint == self.EITHER or (joint == self.BOTH and operator.op in _WITHIN)
        while goes_on and self.here.word == joint and not self._begins_comparison(1):
            self.take()
            parts.append(self.sense.compare(asked, operator.op, self._said(asked), start=start, end=self._end))
        together = Every if joint == self.BOTH or operator.op in _DENYING else Some
        return parts[0] if len(parts) == 1 else together(tuple(parts))

    @property
    def _end(self) -> int:
        return self.tokens[self.place - 1].end

    def _asked(self) -> Asked:
        """In a condition on the answer itself «ответ» may be left out."""
        if self._speaks_of_answer(0):
            return Asked(SELF, self.here.at)
        if self.here.sort not in _NAMES:
            raise self.unreadable()
        token = self.take()
        if token.sort is Sort.QUOTED:
            return Asked(token.text[1:-1], token.at)
        name = "".join(token.text.split())
        return Asked(SELF if token.word == _THE_ANSWER else name, token.at)

    def _speaks_of_answer(self, steps: int) -> bool:
        return self.sense.scope.own is not None and self._operator(steps) is not None

    def _begins_comparison(self, steps: int) -> bool:
        token = self.ahead(steps)
        denied = token.word == self.DENIAL and self.ahead(steps + 1).sort is Sort.OPEN
        named = self._operator(steps + 1) is not None and self._may_be_question(steps)
        return token.sort is Sort.OPEN or denied or named or self._speaks_of_answer(steps)

    def _may_be_question(self, steps: int) -> bool:
        """In «Возможно, позже» the second word is no operator, for the first one names nothing."""
        token = self.ahead(steps)
        if token.sort is not Sort.WORD:
            return token.sort in _NAMES
        return token.text.isascii() or token.word == _THE_ANSWER or self.ahead(steps + 1).sort is Sort.SIGN

    def _operator(self, steps: int) -> _Operator | None:
        measure, length = self._phrase(steps, _MEASURES) or (Measure.VALUE, 0)
        found = self._phrase(steps + length, _OPS)
        return _Operator(measure, found[0], length + found[1]) if found else None

    def _phrase(self, steps: int, known: Phrases[Meaning]) -> tuple[Meaning, int] | None:
        words = [self.ahead(steps + more).word for more in range(_LONGEST_PHRASE)]
        for length in range(_LONGEST_PHRASE, 0, -1):
            if (meaning := known.get(tuple(words[:length]))) is not None:
                return meaning, length
        return None

    def _said(self, asked: Asked) -> Said:
        """What stands in quotes, or all words up to «и», «или» and the end; a label may hold these two itself."""
        if self.here.sort is Sort.QUOTED:
            token = self.take()
            return Said(token.text[1:-1].strip(), token.at, quoted=True)
        at = self.take(Sort.WORD).at
        self._take_words()
        best = self.place
        for _ in range(_MOST_JOINED):
            if self.here.word in (self.BOTH, self.EITHER) and self.ahead().sort in _NAMES:
                self.take()
                self._take_words()
                if self.sense.is_option(asked, Said(self.source[at : self._end], at)):
                    best = self.place
        self.place = best
        return Said(self.source[at : self._end], at)

    def _take_words(self) -> None:
        while self.here.sort in _NAMES and self.here.word not in (self.BOTH, self.EITHER):
            self.take()
