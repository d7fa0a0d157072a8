"""What must be true of a form before anybody is asked its first question."""

import re
from collections.abc import Iterator

from mentoring.rules.forms.model import (
    MANY,
    Condition,
    Fault,
    Form,
    FormProblem,
    Op,
    Part,
    Question,
    QuestionKind,
)

LABEL_LIMIT = 40
TEXT_LIMIT = 350  # a phone's screen in a large system font, buttons below
RESERVED_KEYS = frozenset({"yes", "no", "on", "off"})  # YAML turns them into booleans

_KEY = re.compile(r"[a-z0-9_]{1,20}", re.ASCII)
_NUMERIC = frozenset({Op.EQ, Op.NE, Op.LTE, Op.GTE})
_OPS = {
    QuestionKind.SINGLE: frozenset({Op.EQ, Op.NE, Op.IN}),
    QuestionKind.YESNO: frozenset({Op.EQ, Op.NE}),
    QuestionKind.SCALE: _NUMERIC,
    QuestionKind.NUMBER: _NUMERIC,
    QuestionKind.MULTI: frozenset({Op.HAS}),
    QuestionKind.DICT_MULTI: frozenset({Op.HAS}),
}
_CHOICES = MANY | {QuestionKind.SINGLE}


def faults_of(form: Form) -> Iterator[FormProblem]:
    """Every fault of the form and of its questions, in reading order."""
    if not form.questions:
        yield FormProblem("", Fault.NO_QUESTIONS)
    if form.key and (fault := _key_fault(form.key)):
        yield FormProblem("", fault, form.key)
    earlier: dict[str, Question] = {}
    every = {question.key for question in form.questions}
    for question in form.questions:
        if question.key in earlier:
            yield FormProblem(question.key, Fault.DUPLICATE_KEY, question.key)
        for fault, detail in _question_faults(question, earlier, every):
            yield FormProblem(question.key, fault, detail)
        earlier.setdefault(question.key, question)


Found = Iterator[tuple[Fault, str]]


def _question_faults(question: Question, earlier: dict[str, Question], every: set[str]) -> Found:
    if question.key and (fault := _key_fault(question.key)):
        yield fault, question.key
    if len(question.text) + len(question.help) > TEXT_LIMIT:
        yield Fault.TEXT_TOO_LONG, str(len(question.text) + len(question.help))
    yield from _option_faults(question)
    yield from _limit_faults(question)
    for condition in question.show_if:
        yield from _condition_faults(question, condition, earlier, every)


def _key_fault(key: str) -> Fault | None:
    if key in RESERVED_KEYS:
        return Fault.RESERVED_KEY
    return None if _KEY.fullmatch(key) else Fault.BAD_KEY


def _option_faults(question: Question) -> Found:
    if question.kind in _CHOICES and not question.options:
        yield Fault.NO_OPTIONS, ""
    labels: set[str] = set()
    for option in question.options:
        if fault := _key_fault(option.key):
            yield fault, option.key
        if not 0 < len(option.label) <= LABEL_LIMIT:
            yield Fault.LABEL_TOO_LONG, option.key
        if option.label.casefold() in labels:
            yield Fault.DUPLICATE_LABEL, option.key
        labels.add(option.label.casefold())
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
    if condition.op not in _OPS.get(target.kind, frozenset()):
        yield Fault.BAD_CONDITION, condition.op.value
        return
    yield from _value_faults(target, condition)


def _value_faults(target: Question, condition: Condition) -> Found:
    value = condition.value
    if target.kind in _CHOICES:
        wanted = value if isinstance(value, tuple) else (value,)
        if isinstance(value, tuple) != (condition.op is Op.IN):
            yield Fault.BAD_CONDITION, condition.op.value
        for key in wanted:
            if target.option(str(key)) is None:
                yield Fault.UNKNOWN_OPTION, str(key)
    elif type(value) is not (bool if target.kind is QuestionKind.YESNO else int):
        yield Fault.BAD_CONDITION, str(value)
