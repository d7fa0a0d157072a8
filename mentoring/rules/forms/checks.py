"""What must be true of a form before anybody is asked its first question."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite

from mentoring.rules.forms.conditions import VALUELESS
from mentoring.rules.forms.faults import Fault, FormProblem
from mentoring.rules.forms.model import (
    CHOICES,
    MANY,
    MOST_QUESTIONS,
    SELF,
    TODAY,
    Condition,
    Form,
    Measure,
    Op,
    Part,
    Question,
    QuestionKind,
    Swot,
)
from mentoring.rules.text import fold

LABEL_LIMIT = 40
TEXT_LIMIT = 350  # a phone's screen in a large system font, buttons below
# What else is shown beside the question or around the whole form.
WORDS_LIMITS = {"heading": 100, "section": 100, "low": 60, "high": 60, "example": 120, "constraint_message": 300}
FORM_LIMITS = {"title": 100, "intro": 1500, "outro": 1500}
RESERVED_KEYS = frozenset({"yes", "no", "on", "off"})  # YAML turns them into booleans
RESERVED_NAMES = frozenset({"meta"})  # of questions in XLSForm

_KEY = re.compile(r"[a-z0-9_]{1,20}", re.ASCII)
_ANSWERED = frozenset({Op.EMPTY, Op.FILLED})
_EQUAL = frozenset({Op.EQ, Op.NE}) | _ANSWERED
_NUMERIC = frozenset({Op.EQ, Op.NE, Op.LT, Op.LTE, Op.GT, Op.GTE})
_TICKS = frozenset({Op.HAS, Op.HAS_NOT}) | _ANSWERED
_OPS = {
    QuestionKind.SINGLE: _EQUAL | {Op.IN},
    QuestionKind.YESNO: _EQUAL,
    QuestionKind.SCALE: _NUMERIC | _ANSWERED,
    QuestionKind.NUMBER: _NUMERIC | _ANSWERED,
    QuestionKind.DECIMAL: _NUMERIC | _ANSWERED,
    QuestionKind.DATE: _NUMERIC | _ANSWERED,
    QuestionKind.TEXT: _ANSWERED,
    QuestionKind.MULTI: _TICKS,
    QuestionKind.DICT_MULTI: _TICKS,
}
_MEASURED = {Measure.COUNT: MANY, Measure.LENGTH: frozenset({QuestionKind.TEXT})}


def faults_of(form: Form) -> Iterator[FormProblem]:
    """Every fault of the form and of its questions, in reading order."""
    for at, fault, detail in placed_faults(form):
        yield FormProblem("" if at is None else form.questions[at].key, fault, detail)


def placed_faults(form: Form) -> Iterator[tuple[int | None, Fault, str]]:
    """The same, each with the place of its question, None for the form's own."""
    if all(question.kind is QuestionKind.NOTE or question.part is Part.MORE for question in form.questions):
        yield None, Fault.NO_QUESTIONS, ""  # nothing to send: more is offered only afterwards
    if len(form.questions) > MOST_QUESTIONS:
        yield None, Fault.TOO_MANY_QUESTIONS, str(len(form.questions))
    if form.key and (fault := key_fault(form.key)):
        yield None, fault, form.key
    yield from ((None, Fault.WORDS_TOO_LONG, field) for field in _too_long(form, FORM_LIMITS))
    earlier: dict[str, Question] = {}
    every = {question.key for question in form.questions}
    for at, question in enumerate(form.questions):
        if question.key in earlier:
            yield at, Fault.DUPLICATE_KEY, question.key
        for fault, detail in _question_faults(question, earlier, every):
            yield at, fault, detail
        earlier.setdefault(question.key, question)


Found = Iterator[tuple[Fault, str]]


def _question_faults(question: Question, earlier: dict[str, Question], every: set[str]) -> Found:
    if question.key and (fault := key_fault(question.key) or _name_fault(question.key)):
        yield fault, question.key
    if len(question.text) + len(question.help) > TEXT_LIMIT:
        yield Fault.TEXT_TOO_LONG, str(len(question.text) + len(question.help))
    yield from ((Fault.WORDS_TOO_LONG, field) for field in _too_long(question, WORDS_LIMITS))
    yield from _option_faults(question)
    yield from _limit_faults(question)
    if question.kind is QuestionKind.NOTE and question.required:
        yield Fault.NOT_ASKED, "required"
    for clause in question.show_if:
        for condition in clause:
            yield from _condition_faults(question, condition, earlier, every)
    for clause in question.constraint:
        for condition in clause:
            yield from _constraint_faults(question, condition)


def _too_long(of: Form | Question, limits: Mapping[str, int]) -> list[str]:
    return [field for field, limit in limits.items() if len(getattr(of, field)) > limit]


def is_key(text: str) -> bool:
    """Can anything of ours have this key?"""
    return key_fault(text) is None


def key_fault(key: str) -> Fault | None:
    """What is wrong with a key of a form, a question or an option."""
    if key in RESERVED_KEYS:
        return Fault.RESERVED_KEY
    return None if _KEY.fullmatch(key) else Fault.BAD_KEY


def _name_fault(key: str) -> Fault | None:
    """XLSForm wants a question's name to begin with a letter, and keeps some for itself."""
    return Fault.BAD_KEY if key[0].isdigit() or key in RESERVED_NAMES else None


def _option_faults(question: Question) -> Found:
    if question.kind in CHOICES and not question.options:
        yield Fault.NO_OPTIONS, ""
    labels: set[str] = set()
    for option in question.options:
        if fault := key_fault(option.key):
            yield fault, option.key
        if not 0 < len(option.label) <= LABEL_LIMIT:
            yield Fault.LABEL_TOO_LONG, option.key
        label = fold(option.label) or option.label  # as a typed label is compared
        if label in labels:
            yield Fault.DUPLICATE_LABEL, option.key
        labels.add(label)
    for key in sorted(question.exclusive):
        if question.option(key) is None:
            yield Fault.UNKNOWN_EXCLUSIVE, key


def _limit_faults(question: Question) -> Found:
    if question.max_choices is not None:
        if question.kind not in MANY:
            yield Fault.NEEDLESS_FIELD, "max"
        elif not 1 <= question.max_choices <= len(question.options):
            yield Fault.BAD_LIMIT, "max"
    if question.exclusive and question.kind not in MANY:
        yield Fault.NEEDLESS_FIELD, "exclusive"
    if question.swot is not Swot.NONE and question.kind is not QuestionKind.TEXT:
        yield Fault.NEEDLESS_FIELD, "swot"
    if question.max_len < 1:
        yield Fault.BAD_LIMIT, "max_len"


def _condition_faults(question: Question, condition: Condition, earlier: dict[str, Question], every: set[str]) -> Found:
    target = earlier.get(condition.question)
    if target is None:
        known = condition.question in every
        yield Fault.LATER_QUESTION if known else Fault.UNKNOWN_QUESTION, condition.question
        return
    if question.part is Part.CORE and target.part is Part.MORE:
        yield Fault.CORE_NEEDS_MORE, condition.question
    if condition.value == TODAY:
        yield Fault.BAD_CONDITION, TODAY  # the way through a form must not change overnight
        return
    yield from fit_faults(target, condition, Fault.BAD_CONDITION)


def _constraint_faults(question: Question, condition: Condition) -> Found:
    """Only the very answer may be looked at, so that a refusal can always be mended on the spot."""
    if condition.question != SELF or condition.op in _ANSWERED:
        yield Fault.BAD_CONSTRAINT, condition.question
        return
    yield from fit_faults(question, condition, Fault.BAD_CONSTRAINT)


def fit_faults(target: Question, condition: Condition, fault: Fault) -> Found:
    """Can this be asked of an answer of this kind, and is what it is compared with of the kind too?"""
    if condition.measure is Measure.VALUE:
        fits = condition.op in _OPS.get(target.kind, frozenset())
    else:
        fits = target.kind in _MEASURED[condition.measure] and condition.op in _NUMERIC
    if not fits:
        yield fault, condition.op.value
    elif condition.op not in VALUELESS:
        yield from _value_faults(target, condition, fault)
    elif condition.value is not True:
        yield fault, str(condition.value)  # `empty = false` would mean the opposite of what it says


def _value_faults(target: Question, condition: Condition, fault: Fault) -> Found:
    value = condition.value
    if condition.measure is Measure.VALUE and target.kind in CHOICES:
        wanted = value if isinstance(value, tuple) else (value,)
        if isinstance(value, tuple) != (condition.op is Op.IN) or not wanted:
            yield fault, condition.op.value
        for key in wanted:
            if target.option(str(key)) is None:
                yield Fault.UNKNOWN_OPTION, str(key)
    elif not _is_comparable(target, condition):
        yield fault, str(value)


def _is_comparable(target: Question, condition: Condition) -> bool:
    value = condition.value
    if condition.measure is Measure.VALUE and target.kind is QuestionKind.YESNO:
        return type(value) is bool
    if condition.measure is Measure.VALUE and target.kind is QuestionKind.DATE:
        return value == TODAY or _is_day(value)
    return type(value) is int or (type(value) is float and isfinite(value) and target.kind is QuestionKind.DECIMAL)


def _is_day(value: object) -> bool:
    """Written in the one way in which days can be compared as texts."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
