"""Any tree of conditions as clauses that must all hold, each by one of its conditions: the shape a form keeps."""

from itertools import chain, product
from math import prod

from mentoring.rules.expressions.model import Every, Mistake, Not, Some, Tree, Unreadable, Wrong
from mentoring.rules.forms import Clause, Condition, Measure, Op
from mentoring.rules.forms.conditions import joined
from mentoring.rules.forms.model import SELF

MOST_CLAUSES = 64
MOST_CONDITIONS = 32  # in one clause

_OPPOSITES = {
    Op.EQ: Op.NE,
    Op.HAS: Op.HAS_NOT,
    Op.LT: Op.GTE,
    Op.GT: Op.LTE,
    Op.EMPTY: Op.FILLED,
}
_OPPOSITES |= {after: before for before, after in _OPPOSITES.items()}
_ORDER = frozenset({Op.LT, Op.LTE, Op.GT, Op.GTE})


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Raises Unreadable when there are more alternatives than anybody means."""
    found = tuple(dict.fromkeys(joined(clause) for clause in _clauses(tree) if clause))
    if len(found) > MOST_CLAUSES or any(len(clause) > MOST_CONDITIONS for clause in found):
        raise Unreadable(Mistake(Wrong.TOO_TANGLED, "", 1))
    return found


def _clauses(tree: Tree) -> tuple[Clause, ...]:
    match tree:
        case Every(parts):
            return tuple(chain.from_iterable(_clauses(part) for part in parts))
        case Some(parts):
            return _distributed([_clauses(part) for part in parts])
        case Not(part):
            return _clauses(_opposite(part))
    return ((tree,),)


def _distributed(alternatives: list[tuple[Clause, ...]]) -> tuple[Clause, ...]:
    if prod(len(each) for each in alternatives) > MOST_CLAUSES:
        raise Unreadable(Mistake(Wrong.TOO_TANGLED, "", 1))
    return tuple(tuple(dict.fromkeys(chain.from_iterable(chosen))) for chosen in product(*alternatives))


def _opposite(tree: Tree) -> Tree:
    match tree:
        case Every(parts):
            return Some(tuple(Not(part) for part in parts))
        case Some(parts):
            return Every(tuple(Not(part) for part in parts))
        case Not(part):
            return part
    return _opposite_condition(tree)


def _opposite_condition(of: Condition) -> Tree:
    """No answer at all is neither more nor less than anything, so it passes where «more» is denied."""
    denied = Condition(of.question, _OPPOSITES[of.op], of.value, of.measure)
    if of.op in _ORDER and of.measure is Measure.VALUE and of.question != SELF:
        return Some((denied, Condition(of.question, Op.EMPTY, True)))
    return denied
