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
from mentoring.rules.questionnaire.ways import ANYTHING, Use, values

MOST_STEPS = 10_000  # beyond it, what is not ruled out counts as asked


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
    found: tuple[int, ...]  # what its answers can set, before there is one


@dataclass(frozen=True, slots=True)
class _Road:
    stops: tuple[_Stop, ...]
    start: int


class _TooManyWays(Exception):
    """The form's forks multiply."""


def most_ahead(form: Form, answers: Answers, part: Part | None) -> int:
    """The most questions of the part that any continuation of these answers can show."""
    road = _road(form, part)
    ways = _only_better(road, [_ways(stop, answers) for stop in road.stops])
    try:
        return _walk(road, ways)
    except _TooManyWays:
        return _not_ruled_out(road, answers)


def _walk(road: _Road, ways: Sequence[tuple[int, ...]]) -> int:
    """Stop by stop: what can hold by then, each with the most questions that were shown."""
    layer, steps, always = {road.start: 0}, 0, 0
    for stop, found in zip(road.stops, ways, strict=True):
        if not stop.clauses and not stop.own:
            always += stop.counts
            continue
        following: dict[int, int] = {}
        kept = stop.ahead & ~stop.own
        for bits, count in layer.items():
            if all(bits & clause for clause in stop.clauses):
                steps += len(found)
                rest, shown = bits & kept, count + stop.counts
                for way in found:
                    reached = rest | way
                    if following.get(reached, -1) < shown:
                        following[reached] = shown
            elif following.get(bits & stop.ahead, -1) < count:
                following[bits & stop.ahead] = count
        if steps > MOST_STEPS:
            raise _TooManyWays
        layer = following
    return always + max(layer.values())


def _ways(stop: _Stop, answers: Answers) -> tuple[int, ...]:
    if not stop.own or not is_answered(stop.question, answers):
        return stop.found
    return (_set(stop.conditions, answers[stop.question.key]) & stop.ahead,)


def _only_better(road: _Road, ways: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Without answers after which fewer of the same conditions hold: as long as being asked can close nothing ahead.

    An unasked question lets some conditions hold («не равно»); being asked closes nothing when some answer keeps them.
    """
    better: list[tuple[int, ...]] = []
    safe = True
    for stop, found in zip(reversed(road.stops), reversed(ways), strict=True):
        better.append(_undominated(found) if safe else found)
        unasked = stop.unasked & stop.ahead
        safe = safe and any(way & unasked == unasked for way in found)
    return better[::-1]


def _undominated(found: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(way for way in found if not any(way & other == way and way != other for other in found))


def _not_ruled_out(road: _Road, answers: Answers) -> int:
    """Never too few, and fewer with every answer: a question is ruled out by what has been answered alone."""
    bits, count = road.start, 0
    for stop in road.stops:
        if all(bits & clause for clause in stop.clauses):
            said = answers[stop.question.key] if is_answered(stop.question, answers) else ANYTHING
            bits = (bits & ~stop.own) | _set(stop.conditions, said)
            count += stop.counts
    return count


def _set(conditions: Iterable[tuple[Condition, int]], said: Value | object | None) -> int:
    """The bits of those that hold."""
    return sum(bit for condition, bit in conditions if _passes(condition, said))


def _passes(condition: Condition, said: Value | object | None) -> bool:
    """ANYTHING passes every condition."""
    return said is ANYTHING or holds(condition, said)  # type: ignore[arg-type]  # whatever else is a value or none


@lru_cache(maxsize=256)
def _road(form: Form, part: Part | None) -> _Road:
    survey = _Survey(part)
    stops = [stop for question in reversed(form.questions) if (stop := survey.stop(question))]
    return _Road(tuple(reversed(stops)), sum(stop.unasked for stop in stops))


class _Survey:
    """Looks at the questions from the last to the first: whether one is a fork is known by what comes after it."""

    def __init__(self, part: Part | None) -> None:
        self._part = part
        self._uses: dict[str, list[Use]] = {}
        self._bits: dict[Condition, int] = {}

    def stop(self, question: Question) -> _Stop | None:
        counts = self._part in {None, question.part} and question.kind is not QuestionKind.NOTE
        if not counts and question.key not in self._uses:
            return None
        ahead = (1 << len(self._bits)) - 1
        uses = self._uses.get(question.key, [])
        conditions = tuple((each, self._bits[each]) for each in dict.fromkeys(condition for condition, _ in uses))
        return _Stop(
            question=question,
            counts=counts,
            clauses=tuple(sum({self._bit(each, question) for each in clause}) for clause in question.show_if),
            conditions=conditions,
            own=sum(bit for _, bit in conditions),
            unasked=_set(conditions, None),
            ahead=ahead,
            found=tuple(dict.fromkeys(_set(conditions, said) for said in self._said(question, uses))),
        )

    def _bit(self, condition: Condition, opens: Question) -> int:
        self._uses.setdefault(condition.question, []).append((condition, opens))
        return self._bits.setdefault(condition, 1 << len(self._bits))

    def _said(self, question: Question, uses: list[Use]) -> Iterable[Value | object | None]:
        if not uses:
            return [None]
        if self._part not in {None, question.part}:
            return [None]  # a question of the other part is not asked on this walk
        return values(question, uses, frozenset(self._uses))
