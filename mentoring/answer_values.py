"""An answer as it is stored: JSON of a value, NULL for one that was taken back."""

import json
from collections.abc import Iterable

from mentoring.rules.questionnaire import Answers, Value
from storage.runs import Answer


def read(stored: str | None) -> Value | None:
    value = None if stored is None else json.loads(stored)
    return tuple(value) if isinstance(value, list) else value


def written(value: Value | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def by_question(stored: Iterable[Answer]) -> Answers:
    """The answers of one run under their questions' keys."""
    return {answer.question: read(answer.value) for answer in stored}
