"""The pure engine of dialogs: where a person is, what they said, what is left."""

from mentoring.rules.questionnaire.conditions import Answers, Value
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
from mentoring.rules.questionnaire.progress import Progress, progress, remaining
from mentoring.rules.questionnaire.said import accept, as_answer, finish
from mentoring.rules.questionnaire.search import search
from mentoring.rules.questionnaire.summary import SummaryLine, kept, labels, summary
from mentoring.rules.questionnaire.walk import (
    first_unanswered,
    has_unanswered,
    is_complete,
    next_question,
    previous_question,
    visible,
)

__all__ = [
    "Accepted",
    "Answers",
    "Chosen",
    "Outcome",
    "Progress",
    "Refusal",
    "RefusalReason",
    "Said",
    "SummaryLine",
    "Ticked",
    "Typed",
    "Value",
    "accept",
    "as_answer",
    "finish",
    "first_unanswered",
    "has_unanswered",
    "is_complete",
    "kept",
    "labels",
    "next_question",
    "previous_question",
    "progress",
    "remaining",
    "search",
    "summary",
    "visible",
]
