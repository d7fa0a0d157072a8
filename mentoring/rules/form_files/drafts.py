"""A question as its row says it, before its conditions are read; and the columns that both notations share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mentoring.rules.form_files.columns import CHECKS, MEANT, PARTS, Column
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Place, Row
from mentoring.rules.forms import Form, Question, QuestionKind


@dataclass(frozen=True, slots=True)
class Draft:
    """`groups` are the rows whose condition holds for this question too; `option_places` are by key.

    `faulty` means that nothing may be concluded from its kind and options.
    """

    row: Row
    question: Question
    groups: tuple[Row, ...] = ()
    option_places: Mapping[str, Place] = field(default_factory=dict)
    faulty: bool = False


def known_question(base: Form | None, key: str) -> Question | None:
    """The question of the present form, if there is one of this key."""
    return next((question for question in base.questions if question.key == key), None) if base else None


def complain_of_needless(row: Row, kind: QuestionKind, said: str) -> None:
    """Of every cell that means nothing for this kind; `said` is the kind as the workbook calls it."""
    for column, kinds in MEANT.items():
        if kind not in kinds and row.line(column):
            row.complain(column, CellReason.NEEDLESS, said)


def with_rare(question: Question, row: Row, base: Form | None) -> Question:
    """With what most questionnaires do without: a sheet that has no such column leaves a known question as it is."""
    known = known_question(base, question.key)
    before = known or question
    alike = known if known is not None and known.kind is question.kind else question
    return replace(
        question,
        heading=row.text(Column.HEADING) if row.has(Column.HEADING) else before.heading,
        example=row.text(Column.EXAMPLE) if row.has(Column.EXAMPLE) else before.example,
        low=row.text(Column.LOW) if row.has(Column.LOW) else alike.low,
        high=row.text(Column.HIGH) if row.has(Column.HIGH) else alike.high,
        part=row.word(Column.PART, PARTS, question.part) if row.has(Column.PART) else before.part,
        private=row.flag(Column.PRIVATE) if row.has(Column.PRIVATE) else before.private,
        sensitive=row.flag(Column.SENSITIVE) if row.has(Column.SENSITIVE) else before.sensitive,
        check=row.word(Column.CHECK, CHECKS, question.check) if row.has(Column.CHECK) else alike.check,
        caution=_caution(question, row, base, known),
        keep=known is not None and known.keep,
        swot=alike.swot,
    )


def _caution(question: Question, row: Row, base: Form | None, known: Question | None) -> bool:
    """Where nothing is said, a typed answer is warned of as in the form's other questions, in a new form always."""
    wary = base is None or any(each.caution for each in base.questions)
    if known is not None and not row.has(Column.CAUTION):
        return known.caution
    return row.flag(Column.CAUTION, default=wary and question.kind is QuestionKind.TEXT)
