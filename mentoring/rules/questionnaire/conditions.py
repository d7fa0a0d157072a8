"""Does an answer pass a condition?"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from mentoring.rules.forms import Clause, Condition, Measure, Op
from mentoring.rules.forms.model import TODAY

Value = str | int | float | bool | tuple[str, ...]
Answers = Mapping[str, Value | None]

_OF_NOTHING = frozenset({Op.NE, Op.HAS_NOT, Op.EMPTY})
_TESTS: dict[Op, Callable[[Value, Value], bool]] = {
    Op.EQ: lambda said, wanted: said == wanted,
    Op.NE: lambda said, wanted: said != wanted,
    Op.IN: lambda said, wanted: isinstance(wanted, tuple) and said in wanted,
    Op.HAS: lambda said, wanted: isinstance(said, tuple) and wanted in said,
    Op.HAS_NOT: lambda said, wanted: isinstance(said, tuple) and wanted not in said,
    Op.LT: lambda said, wanted: _order(said, wanted) < 0,
    Op.LTE: lambda said, wanted: _order(said, wanted) <= 0,
    Op.GT: lambda said, wanted: _order(said, wanted) > 0,
    Op.GTE: lambda said, wanted: _order(said, wanted) >= 0,
    Op.EMPTY: lambda _said, _wanted: False,
    Op.FILLED: lambda _said, _wanted: True,
}


def all_hold(clauses: Iterable[Clause], answers: Answers) -> bool:
    """A question that is hidden or unanswered counts as answered with nothing."""
    return all(any(holds(condition, answers.get(condition.question)) for condition in clause) for clause in clauses)


def passes(clauses: Iterable[Clause], said: Value, today: date | None) -> bool:
    """Is it an answer that the question's own constraint takes?"""
    return all(any(holds(condition, said, today) for condition in clause) for clause in clauses)


def holds(condition: Condition, said: Value | None, today: date | None = None) -> bool:
    if said is None and condition.measure is Measure.VALUE:
        return condition.op in _OF_NOTHING
    wanted = condition.value
    if wanted == TODAY:
        if today is None:
            raise ValueError("a condition on today needs the day")
        wanted = today.isoformat()
    return _TESTS[condition.op](_measured(condition.measure, said), wanted)


def _measured(measure: Measure, said: Value | None) -> Value:
    """Of no answer nothing is ticked, and it is no letter long."""
    if measure is Measure.VALUE and said is not None:
        return said
    return len(said) if isinstance(said, str | tuple) else 0


def _order(said: Value, wanted: Value) -> float:
    """Numbers by size, days by their ISO text; the form's checks let nothing else be compared."""
    if isinstance(said, str) and isinstance(wanted, str):
        return (said > wanted) - (said < wanted)
    if isinstance(said, int | float) and isinstance(wanted, int | float):
        return said - wanted
    raise TypeError("only numbers and days are larger or smaller")
