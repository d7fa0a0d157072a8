"""What a value means beside the question that it is compared with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from mentoring.rules.expressions.language import Language
from mentoring.rules.forms import Measure, Option, Question, QuestionKind
from mentoring.rules.forms.model import CHOICES, NO, TODAY, YES

Value = str | int | float | bool

_WHOLE = re.compile(r"-?\d{1,400}", re.ASCII)
_FRACTION = re.compile(r"-?\d{0,400}[.,]\d{0,400}", re.ASCII)
_RUSSIAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_BOOLEANS = {"true()": True, "false()": False}
_WHOLE_KINDS = frozenset({QuestionKind.NUMBER, QuestionKind.SCALE})
_TODAY = frozenset({TODAY, "сегодня"})


@dataclass(frozen=True, slots=True)
class Said:
    """A value as it is written; `at` is where, from 0."""

    text: str
    at: int
    quoted: bool = False


def value_of(said: Said, question: Question, measure: Measure, language: Language) -> Value:
    """The value; what has no meaning here comes back as it is written, and fits nothing."""
    if measure is not Measure.VALUE or question.kind in _WHOLE_KINDS:
        number = number_of(said.text)
        return int(number) if isinstance(number, float) and number.is_integer() else number
    if question.kind in CHOICES:
        return _option(said, question, language)
    if question.kind is QuestionKind.YESNO:
        return _yes_or_no(said, question, language)
    if question.kind is QuestionKind.DATE:
        return _day(said.text)
    return number_of(said.text)


def _option(said: Said, question: Question, language: Language) -> str:
    keys = _keys_by_name(question.options, language, labels_first=said.quoted)
    return keys.get(said.text) or keys.get(language.fold(said.text), said.text)


@lru_cache(maxsize=256)
def _keys_by_name(options: tuple[Option, ...], language: Language, *, labels_first: bool) -> Mapping[str, str]:
    """In quotes stands a label, else rather a key; the exact spelling comes first."""
    named = [(name, option.key) for option in options for name in language.names(option)]
    named.sort(key=lambda pair: (pair[0] == pair[1]) == labels_first)
    folded = [(language.fold(name), key) for name, key in named]
    return {name: key for name, key in reversed([*named, *folded]) if name}


def _yes_or_no(said: Said, question: Question, language: Language) -> str | bool:
    known = {YES.key: True, NO.key: False}
    return _BOOLEANS.get(said.text, known.get(_option(said, question, language), said.text))


def _day(text: str) -> str:
    if text.casefold() in _TODAY:
        return TODAY
    numbers = _RUSSIAN_DAY.fullmatch(text)
    try:
        return date(int(numbers[3]), int(numbers[2]), int(numbers[1])).isoformat() if numbers else text
    except ValueError:
        return text


def number_of(text: str) -> str | int | float:
    """The number, with a point or a comma; a text that is none comes back."""
    plain = "".join(text.split()).replace("−", "-")
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if _FRACTION.fullmatch(plain) and any(mark.isdigit() for mark in plain):
        return float(plain.replace(",", "."))
    return text
