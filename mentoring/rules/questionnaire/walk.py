"""Which questions are asked, given what has been answered."""

from functools import lru_cache

from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.questionnaire.conditions import Answers, Value, all_hold

Deciding = tuple[tuple[str, Value | None], ...]


def visible(form: Form, answers: Answers, part: Part | None = None) -> tuple[Question, ...]:
    """The questions to ask."""
    return _visible(form, deciding(form, answers), part)


def deciding(form: Form, answers: Answers) -> Deciding:
    """The answers on which the way through the form depends: for most people the same few."""
    return tuple((key, answers[key]) for key in _forks(form) if key in answers)


@lru_cache(maxsize=256)
def _forks(form: Form) -> tuple[str, ...]:
    asked = {each.question for question in form.questions for clause in question.show_if for each in clause}
    return tuple(question.key for question in form.questions if question.key in asked)


@lru_cache(maxsize=4096)
def _visible(form: Form, said: Deciding, part: Part | None) -> tuple[Question, ...]:
    answers = dict(said)
    shown: dict[str, Value | None] = {}
    questions = []
    for question in form.questions:
        if is_open(question, shown):
            shown[question.key] = answers.get(question.key)
            if part in {None, question.part}:
                questions.append(question)
    return tuple(questions)


def next_question(form: Form, answers: Answers, part: Part | None = None) -> Question | None:
    """The first visible question without an answer; None when the part is done."""
    questions = visible(form, answers, part)
    return next((question for question in questions if not is_answered(question, answers)), None)


first_unanswered = next_question


def previous_question(form: Form, answers: Answers, key: str, part: Part | None = None) -> Question | None:
    """The visible question just before this one; None before the first."""
    before: Question | None = None
    for question in visible(form, answers, part):
        if question.key == key:
            return before
        before = question
    return None


def is_complete(form: Form, answers: Answers, part: Part | None = None) -> bool:
    """Is every visible question answered, or skipped where that is allowed?"""
    return next_question(form, answers, part) is None


def has_unanswered(form: Form, answers: Answers, part: Part | None = None) -> bool:
    """Is there something left to answer, and not only to read?"""
    left = (question for question in visible(form, answers, part) if not is_answered(question, answers))
    return any(question.kind is not QuestionKind.NOTE for question in left)


def is_answered(question: Question, answers: Answers) -> bool:
    """Skipping on purpose is an answer, unless the question is required."""
    return question.key in answers and (answers[question.key] is not None or not question.required)


def is_open(question: Question, shown: Answers) -> bool:
    """Do the answers of the questions shown so far let this one be asked?"""
    return all_hold(question.show_if, shown)
