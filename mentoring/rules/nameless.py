"""What makes a questionnaire anonymous: which may be, what is asked then, from how many answers on they are shown."""

from dataclasses import replace
from functools import lru_cache

from mentoring.rules.forms import Form, Part, Question, QuestionKind

ROUND, LEAST = "survey", "least"  # what a run of it is for, and the round's threshold
THRESHOLDS = (5, 4, 3)  # as usual, and down to what a small school may choose before it opens a round
SKIPPED = "null"
CHOSEN = frozenset({"mon_end_mentee", "mon_end_mentor"})  # with names, unless the coordinator decides before opening


def may_be(of: Form) -> bool:
    """Start and middle are read by name, to help in time; of the end and of a meeting the whole is what counts."""
    return of.anonymous or of.key in CHOSEN


@lru_cache(maxsize=200)
def form(of: Form) -> Form:
    """The same questions asked without a name, all of them at once: there is no coming back to what was sent."""
    questions = tuple(replace(each, part=Part.CORE, private=False) for each in of.questions)
    return replace(of, anonymous=True, confidential=False, questions=questions)


def answerable(of: Form) -> tuple[Question, ...]:
    """What is only read says nothing of anybody."""
    return tuple(each for each in of.questions if each.kind is not QuestionKind.NOTE)


def is_enough(answered: int, threshold: int) -> bool:
    """May the answers of so many be shown? Of fewer not even their number is: it could be taken from another's."""
    return answered >= threshold
