"""Clauses as an expression that is read into the same clauses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from mentoring.rules.expressions.language import Language
from mentoring.rules.expressions.russian import MEASURE_WORDS, OP_WORDS
from mentoring.rules.expressions.values import Said, Value, value_of
from mentoring.rules.forms import Clause, Condition, Measure, Op, Question, QuestionKind
from mentoring.rules.forms.conditions import VALUELESS
from mentoring.rules.forms.model import NO, SELF, TODAY, YES

Questions = Mapping[str, Question]  # by key, the question of a constraint by SELF

_SIGNS = {Op.EQ: "=", Op.IN: "=", Op.NE: "!=", Op.LT: "<", Op.LTE: "<=", Op.GT: ">", Op.GTE: ">="}
_FUNCTIONS = {Measure.COUNT: "count-selected({})", Measure.LENGTH: "string-length({})", Measure.VALUE: "{}"}
_WORDS = {op: words[0] for op, words in OP_WORDS.items()} | {Op.IN: OP_WORDS[Op.EQ][0]}
_DAY_WORDS = _WORDS | {Op.LT: "раньше", Op.LTE: "не позже", Op.GT: "позже", Op.GTE: "не раньше"}
_QUOTES = ("«»", '""', "''")


def as_xpath(clauses: Sequence[Clause], questions: Questions) -> str:
    """For XLSForm."""
    return _whole(
        [[*chain.from_iterable(_xpath(each, questions) for each in clause)] for clause in clauses], "or", "and"
    )


def as_russian(clauses: Sequence[Clause], questions: Questions, named: Callable[[str], str] | None = None) -> str:
    """In words; `named` says what a question is called, where that is not its code."""
    name = named or _name
    pieces = [[*chain.from_iterable(_russian(each, questions, name) for each in clause)] for clause in clauses]
    return _whole(pieces, "или", "и")


def _whole(clauses: Sequence[Sequence[str]], either: str, both: str) -> str:
    together = [f" {either} ".join(clause) for clause in clauses]
    if len(clauses) > 1:
        together = [
            f"({all_of_it})" if len(clause) > 1 else all_of_it
            for all_of_it, clause in zip(together, clauses, strict=True)
        ]
    return f" {both} ".join(together)


def _xpath(of: Condition, questions: Questions) -> Iterator[str]:
    """One piece for each value, to be joined by «or»."""
    asked = SELF if of.question == SELF else f"${{{of.question}}}"
    if of.op in VALUELESS:
        yield f"{asked} {'=' if of.op is Op.EMPTY else '!='} ''"
    elif of.op in (Op.HAS, Op.HAS_NOT):
        selected = f"selected({asked}, '{of.value}')"
        yield selected if of.op is Op.HAS else f"not({selected})"
    else:
        for value in _values(of):
            yield f"{_FUNCTIONS[of.measure].format(asked)} {_SIGNS[of.op]} {_literal(value, questions[of.question])}"


def _literal(value: Value, question: Question) -> str:
    if isinstance(value, bool):
        return f"'{(YES if value else NO).key}'"
    if not isinstance(value, str):
        return digits(value)
    if question.kind is QuestionKind.DATE:
        return value if value == TODAY else f"date('{value}')"
    return f"'{value}'"


def _russian(of: Condition, questions: Questions, name: Callable[[str], str]) -> Iterator[str]:
    """The comparison, then the further values that go on with it."""
    question = questions[of.question]
    words = _DAY_WORDS if question.kind is QuestionKind.DATE else _WORDS
    asked = [] if of.question == SELF and of.measure is not Measure.VALUE else [name(of.question)]
    measure = [] if of.measure is Measure.VALUE else [MEASURE_WORDS[of.measure][0]]
    first, *further = [""] if of.op in VALUELESS else [_said(value, question) for value in _values(of)]
    yield " ".join([*asked, *measure, words[of.op], first]).strip()
    yield from further


def _name(key: str) -> str:
    return Language.RUSSIAN.itself if key == SELF else key


def _said(value: Value, question: Question) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).label.casefold()
    if not isinstance(value, str):
        return digits(value).replace(".", ",")
    if question.kind is QuestionKind.DATE:
        return "сегодня" if value == TODAY else "{2}.{1}.{0}".format(*value.split("-"))
    return _option(value, question)


def _option(key: str, question: Question) -> str:
    """Its label in quotes if it is read as this option, else the key."""
    option = question.option(key)
    label = option.label if option else key
    quotes = next((pair for pair in _QUOTES if not set(pair) & set(label)), None)
    meant = value_of(Said(label, 0, quoted=True), question, Measure.VALUE, Language.RUSSIAN)
    return quotes[0] + label + quotes[1] if quotes and meant == key else key


def digits(number: float) -> str:
    """A number without an exponent, which neither notation knows; a point tells 5.0 from 5."""
    digits = format(Decimal(repr(number)), "f")
    return digits if isinstance(number, int) or "." in digits else f"{digits}.0"


def _values(of: Condition) -> tuple[Value, ...]:
    return of.value if isinstance(of.value, tuple) else (of.value,)
