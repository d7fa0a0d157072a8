"""Turning what a person did into a value, or into a reason why not."""

import re
from datetime import date

from mentoring.rules.clock import read_clock
from mentoring.rules.forms import Option, Question, QuestionKind
from mentoring.rules.forms.model import MANY, YES, Check
from mentoring.rules.names import capitalised, is_plausible_name
from mentoring.rules.privacy import looks_like_document
from mentoring.rules.questionnaire.conditions import Value, passes
from mentoring.rules.questionnaire.dates import read_date
from mentoring.rules.questionnaire.outcome import (
    Accepted,
    Chosen,
    Outcome,
    Refusal,
    RefusalReason,
    Said,
    Ticked,
    Typed,
)
from mentoring.rules.questionnaire.search import find
from mentoring.rules.questionnaire.ticks import tick
from mentoring.rules.school_names import has_word, tells_schools_apart
from mentoring.rules.text import clean_line, clean_text, has_words

_NUMBER = re.compile(r"(-?\d[\d ]{0,11})(?: ?[а-я]+\.?)?", re.ASCII)
_MINUS = re.compile(r"^[–—−] ?")
_NUMBERS = frozenset({QuestionKind.NUMBER, QuestionKind.DECIMAL})
_DECIMAL = re.compile(r"(-?\d[\d ]{0,11}(?:[.,]\d{1,6})?)(?: ?[а-я]+\.?)?", re.ASCII)


def accept(question: Question, said: Said, *, ticked: tuple[str, ...] = (), today: date | None = None) -> Outcome:
    """What comes of a tap or a message. `today` is needed where the question asks for a date.

    Digits of a document are told to be deleted where they are no answer, and where any number would be one.
    """
    outcome = _outcome(question, said, ticked, today)
    is_taken = isinstance(outcome, Accepted | Ticked) and question.kind not in _NUMBERS
    if not is_taken and isinstance(said, Typed) and looks_like_document(said.text):
        return Refusal(RefusalReason.LOOKS_LIKE_DOCUMENT)
    return _constrained(question, outcome, today) if isinstance(outcome, Accepted) else outcome


def _constrained(question: Question, given: Accepted, today: date | None) -> Accepted | Refusal:
    if passes(question.constraint, given.value, today):
        return given
    return Refusal(RefusalReason.CONSTRAINT)


def _outcome(question: Question, said: Said, ticked: tuple[str, ...], today: date | None) -> Outcome:
    if question.kind in MANY:
        return tick(question, said, ticked)
    if question.kind is QuestionKind.DATE:
        if today is None:
            raise ValueError("a question about a date is read against today")
        return read_date(said, today, question.tense)
    if question.kind is QuestionKind.TEXT:
        return _read_text(question, said)
    if question.kind is QuestionKind.NUMBER:
        return _read_number(said)
    if question.kind is QuestionKind.DECIMAL:
        return _read_decimal(said)
    if question.kind is QuestionKind.NOTE:
        return Refusal(RefusalReason.NOTHING_ASKED)
    return _read_choice(question, said)


def finish(question: Question, ticked: tuple[str, ...]) -> Accepted | Refusal:
    """«Готово»: the ticks become the answer."""
    known = tuple(option.key for option in question.options if option.key in ticked)
    if not known:
        return Refusal(RefusalReason.CHOOSE_AT_LEAST_ONE)
    if question.max_choices is not None and len(known) > question.max_choices:
        return Refusal(RefusalReason.TOO_MANY, limit=question.max_choices, length=len(known))
    return _constrained(question, Accepted(known), None)


def as_answer(question: Question, known: Value) -> Value | None:
    """What is known from elsewhere, as the answer that this question would have kept; None when it takes no such."""
    if question.kind in MANY:
        outcome = _as_ticks(question, known if isinstance(known, tuple) else (str(known),))
    else:
        outcome = accept(question, Chosen(str(known))) if question.options else None
    return outcome.value if isinstance(outcome, Accepted) else None


def _as_ticks(question: Question, keys: tuple[str, ...]) -> Outcome | None:
    together = len(keys) == 1 or question.exclusive.isdisjoint(keys)
    return finish(question, keys) if together and all(question.option(key) for key in keys) else None


def _read_choice(question: Question, said: Said) -> Accepted | Refusal:
    if isinstance(said, Typed):
        found = find(question, said.text)
    else:
        found = question.option(said.option_key) or Refusal(RefusalReason.NOT_AN_OPTION)
    return Accepted(_value(question, found)) if isinstance(found, Option) else found


def _value(question: Question, option: Option) -> Value:
    if question.kind is QuestionKind.YESNO:
        return option.key == YES.key
    return int(option.key) if question.kind is QuestionKind.SCALE else option.key


def _read_text(question: Question, said: Said) -> Accepted | Refusal:
    if isinstance(said, Chosen):
        return Refusal(RefusalReason.NOT_AN_OPTION)
    text = clean_text(said.text)
    if not has_words(text):
        return Refusal(RefusalReason.NO_WORDS)
    if len(text) > question.max_len:
        return Refusal(RefusalReason.TOO_LONG, limit=question.max_len, length=len(text))
    if looks_like_document(text):
        return Refusal(RefusalReason.LOOKS_LIKE_DOCUMENT)
    return _checked(question, text)


def _checked(question: Question, text: str) -> Accepted | Refusal:
    if question.check is Check.FULL_NAME:
        return Accepted(capitalised(text)) if is_plausible_name(text) else Refusal(RefusalReason.NOT_A_NAME)
    if question.check is Check.SCHOOL_NAME:
        return _school(text)
    if question.check is Check.CLOCK:
        time = read_clock(text)
        return Accepted(time) if time else Refusal(RefusalReason.NOT_A_TIME)
    return Accepted(text)


def _school(text: str) -> Accepted | Refusal:
    if not has_word(text):
        return Refusal(RefusalReason.SCHOOL_NUMBER_ONLY)
    return Accepted(text) if tells_schools_apart(text) else Refusal(RefusalReason.NOT_A_SCHOOL)


def _read_number(said: Said) -> Accepted | Refusal:
    number = _NUMBER.fullmatch(_line(said))
    if number is None:
        return Refusal(RefusalReason.NOT_A_NUMBER)
    return Accepted(int(number[1].replace(" ", "")))


def _read_decimal(said: Said) -> Accepted | Refusal:
    number = _DECIMAL.fullmatch(_line(said))
    if number is None:
        return Refusal(RefusalReason.NOT_A_NUMBER)
    return Accepted(float(number[1].replace(" ", "").replace(",", ".")) + 0.0)  # no «-0» is kept


def _line(said: Said) -> str:
    """In one spelling; a phone makes a dash of a minus."""
    line = clean_line(said.text if isinstance(said, Typed) else said.option_key).casefold()
    return _MINUS.sub("-", line)
