"""How far a person is: the total is the longest way still open, so that it may shrink but never grows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb

from mentoring.rules.forms import Condition, Form, Part, Question, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire.walk import (
    Answers,
    Deciding,
    Value,
    deciding,
    is_answered,
    is_open,
    visible,
)

MOST_WAYS = 2000  # above this a tick list counts as if everything were ticked: too long, but still never grows

Use = tuple[Condition, Question]  # a condition and the question it opens


@dataclass(frozen=True, slots=True)
class Progress:
    """Shown as «3 из 12»."""

    number: int
    total: int


def progress(form: Form, answers: Answers, question: Question, part: Part | None = None) -> Progress:
    """Where this question stands on its part's longest way."""
    keys = [shown.key for shown in visible(form, answers, part)]
    number = keys.index(question.key) + 1 if question.key in keys else len(keys)
    return Progress(number, longest(form, answers, part))


def remaining(form: Form, answers: Answers, part: Part | None = None) -> int:
    """How many questions may still be asked, for «Осталось 3 вопроса»."""
    done = sum(is_answered(question, answers) for question in visible(form, answers, part))
    return longest(form, answers, part) - done


def longest(form: Form, answers: Answers, part: Part | None = None) -> int:
    """The most questions of the part that any continuation of these answers can show."""
    return _longest(form, deciding(form, answers), part)


@lru_cache(maxsize=4096)
def _longest(form: Form, said: Deciding, part: Part | None) -> int:
    return _Ways(form, dict(said), part).most(0, {})


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
        for place in reversed(range(len(form.questions))):
            self._note_forks(form.questions[place], place)

    def most(self, place: int, forks: dict[str, Value | None]) -> int:
        """The most questions from this place on."""
        if place == len(self._questions):
            return 0
        needed = {key: value for key, value in forks.items() if self._last_use[key] >= place}
        seen = (place, *needed.items())
        if seen not in self._known:
            self._known[seen] = self._count(place, needed)
        return self._known[seen]

    def _count(self, place: int, forks: dict[str, Value | None]) -> int:
        question = self._questions[place]
        if not is_open(question, forks):
            return self.most(place + 1, forks)
        counted = int(self._counts(question))
        if question.key not in self._uses:
            return counted + self.most(place + 1, forks)
        ways = self._values(question)
        return counted + max(self.most(place + 1, {**forks, question.key: value}) for value in ways)

    def _note_forks(self, question: Question, place: int) -> None:
        if not self._counts(question) and question.key not in self._uses:
            return
        for condition in question.show_if:
            self._uses.setdefault(condition.question, []).append((condition, question))
            self._last_use.setdefault(condition.question, place)

    def _counts(self, question: Question) -> bool:
        return self._part in {None, question.part}

    def _values(self, question: Question) -> Iterator[Value | None]:
        if is_answered(question, self._answers):
            yield self._answers[question.key]
        elif not self._counts(question):
            yield None  # a question of the other part is not asked on this walk
        elif question.kind in MANY:
            yield from self._tick_ways(question)
        elif question.kind is QuestionKind.NUMBER:
            yield from _number_ways([condition for condition, _ in self._uses[question.key]])
        elif question.kind is QuestionKind.YESNO:
            yield from (True, False)
        else:
            keys = (option.key for option in question.options)
            yield from map(int, keys) if question.kind is QuestionKind.SCALE else keys

    def _tick_ways(self, question: Question) -> Iterator[tuple[str, ...]]:
        """Conditions on ticks only ever open questions, so fewer ticks than allowed need not be tried."""
        opens = Counter(condition.value for condition, _ in self._uses[question.key])
        keys = [option.key for option in question.options if option.key in opens]
        free = [key for key in keys if key not in question.exclusive]
        size = min(question.max_choices or len(free), len(free))
        if self._opens_only_leaves(question):
            yield tuple(sorted(free, key=lambda key: -opens[key])[:size])
        elif comb(len(free), size) > MOST_WAYS:
            yield tuple(keys)
        else:
            yield from combinations(free, size)
        yield from ((key,) for key in keys if key in question.exclusive)

    def _opens_only_leaves(self, question: Question) -> bool:
        """Then each tick adds its own questions whatever else is ticked: simply take the best ticks."""
        opened = [leaf for _, leaf in self._uses[question.key]]
        return all(len(leaf.show_if) == 1 and leaf.key not in self._uses for leaf in opened)


def _number_ways(uses: list[Condition]) -> Iterator[int]:
    """A number on, just below and just above every border covers all that conditions can tell apart."""
    borders = {condition.value for condition in uses if isinstance(condition.value, int)}
    for border in sorted(borders):
        yield from (border - 1, border, border + 1)
