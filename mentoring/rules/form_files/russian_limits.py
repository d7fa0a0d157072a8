"""«Наименьшее» and «Наибольшее»: of a number itself, of a text's length, of how many are ticked, of a scale's marks."""

from collections.abc import Sequence
from dataclasses import replace

from mentoring.rules.expressions.writing import digits
from mentoring.rules.form_files.columns import MEANT, Column
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Row
from mentoring.rules.forms import Clause, Condition, Measure, Op, Option, Question, QuestionKind
from mentoring.rules.forms.model import MANY, SCALE_ENDS, SELF, marks

Limits = tuple[Clause, ...]

_NUMBERS = frozenset({QuestionKind.NUMBER, QuestionKind.DECIMAL})
_USUAL_LENGTH = 500


def read_limits(question: Question, row: Row) -> tuple[Question, Limits]:
    """The limits that a question has fields for go there, the others come back as clauses."""
    if question.kind not in MEANT[Column.MOST]:
        return question, ()
    whole = question.kind is not QuestionKind.DECIMAL
    least, most = row.number(Column.LEAST, whole=whole), row.number(Column.MOST, whole=whole)
    if question.kind is QuestionKind.SCALE:
        return replace(question, options=_marks(row, least, most)), ()
    if least is not None and most is not None and least > most:
        row.complain(Column.LEAST, CellReason.BAD_LIMIT, row.line(Column.LEAST), ("", row.line(Column.MOST)))
    limits = () if least is None else (_limit(question.kind, Op.GTE, least),)
    if most is None:
        return question, limits
    if question.kind in _NUMBERS:
        return question, (*limits, _limit(question.kind, Op.LTE, most))
    if question.kind in MANY:
        return replace(question, max_choices=int(most)), limits
    return replace(question, max_len=int(most)), limits


def write_limits(question: Question) -> tuple[dict[Column, str], Sequence[Clause]]:
    """The two cells, and the clauses that are left for «Условие ответа»."""
    least, left = _taken(question, Op.GTE, question.constraint)
    most = ""
    if question.kind in _NUMBERS:
        most, left = _taken(question, Op.LTE, left)
    elif question.kind is QuestionKind.SCALE:
        ends = int(question.options[0].key), int(question.options[-1].key)
        least, most = ("", "") if ends == SCALE_ENDS else (str(ends[0]), str(ends[1]))
    elif question.max_choices is not None:
        most = str(question.max_choices)
    elif question.max_len != _USUAL_LENGTH:
        most = str(question.max_len)
    return {Column.LEAST: least, Column.MOST: most}, left


def _limit(kind: QuestionKind, op: Op, value: float) -> Clause:
    measure = Measure.COUNT if kind in MANY else Measure.LENGTH if kind is QuestionKind.TEXT else Measure.VALUE
    return (Condition(SELF, op, value, measure),)


def _marks(row: Row, least: float | None, most: float | None) -> tuple[Option, ...]:
    start, end = SCALE_ENDS[0] if least is None else int(least), SCALE_ENDS[1] if most is None else int(most)
    if not 0 <= start < end <= SCALE_ENDS[1]:
        wrong = Column.MOST if row.line(Column.MOST) else Column.LEAST
        row.complain(wrong, CellReason.BAD_SCALE, f"{start}–{end}", ("0", str(SCALE_ENDS[1])))
        return ()
    return marks(start, end)


def _taken(question: Question, op: Op, clauses: Sequence[Clause]) -> tuple[str, Sequence[Clause]]:
    """Off the front alone, so that the order of the clauses stays."""
    first = clauses[0][0] if clauses and question.kind in MEANT[Column.LEAST] - {QuestionKind.SCALE} else None
    if (
        first is None
        or not isinstance(first.value, int | float)
        or clauses[0] != _limit(question.kind, op, first.value)
    ):
        return "", clauses
    return digits(first.value).replace(".", ","), clauses[1:]
