"""From drafts to questions: their conditions are read in order, each with the questions before it in sight."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mentoring.rules.expressions import Language, Reading, Scope, read
from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.drafts import Draft
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Row
from mentoring.rules.forms import Clause, Question, QuestionKind

Constrain = Callable[[Question, Reading], Question]  # puts a constraint that was read into the question


def questions_of(drafts: Sequence[Draft], language: Language, constrain: Constrain) -> tuple[Question, ...]:
    """Complains of each mistake in a condition at its own cell."""
    names = _names(drafts, language)
    later = {name for several in names for name in several}
    seen: dict[str, Question | None] = {}
    questions = []
    for draft, own_names in zip(drafts, names, strict=True):
        question = replace(draft.question, show_if=_show_if(draft, Scope(language, seen, later)))
        if draft.faulty:
            seen |= dict.fromkeys(own_names)
        else:
            seen |= dict.fromkeys(own_names, question)
            question = constrain(question, _read(draft.row, Column.CONSTRAINT, Scope(language, seen, later, question)))
        questions.append(question)
    return tuple(questions)


def just_constrained(question: Question, reading: Reading) -> Question:
    """After what the question's limits demand, each thing once."""
    return replace(question, constraint=tuple(dict.fromkeys((*question.constraint, *reading.clauses))))


def _show_if(draft: Draft, scope: Scope) -> tuple[Clause, ...]:
    """Those of its groups, then its own."""
    readings = [_read(row, Column.SHOW_IF, scope) for row in (*draft.groups, draft.row)]
    return tuple(dict.fromkeys(clause for reading in readings for clause in reading.clauses))


def _read(row: Row, column: Column, scope: Scope) -> Reading:
    reading = Reading() if row.is_wrong(column) else read(row.raw(column), scope)
    for each in reading.mistakes:
        row.complain(column, CellReason(each.wrong.value), each.piece, each.hints, at=each.at)
    return reading


def _names(drafts: Sequence[Draft], language: Language) -> list[tuple[str, ...]]:
    """XLSForm knows names only. In Russian a question is also «№3» and its own text, unless two have the same."""
    keys = [language.fold(draft.question.key) for draft in drafts]
    if language is Language.XLSFORM:
        return [(key,) for key in keys]
    texts = [language.fold(draft.question.text) for draft in drafts]
    shared = Counter([*keys, *texts])
    numbers = _numbers(drafts)
    return [
        tuple(name for name in (key, next(numbers), text) if name and (name == key or shared[name] <= 1))
        for key, text in zip(keys, texts, strict=True)
    ]


def _numbers(drafts: Sequence[Draft]) -> Iterator[str]:
    """As the column «№» says; without one questions are counted from the top, notes left out as the bot does."""
    count = 0
    for draft in drafts:
        is_asked = draft.question.kind is not QuestionKind.NOTE
        count += is_asked
        number = draft.row.line(Column.NUMBER) if draft.row.has(Column.NUMBER) else str(count) if is_asked else ""
        yield f"№{number}" if number else ""
