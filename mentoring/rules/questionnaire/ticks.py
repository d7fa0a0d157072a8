"""Questions with several answers: ticks set by taps and by typing."""

import re

from mentoring.rules.forms import Option, Question, QuestionKind
from mentoring.rules.questionnaire.outcome import Refusal, RefusalReason, Said, Ticked, Typed
from mentoring.rules.questionnaire.search import by_label, find, find_in_dictionary

_ONLY_NUMBERS = re.compile(r"\s*\d+(?:(?:\s*[,;.]\s*|\s+и\s+|\s+)\d+)*[\s.,;]*", re.ASCII)
_SEPARATOR = re.compile(r"[,;\n]")


def tick(question: Question, said: Said, ticked: tuple[str, ...]) -> Ticked | Refusal:
    """A tap toggles; typing only adds, for nobody types a thing to be rid of it."""
    if isinstance(said, Typed):
        return _tick_typed(question, said.text, ticked)
    if question.option(said.option_key) is None:
        return Refusal(RefusalReason.NOT_AN_OPTION)
    if said.option_key in ticked:
        return _set(question, tuple(key for key in ticked if key != said.option_key))
    return _set(question, _with(question, ticked, said.option_key))


def _tick_typed(question: Question, text: str, ticked: tuple[str, ...]) -> Ticked | Refusal:
    named = _named(question, text)
    if isinstance(named, Refusal):
        return named
    for option in named:
        ticked = _with(question, ticked, option.key)
    return _set(question, ticked)


def _with(question: Question, ticked: tuple[str, ...], key: str) -> tuple[str, ...]:
    if key in question.exclusive:
        return (key,)
    return (*(old for old in ticked if old not in question.exclusive and old != key), key)


def _set(question: Question, ticked: tuple[str, ...]) -> Ticked | Refusal:
    in_order = tuple(option.key for option in question.options if option.key in ticked)
    if question.max_choices is not None and len(in_order) > question.max_choices:
        return Refusal(RefusalReason.TOO_MANY, limit=question.max_choices, length=len(in_order))
    return Ticked(in_order)


def _named(question: Question, text: str) -> list[Option] | Refusal:
    """The options a list names. Labels hold commas themselves, so longer stretches are tried first."""
    if alone := by_label(question, text):
        return [alone]
    pieces = _pieces(question, text)
    named: list[Option] = []
    while pieces:
        found, taken = _longest(question, pieces)
        if isinstance(found, Refusal):
            return found
        named.append(found)
        pieces = pieces[taken:]
    return named or Refusal(RefusalReason.NOT_AN_OPTION)


def _pieces(question: Question, text: str) -> list[str]:
    if question.kind is QuestionKind.MULTI and _ONLY_NUMBERS.fullmatch(text):
        return re.findall(r"\d+", text)
    # A list longer than the options would only cost time: the rest of it cannot be named.
    pieces = (piece.strip() for piece in _SEPARATOR.split(text))
    return [piece for piece in pieces if piece][: 2 * len(question.options)]


def _longest(question: Question, pieces: list[str]) -> tuple[Option | Refusal, int]:
    look = find_in_dictionary if question.kind is QuestionKind.DICT_MULTI else find
    for taken in (3, 2):
        if taken <= len(pieces):
            found = look(question, ", ".join(pieces[:taken]))
            if isinstance(found, Option):
                return found, taken
    return look(question, pieces[0]), 1
