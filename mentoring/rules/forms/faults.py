"""The faults that a form can have."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What can be wrong with a form; the chat words it, the detail names the culprit."""

    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_TYPE = "wrong_type"
    BAD_KEY = "bad_key"
    RESERVED_KEY = "reserved_key"
    DUPLICATE_KEY = "duplicate_key"
    DUPLICATE_LABEL = "duplicate_label"
    LABEL_TOO_LONG = "label_too_long"
    TEXT_TOO_LONG = "text_too_long"
    WORDS_TOO_LONG = "words_too_long"  # of anything else that is shown: the detail is the field
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_PART = "unknown_part"
    UNKNOWN_TENSE = "unknown_tense"
    UNKNOWN_CHECK = "unknown_check"
    UNKNOWN_SWOT = "unknown_swot"
    UNKNOWN_DICTIONARY = "unknown_dictionary"
    NO_QUESTIONS = "no_questions"
    NO_OPTIONS = "no_options"
    NEEDLESS_FIELD = "needless_field"
    BAD_LIMIT = "bad_limit"
    BAD_CONDITION = "bad_condition"
    UNKNOWN_QUESTION = "unknown_question"
    LATER_QUESTION = "later_question"
    UNKNOWN_OPTION = "unknown_option"
    CORE_NEEDS_MORE = "core_needs_more"
    UNKNOWN_EXCLUSIVE = "unknown_exclusive"
    BAD_SCALE = "bad_scale"
    BAD_CONSTRAINT = "bad_constraint"
    NOT_ASKED = "not_asked"  # a note cannot be required
    TOO_MANY_QUESTIONS = "too_many_questions"


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One fault; `question` is empty when the form as a whole is meant."""

    question: str
    fault: Fault
    detail: str = ""


class FormProblems(Exception):
    """Everything that is wrong with a form, found in one reading."""

    def __init__(self, problems: Iterable[FormProblem], source: str = "") -> None:
        self.problems = tuple(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        lines = [f"{p.question or '(form)'}: {p.fault.value} {p.detail}".rstrip() for p in self.problems]
        return f"{self.source or 'form'}: " + "; ".join(lines)
