"""How far a person is: the total is the longest way still open, so that it may shrink but never grows."""

from dataclasses import dataclass
from functools import lru_cache

from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.questionnaire.conditions import Answers
from mentoring.rules.questionnaire.road import most_ahead
from mentoring.rules.questionnaire.walk import Deciding, deciding, is_answered, visible


@dataclass(frozen=True, slots=True)
class Progress:
    """Shown as «3 из 12»; what is only to be read is not counted."""

    number: int
    total: int


def progress(form: Form, answers: Answers, question: Question, part: Part | None = None) -> Progress:
    """Where this question stands on its part's longest way; a note stands at the question after it."""
    shown = visible(form, answers, part)
    place = next((place for place, each in enumerate(shown) if each.key == question.key), len(shown) - 1)
    before = shown[: max(place, 0)]
    total = max(longest(form, answers, part), 1)  # a part may hold nothing but what is to be read
    return Progress(min(sum(_is_asked(each) for each in before) + 1, total), total)


def remaining(form: Form, answers: Answers, part: Part | None = None) -> int:
    """How many questions may still be asked, for «Осталось 3 вопроса»."""
    done = sum(is_answered(each, answers) and _is_asked(each) for each in visible(form, answers, part))
    return longest(form, answers, part) - done


def longest(form: Form, answers: Answers, part: Part | None = None) -> int:
    """The most questions of the part that any continuation of these answers can show."""
    return _longest(form, deciding(form, answers), part)


@lru_cache(maxsize=4096)
def _longest(form: Form, said: Deciding, part: Part | None) -> int:
    return most_ahead(form, dict(said), part)


def _is_asked(question: Question) -> bool:
    return question.kind is not QuestionKind.NOTE
