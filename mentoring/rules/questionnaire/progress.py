"""How far a person is: the total is the longest way still open, so that it may shrink but never grows."""

from dataclasses import dataclass
from functools import lru_cache

from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.questionnaire.conditions import Answers, Value, holds
from mentoring.rules.questionnaire.walk import Deciding, deciding, is_answered, visible
from mentoring.rules.questionnaire.ways import ANYTHING, Use, values

MOST_STEPS = 20_000  # of the search below: beyond it, what is not ruled out counts as asked

Known = Value | object | None  # an answer, none, or ANYTHING


@dataclass(frozen=True, slots=True)
class Progress:
    """Shown as «3 из 12»; what is only to be read is not counted."""

    number: int
    total: int


def progress(form: Form, answers: Answers, question: Question, part: Part | None = None) -> Progress:
    """Where this question stands on its part's longest way; a note stands at the question after it."""
    shown = visible(form, answers, part)
    before = shown[: shown.index(question)] if question in shown else shown[:-1]
    total = longest(form, answers, part)
    return Progress(min(sum(_is_asked(each) for each in before) + 1, max(total, 1)), total)


def remaining(form: Form, answers: Answers, part: Part | None = None) -> int:
    """How many questions may still be asked, for «Осталось 3 вопроса»."""
    done = sum(is_answered(each, answers) and _is_asked(each) for each in visible(form, answers, part))
    return longest(form, answers, part) - done


def longest(form: Form, answers: Answers, part: Part | None = None) -> int:
    """The most questions of the part that any continuation of these answers can show."""
    return _longest(form, deciding(form, answers), part)


@lru_cache(maxsize=4096)
def _longest(form: Form, said: Deciding, part: Part | None) -> int:
    answers = dict(said)
    try:
        return _Ways(form, answers, part).most(0, {})
    except _TooManyWays:
        return _not_ruled_out(form, answers, part)


def _is_asked(question: Question) -> bool:
    return question.kind is not QuestionKind.NOTE


def _may_open(question: Question, said: dict[str, Known]) -> bool:
    """Is there a way on which all its clauses hold? ANYTHING passes every condition."""
    return all(
        any(
            said.get(each.question) is ANYTHING or holds(each, said.get(each.question))  # type: ignore[arg-type]
            for each in clause
        )
        for clause in question.show_if
    )


def _not_ruled_out(form: Form, answers: Answers, part: Part | None) -> int:
    """Never too few, and fewer with every answer: a question is ruled out by what has been answered alone."""
    said: dict[str, Known] = {}
    count = 0
    for question in form.questions:
        if not _may_open(question, said):
            continue
        said[question.key] = answers[question.key] if is_answered(question, answers) else ANYTHING
        count += part in {None, question.part} and _is_asked(question)
    return count


class _TooManyWays(Exception):
    """The form's forks multiply."""


class _Ways:
    """Walks all continuations at once.

    Only forks matter: questions on which a counted question depends, directly or through others. Two walks
    that agree on the forks still needed ahead are one, so independent forks add up instead of multiplying.
    """

    def __init__(self, form: Form, answers: Answers, part: Part | None) -> None:
        self._questions = form.questions
        self._answers = answers
        self._part = part
        self._uses: dict[str, list[Use]] = {}
        self._last_use: dict[str, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._steps = 0
        for place in reversed(range(len(form.questions))):
            self._note_forks(form.questions[place], place)

    def most(self, place: int, forks: dict[str, Known]) -> int:
        """The most questions from this place on."""
        counted = 0
        while place < len(self._questions):
            question = self._questions[place]
            if _may_open(question, forks):
                if question.key in self._uses:
                    return counted + self._after_fork(place, forks)
                counted += self._counts(question)
            place += 1
        return counted

    def _after_fork(self, place: int, forks: dict[str, Known]) -> int:
        """The best of the fork's ways; each is walked once for the same forks still needed."""
        needed = {key: value for key, value in forks.items() if self._last_use[key] >= place}
        seen = (place, *needed.items())
        if seen not in self._known:
            question = self._questions[place]
            ways = [self.most(place + 1, {**needed, question.key: value}) for value in self._values(question)]
            self._known[seen] = self._counts(question) + max(ways)
        return self._known[seen]

    def _note_forks(self, question: Question, place: int) -> None:
        if not self._counts(question) and question.key not in self._uses:
            return
        for clause in question.show_if:
            for condition in clause:
                self._uses.setdefault(condition.question, []).append((condition, question))
                self._last_use.setdefault(condition.question, place)

    def _counts(self, question: Question) -> bool:
        return self._part in {None, question.part} and _is_asked(question)

    def _values(self, question: Question) -> list[Known]:
        if is_answered(question, self._answers):
            found: list[Known] = [self._answers[question.key]]
        elif self._part not in {None, question.part}:
            found = [None]  # a question of the other part is not asked on this walk
        else:
            found = values(question, self._uses[question.key], frozenset(self._uses))
        self._steps += len(found)
        if self._steps > MOST_STEPS:
            raise _TooManyWays
        return found
