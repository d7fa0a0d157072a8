"""The part of XPath that XLSForm's `relevant` and `constraint` need here."""

import re

from mentoring.rules.expressions.language import Language
from mentoring.rules.expressions.model import Mistake, Tree, Unreadable, Wrong
from mentoring.rules.expressions.parser import Parser, Sort
from mentoring.rules.expressions.scope import Asked
from mentoring.rules.expressions.values import Said
from mentoring.rules.forms import Measure, Op

_SIGNS = {"=": Op.EQ, "!=": Op.NE, "<": Op.LT, "<=": Op.LTE, ">": Op.GT, ">=": Op.GTE}
_TURNED = {Op.LT: Op.GT, Op.LTE: Op.GTE, Op.GT: Op.LT, Op.GTE: Op.LTE}
_MEASURES = {"count-selected": Measure.COUNT, "string-length": Measure.LENGTH}
_CONSTANTS = frozenset({"today", "true", "false"})
_SELECTED, _DATE = "selected", "date"
_OURS = (_SELECTED, _DATE, "not", *_MEASURES, *sorted(_CONSTANTS))


class XPath(Parser):
    EITHER, BOTH, DENIAL = "or", "and", "not"
    # Excel likes to bend the quotes.
    PATTERN = re.compile(
        r"""\s+
        | (?P<quoted>'[^']*' | "[^"]*" | [‘’][^‘’]*[‘’] | [“”„][^“”„]*[“”])
        | (?P<word>\d+(?:\.\d*)? | \.\d+ | [^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)
        | (?P<question>\$\{[^{}$]*\} | \.(?!\.))
        | (?P<sign><=|>=|!=|=|<|>) | (?P<open>\() | (?P<close>\)) | (?P<comma>,)
        | (?P<foreign>\.\.|//|[-+*/|\[\]@])""",
        re.VERBOSE,
    )

    def comparison(self) -> Tree:
        if self.here.word == _SELECTED and self.ahead().sort is Sort.OPEN:
            return self._selected()
        start = self.here.at
        left = self._operand()
        op = _SIGNS[self.take(Sort.SIGN).text]
        right = self._operand()
        end = self.tokens[self.place - 1].end
        if isinstance(left, Asked) and isinstance(right, Said):
            return self.sense.compare(left, op, right, start=start, end=end)
        if isinstance(left, Said) and isinstance(right, Asked):
            return self.sense.compare(right, _TURNED.get(op, op), left, start=start, end=end)
        raise Unreadable(Mistake(Wrong.BAD_COMPARISON, self.source[start:end], start + 1))

    def unreadable(self) -> Unreadable:
        token = self.here
        is_function = token.sort is Sort.WORD and self.ahead().sort is Sort.OPEN
        if token.sort is Sort.FOREIGN or token.word in ("div", "mod") or is_function:
            hints = Language.XLSFORM.near(token.text, _OURS) if token.word not in _OURS else ()
            return Unreadable(Mistake(Wrong.UNSUPPORTED_FUNCTION, token.text, token.at + 1, hints))
        return Parser.unreadable(self)

    def _selected(self) -> Tree:
        start = self.take().at
        self.take(Sort.OPEN)
        asked = self._question()
        self.take(Sort.COMMA)
        said = self._quoted()
        return self.sense.compare(asked, Op.HAS, said, start=start, end=self.take(Sort.CLOSE).end)

    def _operand(self) -> Asked | Said:
        if self.here.sort is Sort.QUESTION:
            return self._question()
        if self.here.sort is Sort.QUOTED:
            return self._quoted()
        if self.here.sort is Sort.WORD and self.ahead().sort is Sort.OPEN:
            return self._function()
        return self._number()

    def _function(self) -> Asked | Said:
        name, at = self.here.word, self.here.at
        if name not in _MEASURES and name not in _CONSTANTS and name != _DATE:
            raise self.unreadable()
        self.take()
        self.take(Sort.OPEN)
        found: Asked | Said = Said(f"{name}()", at)
        if name in _MEASURES:
            found = self._question(_MEASURES[name])
        elif name == _DATE:
            found = self._quoted()
        self.take(Sort.CLOSE)
        return found

    def _question(self, measure: Measure = Measure.VALUE) -> Asked:
        token = self.take(Sort.QUESTION)
        return Asked(token.text.strip("${}").strip(), token.at, measure)

    def _quoted(self) -> Said:
        token = self.take(Sort.QUOTED)
        return Said(token.text[1:-1].strip(), token.at, quoted=True)

    def _number(self) -> Said:
        at, sign = self.here.at, ""
        if self.here.text == "-":
            sign = self.take().text
        if not self.here.text.replace(".", "").isdigit():
            raise self.unreadable()
        return Said(sign + self.take(Sort.WORD).text, at)
