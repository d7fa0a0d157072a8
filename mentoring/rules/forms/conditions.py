"""Conditions as a raw table writes them: `{q = "mark", lte = 4}`, and `{any = […]}` where one of several is enough."""

from collections.abc import Mapping

from mentoring.rules.forms.model import Clause, Condition, Fault, Measure, Op
from mentoring.rules.forms.sheet import Sheet

VALUELESS = frozenset({Op.EMPTY, Op.FILLED})

Raw = Mapping[str, object]


def clauses(sheet: Sheet, field: str, of: str = "") -> tuple[Clause, ...]:
    """The clauses of one field; `of` is the question where a condition names none."""
    read = (_clause(sheet, row, of) for row in sheet.tables(field))
    return tuple(clause for clause in read if clause)


def joined(clause: Clause) -> Clause:
    """One condition for several equalities on one question, so that a clause is written in one way only."""
    first = clause[0]
    same = all(each.op in (Op.EQ, Op.IN) and each.question == first.question for each in clause)
    if not same or not all(isinstance(value, str) for each in clause for value in _values(each)):
        return tuple(dict.fromkeys(clause))
    wanted = tuple(dict.fromkeys(str(value) for each in clause for value in _values(each)))
    if len(wanted) == 1:
        return (Condition(first.question, Op.EQ, wanted[0], first.measure),)
    return (Condition(first.question, Op.IN, wanted, first.measure),)


def _values(condition: Condition) -> tuple[object, ...]:
    return condition.value if isinstance(condition.value, tuple) else (condition.value,)


def _clause(sheet: Sheet, row: Raw, of: str) -> Clause:
    rows = row["any"] if set(row) == {"any"} else [row]
    if not isinstance(rows, list) or not all(isinstance(each, Mapping) for each in rows):
        sheet.complain(Fault.BAD_CONDITION, "any")
        return ()
    read = [_condition(sheet, each, of) for each in rows]
    known = tuple(each for each in read if each is not None)
    return joined(known) if known and len(known) == len(read) else ()


def _condition(sheet: Sheet, row: Raw, of: str) -> Condition | None:
    ops = [name for name in row if name not in ("q", "of")]
    target, measure = row.get("q", of), row.get("of", Measure.VALUE.value)
    if not isinstance(target, str) or not target or len(ops) != 1 or ops[0] not in set(Op):
        sheet.complain(Fault.BAD_CONDITION, ", ".join(row))
        return None
    value = row[ops[0]]
    if isinstance(value, list):
        value = tuple(str(item) for item in value)
    is_list = isinstance(value, tuple)
    if not isinstance(value, str | int | float | tuple) or is_list != (ops[0] == Op.IN) or measure not in set(Measure):
        sheet.complain(Fault.BAD_CONDITION, ops[0])
        return None
    return Condition(target, Op(ops[0]), value, Measure(str(measure)))
