"""The answers to one question that later questions can tell apart: enough to try, instead of all there are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from math import comb

from mentoring.rules.forms import Condition, Measure, Op, Question, QuestionKind
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire.conditions import Value, holds

MOST_WAYS = 2000  # above this a tick list counts as if it opened everything: too long, but still never grows

ANYTHING = object()  # an answer that passes every condition

Use = tuple[Condition, Question]  # a condition and the question it opens


def values(question: Question, uses: list[Use], forks: frozenset[str]) -> list[Value | object | None]:
    """`uses` are the conditions on the question, `forks` all questions that some condition is on."""
    skipped: list[Value | object | None] = [] if question.required else [None]
    if question.kind in MANY:
        return [*skipped, *_tick_ways(question, uses, forks)]
    plain = _plain_values(question, uses)
    return [ANYTHING] if plain is None else [*skipped, *_told_apart(plain, uses)]


def _plain_values(question: Question, uses: list[Use]) -> Iterable[Value] | None:
    """None where there are too many to tell: texts and days."""
    match question.kind:
        case QuestionKind.NUMBER:
            return _around([condition for condition, _ in uses], step=1)
        case QuestionKind.DECIMAL:
            return _around([condition for condition, _ in uses], step=None)
        case QuestionKind.YESNO:
            return (True, False)
        case QuestionKind.SCALE:
            return [int(option.key) for option in question.options]
        case QuestionKind.SINGLE:
            return [option.key for option in question.options]
    return None


def _told_apart(found: Iterable[Value], uses: list[Use]) -> Iterator[Value]:
    """One of those that pass and fail the same conditions."""
    seen = set()
    for value in found:
        passed = tuple(holds(condition, value) for condition, _ in uses)
        if passed not in seen:
            seen.add(passed)
            yield value


def _around(uses: list[Condition], step: int | None) -> Iterator[Value]:
    """A number on, just below and just above every border covers all that conditions can tell apart."""
    borders = sorted({each.value for each in uses if isinstance(each.value, int | float)})
    if not borders:
        yield 0
        return
    if step is None:
        middles = [(one + other) / 2 for one, other in pairwise(borders)]
        yield from (borders[0] - 1, *borders, *middles, borders[-1] + 1)
        return
    for border in borders:
        yield from (border - step, border, border + step)


def _tick_ways(question: Question, uses: list[Use], forks: frozenset[str]) -> Iterator[tuple[str, ...] | object]:
    conditions = [condition for condition, _ in uses]
    if any(each.measure is not Measure.VALUE for each in conditions):
        yield ANYTHING
    elif all(each.op in (Op.HAS, Op.FILLED) for each in conditions):
        yield from _opening_ways(question, uses, forks)
    else:
        yield from _all_ways(question, conditions)


def _opening_ways(question: Question, uses: list[Use], forks: frozenset[str]) -> Iterator[tuple[str, ...] | object]:
    """Ticks that only ever open questions: fewer of them than allowed need not be tried."""
    opens = Counter(condition.value for condition, _ in uses if condition.op is Op.HAS)
    keys = [option.key for option in question.options if option.key in opens]
    free = [key for key in keys if key not in question.exclusive]
    size = min(question.max_choices or len(free), len(free))
    if not keys:
        yield (question.options[0].key,)
    elif _open_only_leaves(uses, forks):
        yield tuple(sorted(free, key=lambda key: -opens[key])[:size])
    elif comb(len(free), size) > MOST_WAYS:
        yield ANYTHING
    else:
        yield from combinations(free, size)
    yield from ((key,) for key in keys if key in question.exclusive)


def _open_only_leaves(uses: list[Use], forks: frozenset[str]) -> bool:
    """Then each tick adds its own questions whatever else is ticked: simply take the best ticks."""
    return all(
        condition.op is Op.HAS and len(leaf.show_if) == len(leaf.show_if[0]) == 1 and leaf.key not in forks
        for condition, leaf in uses
    )


def _all_ways(question: Question, conditions: list[Condition]) -> Iterator[tuple[str, ...] | object]:
    """Where a tick can close a question too, every choice among the options that are asked about."""
    asked = {each.value for each in conditions}
    free = [option.key for option in question.options if option.key in asked and option.key not in question.exclusive]
    others = [option.key for option in question.options if option.key not in asked]
    most = min(question.max_choices or len(free), len(free))
    if sum(comb(len(free), size) for size in range(most + 1)) > MOST_WAYS:
        yield ANYTHING
        return
    for size in range(most + 1):
        yield from (chosen for chosen in combinations(free, size) if chosen or others)
    yield from ((option.key,) for option in question.options if option.key in question.exclusive)
    if others:
        yield (others[0],)
