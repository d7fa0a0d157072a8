"""What a question has fields for and XLSForm only the constraint: lifted out of it, and written into it."""

from collections.abc import Iterator
from dataclasses import replace

from mentoring.rules.expressions import Every, Not, Reading, Tree, as_xpath, clauses_of
from mentoring.rules.forms import Clause, Condition, Measure, Op, Question, QuestionKind, Tense
from mentoring.rules.forms.model import MANY, SELF, TODAY

_USUAL_LENGTH = 500
_TENSES = {Op.LTE: Tense.PAST, Op.GT: Tense.FUTURE}
_OPPOSITES = {Op.LTE: Op.GT, Op.GT: Op.LTE}


def lifted(question: Question, reading: Reading) -> Question:
    """The question with its limits in their fields, and the rest as its constraint."""
    left: list[Tree] = []
    for part in _parts(reading.tree):
        limited = _limited(question, part)
        if limited is None:
            left.append(part)
        else:
            question = limited
    return replace(question, constraint=clauses_of(Every(tuple(left))))


def written(question: Question) -> str:
    """The constraint; a clause that only looks like one of the fields is written as a denial, which is not lifted."""
    pieces = [*_fields(question), *(_clause(clause, question) for clause in question.constraint)]
    return pieces[0] if len(pieces) == 1 else " and ".join(f"({each})" if " or " in each else each for each in pieces)


def _parts(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, Every):
        for part in tree.parts:
            yield from _parts(part)
    else:
        yield tree


def _limited(question: Question, part: Tree) -> Question | None:
    """None when the part is no limit, or the question has such a limit already."""
    match part:
        case Condition(value=int(most), op=Op.LTE, measure=Measure.COUNT) if question.max_choices is None:
            return replace(question, max_choices=most) if 1 <= most <= len(question.options) else None
        case Condition(value=int(most), op=Op.LTE, measure=Measure.LENGTH) if question.max_len == _USUAL_LENGTH:
            return replace(question, max_len=most) if most >= 1 else None
        case Condition(value=value, op=Op.LTE | Op.GT as op) if value == TODAY and question.tense is Tense.ANY:
            return replace(question, tense=_TENSES[op])
        case Not(Every((Condition(value=str(key), op=Op.HAS), other))) if other == _MORE_THAN_ONE:
            return replace(question, exclusive=question.exclusive | {key})
    return None


_MORE_THAN_ONE = Condition(SELF, Op.GT, 1, Measure.COUNT)


def _fields(question: Question) -> Iterator[str]:
    if question.max_choices is not None:
        yield f"count-selected(.) <= {question.max_choices}"
    if question.kind is QuestionKind.TEXT and question.max_len != _USUAL_LENGTH:
        yield f"string-length(.) <= {question.max_len}"
    if question.tense is not Tense.ANY:
        yield ". <= today()" if question.tense is Tense.PAST else ". > today()"
    for option in question.options:
        if option.key in question.exclusive and question.kind in MANY:
            yield f"not(selected(., '{option.key}') and count-selected(.) > 1)"


def _clause(clause: Clause, question: Question) -> str:
    free = replace(question, max_choices=None, max_len=_USUAL_LENGTH, tense=Tense.ANY)
    first = clause[0]
    if len(clause) > 1 or _limited(free, first) is None:
        return as_xpath((clause,), {SELF: question})
    return f"not({as_xpath(((replace(first, op=_OPPOSITES[first.op]),),), {SELF: question})})"
