"""The answers read back before sending, and what is sent."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.forms.model import NO, YES
from mentoring.rules.questionnaire.conditions import Answers, Value
from mentoring.rules.questionnaire.walk import is_answered, visible


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One answered question; no labels when it was skipped on purpose."""

    question: Question
    labels: tuple[str, ...] | None


def summary(form: Form, answers: Answers, part: Part | None = None) -> tuple[SummaryLine, ...]:
    """The answered visible questions; those not reached yet are left out, and what was only to be read."""
    shown = (
        question
        for question in visible(form, answers, part)
        if is_answered(question, answers) and question.kind is not QuestionKind.NOTE
    )
    return tuple(SummaryLine(question, labels(question, answers[question.key])) for question in shown)


def kept(form: Form, answers: Answers) -> dict[str, Value | None]:
    """The answers to send: what was said to a question that is hidden now is dropped."""
    return {question.key: answers[question.key] for question in visible(form, answers) if question.key in answers}


def labels(question: Question, value: Value | None) -> tuple[str, ...] | None:
    """An answer in the words of its question."""
    if value is None:
        return None
    if isinstance(value, bool):
        return ((YES if value else NO).label,)
    if isinstance(value, float):
        return (_decimal(value),)
    if question.kind is QuestionKind.DATE:
        return (date.fromisoformat(str(value)).strftime("%d.%m.%Y"),)
    keys = value if isinstance(value, tuple) else (str(value),)
    options = {option.key: option.label for option in question.options}
    return tuple(options.get(key, key) for key in keys)


def _decimal(value: float) -> str:
    """All its digits, without a power of ten."""
    whole, _, rest = format(Decimal(repr(value)), "f").partition(".")
    rest = rest.rstrip("0")
    return f"{whole},{rest}" if rest else whole
