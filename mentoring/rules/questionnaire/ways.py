"""The answers to one question that later questions can tell apart: enough to try, instead of all there are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from math import comb

from mentoring.rules.forms import Clause, Condition, Measure, Op, Question, QuestionKind
from mentoring.rules.forms.model import MANY, TODAY
from mentoring.rules.questionnaire.conditions import Value, holds

MOST_TRIALS = 20_000  # of the answers to one question against the conditions on it


class TooManyWays(Exception):
    """The form's forks multiply."""


class NoWay(TooManyWays):
    """The question takes no answer at all, so its form has no end to count the ways to."""


def values(question: Question, conditions: Sequence[Condition]) -> list[Value | None]:
    """For each set of these conditions that can hold at once, an answer after which just they hold.

    Raises TooManyWays, as NoWay where the question takes no answer at all.
    """
    against = [*conditions, *(each for clause in question.constraint for each in clause)]
    tried = _tick_ways(question, against) if question.kind in MANY else _plain_values(question, against)
    found: list[Value | None] = [] if question.required else [None]
    found += _told_apart(tried, conditions, question.constraint)
    if not found:
        raise NoWay
    return found


def can_be_answered(question: Question) -> bool:
    """Does its constraint take anything at all? Doubted only where all that it could tell apart was tried."""
    try:
        return bool(values(replace(question, required=True), ()))
    except NoWay:
        return False
    except TooManyWays:
        return True


def _told_apart(
    tried: Iterable[Value], conditions: Sequence[Condition], constraint: tuple[Clause, ...]
) -> Iterable[Value]:
    """One of those that pass and fail the same conditions, and none that the question itself would not take."""
    first: dict[tuple[bool, ...], Value] = {}
    for value in tried:
        if _may_be_taken(constraint, value):
            first.setdefault(tuple(holds(condition, value) for condition in conditions), value)
    return first.values()


def _may_be_taken(constraint: tuple[Clause, ...], value: Value) -> bool:
    """On some day, where it depends on the day."""
    return all(any(each.value == TODAY or holds(each, value) for each in clause) for clause in constraint)


def _plain_values(question: Question, conditions: Sequence[Condition]) -> Iterable[Value]:
    borders = {each.value for each in conditions if each.op not in (Op.EMPTY, Op.FILLED)}
    match question.kind:
        case QuestionKind.YESNO:
            return (True, False)
        case QuestionKind.SCALE:
            return [int(option.key) for option in question.options]
        case QuestionKind.DECIMAL:
            return _around(sorted(each for each in borders if isinstance(each, int | float)))
        case QuestionKind.NUMBER:
            return _beside(each for each in borders if isinstance(each, int))
        case QuestionKind.TEXT:
            lengths = _beside(each for each in borders if isinstance(each, int))
            return ["x" * length for length in {1, *lengths} if 1 <= length <= question.max_len]
        case QuestionKind.DATE:
            return _days(each for each in borders if isinstance(each, str) and each != TODAY)
    return [option.key for option in question.options]


def _beside(borders: Iterable[int]) -> list[int]:
    """A whole number on, just below and just above every border covers all that conditions can tell apart."""
    return sorted({border + step for border in borders for step in (-1, 0, 1)}) or [0]


def _around(borders: list[float]) -> list[Value]:
    if not borders:
        return [0]
    middles = ((one + other) / 2 for one, other in pairwise(borders))
    return [borders[0] - 1, *borders, *middles, borders[-1] + 1]


def _days(borders: Iterable[str]) -> list[str]:
    ordinals = _beside(date.fromisoformat(border).toordinal() for border in borders)
    last = date.max.toordinal()
    return [date.fromordinal(min(max(ordinal, 1), last)).isoformat() for ordinal in ordinals]


def _tick_ways(question: Question, conditions: Sequence[Condition]) -> Iterator[tuple[str, ...]]:
    """Every choice among the options that are asked about; of every size, where it is asked how many there are."""
    asked = {each.value for each in conditions}
    plain = [option.key for option in question.options if option.key not in question.exclusive]
    free, others = [key for key in plain if key in asked], [key for key in plain if key not in asked]
    most = question.max_choices or len(plain)
    counted = any(each.measure is Measure.COUNT for each in conditions)
    spare = range(len(others) + 1) if counted else range(min(len(others), 1) + 1)
    ways = len(spare) * sum(comb(len(free), size) for size in range(min(most, len(free)) + 1))
    if ways * len(conditions) > MOST_TRIALS:
        raise TooManyWays
    for size in range(min(most, len(free)) + 1):
        for more in spare:
            if 1 <= size + more <= most:
                yield from ((*chosen, *others[:more]) for chosen in combinations(free, size))
    yield from ((key,) for key in question.exclusive)
