"""The school's own roadmap: sent as a document or as text, asked about, accepted, sent again, given up."""

from mentoring.own_roadmaps.drafts import (
    RESPONSIBLE_FORM,
    TERM_FORM,
    answer,
    answer_typed,
    drop,
    find,
    keep,
    standing,
)
from mentoring.own_roadmaps.holding import accept, forget_name, give_up, holding
from mentoring.own_roadmaps.model import Draft, Holding, Same, TooLong, Typed
from mentoring.own_roadmaps.reading import FORM, from_worker, is_asked_for, read_text

__all__ = [
    "FORM",
    "RESPONSIBLE_FORM",
    "TERM_FORM",
    "Draft",
    "Holding",
    "Same",
    "TooLong",
    "Typed",
    "accept",
    "answer",
    "answer_typed",
    "drop",
    "find",
    "forget_name",
    "from_worker",
    "give_up",
    "holding",
    "is_asked_for",
    "keep",
    "read_text",
    "standing",
]
