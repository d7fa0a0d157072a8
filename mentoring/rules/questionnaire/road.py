"""The longest way through a form: all continuations of some answers at once, found without trying each of them.

Only forks matter: questions on whose answers a counted question depends, directly or through others. What is known on
the way is which of the conditions ahead hold, a bit for each: two ways that agree on them are one, so that
independent forks add up instead of multiplying.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentoring.rules.forms import Condition, Form, Part, Question, QuestionKind
from mentoring.rules.questionnaire.conditions import Answers, Value, holds
from mentoring.rules.questionnaire.walk import is_answered
from mentoring.rules.questionnaire.ways import TooManyWays, values

MOST_STEPS = 10_000  # beyond it, what is not ruled out counts as asked
_NOTHING_NEW = (0,)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A question on the way that counts, or is a fork."""

    question: Question
    counts: bool
    clauses: tuple[int, ...]  # asked when of each a bit is set
    conditions: tuple[tuple[Condition, int], ...]  # on its answer, each with its bit
    own: int  # all of these
    unasked: int  # those that hold when it is not asked
    ahead: int  # bits that are looked at further on
    rest: int  # those of them that are not its own
    found: tuple[int, ...]  # what its answers can set, as long as there is none
    best: tuple[int, ...]  # those of them that another does not outdo


@dataclass(frozen=True, slots=True)
class _Road:
    stops: tuple[_Stop, ...]
    start: int


def most_ahead(form: Form, answers: Answers, part: Part | None) -> int:
    """The most questions of the part that any continuation of these answers can show."""
    road = _road(form, part)
    try:
        return _walk(road, _ways(road, answers))
    except TooManyWays:
        return _not_ruled_out(road, answers)


def _walk(road: _Road, ways: Sequence[tuple[int, ...]]) -> int:
    """Stop by stop: what can hold by then, each with the most questions that were shown."""
    layer, steps, always = {road.start: 0}, 0, 0
    for stop, found in zip(road.stops, ways, strict=True):
        if not stop.clauses and not stop.own:
            always += stop.counts
            continue
        steps += len(layer) * len(found)
        if steps > MOST_STEPS:
            raise TooManyWays
        layer = _past(stop, found, layer)
    return always + max(layer.values())


def _past(stop: _Stop, found: tuple[int, ...], layer: dict[int, int]) -> dict[int, int]:
    following: dict[int, int] = {}
    for bits, count in layer.items():
        asked = all(bits & clause for clause in stop.clauses)
        if asked and not found:
            raise TooManyWays
        rest, shown = (bits & stop.rest, count + stop.counts) if asked else (bits & stop.ahead, count)
        for way in found if asked else _NOTHING_NEW:
            if following.get(rest | way, -1) < shown:
                following[rest | way] = shown
    return following


def _ways(road: _Road, answers: Answers) -> list[tuple[int, ...]]:
    """What can hold of each stop's conditions once it is asked.

    Of answers that are still to be given only the best are tried, as long as being asked closes nothing further on: an
    unasked question lets some conditions hold («не равно»), and each must have an answer that keeps them.
    """
    ways: list[tuple[int, ...]] = []
    safe = True
    for stop in reversed(road.stops):
        if stop.own and is_answered(stop.question, answers):
            found: tuple[int, ...] = (_set(stop.conditions, answers[stop.question.key]),)
        else:
            found = stop.best if safe else stop.found
        ways.append(found)
        safe = safe and any(way & stop.unasked == stop.unasked for way in found)
    return ways[::-1]


def _best(found: Sequence[int]) -> tuple[int, ...]:
    """Without those after which only some of the conditions hold that hold after another."""
    return tuple(way for way in found if not any(way & other == way and way != other for other in found))


def _not_ruled_out(road: _Road, answers: Answers) -> int:
    """Never too few, and fewer with every answer: a question is ruled out by what has been answered alone."""
    bits, count = road.start, 0
    for stop in road.stops:
        if all(bits & clause for clause in stop.clauses):
            answered = is_answered(stop.question, answers)
            bits = (bits & ~stop.own) | (_set(stop.conditions, answers[stop.question.key]) if answered else stop.own)
            count += stop.counts
    return count


def _set(conditions: Iterable[tuple[Condition, int]], said: Value | None) -> int:
    """The bits of those that hold."""
    return sum(bit for condition, bit in conditions if holds(condition, said))


@lru_cache(maxsize=256)
def _road(form: Form, part: Part | None) -> _Road:
    survey = _Survey(part)
    stops = [stop for question in reversed(form.questions) if (stop := survey.stop(question))]
    return _Road(tuple(reversed(stops)), sum(stop.unasked for stop in stops))


class _Survey:
    """Looks at the questions from the last to the first: whether one is a fork is known by what comes after it."""

    def __init__(self, part: Part | None) -> None:
        self._part = part
        self._uses: dict[str, dict[Condition, int]] = {}
        self._bits = 0

    def stop(self, question: Question) -> _Stop | None:
        counts = self._part in {None, question.part} and question.kind is not QuestionKind.NOTE
        if not counts and question.key not in self._uses:
            return None
        ahead = (1 << self._bits) - 1
        conditions = tuple(self._uses.get(question.key, {}).items())
        own = sum(bit for _, bit in conditions)
        found = self._found(question, conditions)
        return _Stop(
            question=question,
            counts=counts,
            clauses=tuple(sum({self._bit(each) for each in clause}) for clause in question.show_if),
            conditions=conditions,
            own=own,
            unasked=_set(conditions, None),
            ahead=ahead,
            rest=ahead & ~own,
            found=found,
            best=_best(found) or (own,),
        )

    def _bit(self, condition: Condition) -> int:
        uses = self._uses.setdefault(condition.question, {})
        if condition not in uses:
            uses[condition] = 1 << self._bits
            self._bits += 1
        return uses[condition]

    def _found(self, question: Question, conditions: Sequence[tuple[Condition, int]]) -> tuple[int, ...]:
        said: Iterable[Value | None] = [None]  # a question of the other part is not asked on this walk
        if conditions and self._part in {None, question.part}:
            try:
                said = values(question, [condition for condition, _ in conditions])
            except TooManyWays:
                return ()
        return tuple(dict.fromkeys(_set(conditions, each) for each in said))
