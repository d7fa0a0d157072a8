"""What a person did with a question, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.forms import Option
from mentoring.rules.questionnaire.conditions import Value


@dataclass(frozen=True, slots=True)
class Typed:
    """A message."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A button."""

    option_key: str


Said = Typed | Chosen


class RefusalReason(StrEnum):
    """Why it is no answer; the chat words it."""

    NOT_AN_OPTION = "not_an_option"
    SEVERAL = "several"  # fits more than one option: see the candidates
    NOT_FOUND = "not_found"
    TOO_MANY = "too_many"
    CHOOSE_AT_LEAST_ONE = "choose_at_least_one"
    TOO_LONG = "too_long"
    NO_WORDS = "no_words"
    LOOKS_LIKE_DOCUMENT = "looks_like_document"
    NOT_A_DATE = "not_a_date"
    DATE_PASSED = "date_passed"  # the question wants a day to come
    DATE_AHEAD = "date_ahead"  # the question wants a day gone by
    NOT_A_NUMBER = "not_a_number"
    NOTHING_ASKED = "nothing_asked"  # a note is only read
    CONSTRAINT = "constraint"  # the question's own condition on its answer; it may have a message of its own
    NOT_A_NAME = "not_a_name"  # a surname and a first name are wanted
    SCHOOL_NUMBER_ONLY = "school_number_only"
    NOT_A_TIME = "not_a_time"  # hours and minutes are wanted
    NOT_A_SCHOOL = "not_a_school"  # every school is «школа»


@dataclass(frozen=True, slots=True)
class Accepted:
    """The value to store."""

    value: Value


@dataclass(frozen=True, slots=True)
class Ticked:
    """The ticks now set, in the order of the options; the question stays on screen."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """No answer, with what the wording needs: the limit, the length, the options it may have meant."""

    reason: RefusalReason
    limit: int = 0
    length: int = 0
    candidates: tuple[Option, ...] = ()


Outcome = Accepted | Ticked | Refusal
