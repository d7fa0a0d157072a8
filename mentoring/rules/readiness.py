"""What a person says of being a mentor: whether, for how many colleagues, and what a coordinator should mind."""

from enum import StrEnum

from mentoring.rules.questionnaire import Answers

FORM = "mentor_profile"


class Ready(StrEnum):
    """The options of the question."""

    YEAR = "year"
    SHORT = "short"
    REMOTE = "remote"
    LATER = "later"
    DECLINE = "decline"


class Doubt(StrEnum):
    """A soft warning, never a block."""

    NEW_TO_WORK = "new"  # up to three years of work and no category
    NOT_SURE = "not_sure"  # 4 of 10 or less
    MANY = "many"  # more than two colleagues
    ONLY_SHORT = "only_short"  # single consultations: not for a year


REFUSALS = frozenset({Ready.LATER, Ready.DECLINE})
COUNTED = frozenset({Ready.YEAR, Ready.REMOTE})  # who says for how many colleagues
CAPACITIES = {"n1": 1, "n2": 2, "n3": 3}

_FIRST_YEARS = frozenset({"y0", "y1"})
_NOT_SURE, _MANY = 4, 2


def ready_of(answers: Answers) -> Ready | None:
    said = answers.get("ready")
    return Ready(said) if isinstance(said, str) and said in set(Ready) else None


def capacity_of(answers: Answers) -> int | None:
    """For how many colleagues at once; None of whoever was not asked."""
    said = answers.get("capacity")
    return CAPACITIES.get(said) if ready_of(answers) in COUNTED and isinstance(said, str) else None


def doubts(answers: Answers) -> tuple[Doubt, ...]:
    ready = ready_of(answers)
    if ready is None or ready in REFUSALS:
        return ()
    sure = answers.get("s_ready")
    found = (
        (answers.get("experience") in _FIRST_YEARS and answers.get("category") == ("none",), Doubt.NEW_TO_WORK),
        (isinstance(sure, int) and sure <= _NOT_SURE, Doubt.NOT_SURE),
        ((capacity_of(answers) or 0) > _MANY, Doubt.MANY),
        (ready is Ready.SHORT, Doubt.ONLY_SHORT),
    )
    return tuple(doubt for holds, doubt in found if holds)
