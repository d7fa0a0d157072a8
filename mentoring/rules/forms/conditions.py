"""Conditions as a raw table writes them: `{q = "mark", lte = 4}`, and `{any = […]}` where one of several is enough."""

import re
from collections.abc import Mapping

from mentoring.rules.forms.faults import Fault
from mentoring.rules.forms.model import Clause, Condition, Measure, Op
from mentoring.rules.forms.sheet import Sheet

VALUELESS = frozenset({Op.EMPTY, Op.FILLED})

Raw = Mapping[str, object]

_KEY = re.compile(r"[a-z0-9_]+", re.ASCII)


def clauses(sheet: Sheet, field: str, of: str = "") -> tuple[Clause, ...]:
    """The clauses of one field; `of` is the question where a condition names none."""
    read = (_clause(sheet, row, of) for row in sheet.tables(field))
    return tuple(dict.fromkeys(clause for clause in read if clause))


def joined(clause: Clause) -> Clause:
    """One condition for several equalities with keys of one question: a clause is written in one way only."""
    places: dict[str, int] = {}
    found: list[Condition] = []
    for each in clause:
        keys = _keys(each)
        if not keys or each.question not in places:
            places |= {each.question: len(found)} if keys else {}
            found.append(_among(each.question, keys) if keys else each)
        else:
            place = places[each.question]
            found[place] = _among(each.question, _keys(found[place]) + keys)
    return tuple(dict.fromkeys(found))


def _keys(condition: Condition) -> tuple[str, ...]:
    """The keys that it compares with; a day is no key, and days are compared one by one."""
    values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    if condition.op not in (Op.EQ, Op.IN) or condition.measure is not Measure.VALUE:
        return ()
    keys = tuple(value for value in values if isinstance(value, str) and _KEY.fullmatch(value))
    return keys if len(keys) == len(values) else ()


def _among(question: str, keys: tuple[str, ...]) -> Condition:
    wanted = tuple(dict.fromkeys(keys))
    return Condition(question, Op.IN, wanted) if len(wanted) > 1 else Condition(question, Op.EQ, wanted[0])


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
    if not isinstance(value, str | int | float | tuple) or not _suits(Op(ops[0]), value) or measure not in set(Measure):
        sheet.complain(Fault.BAD_CONDITION, ops[0])
        return None
    return Condition(target, Op(ops[0]), value, Measure(str(measure)))


def _suits(op: Op, value: str | float | tuple[str, ...]) -> bool:
    """One of several for IN, True for what compares with nothing, a single value for the others."""
    if op in VALUELESS:
        return value is True
    return isinstance(value, tuple) == (op is Op.IN) and value != ()
