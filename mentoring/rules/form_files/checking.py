"""What must be true of the whole form, said at the cells that make it false."""

from collections.abc import Sequence

from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.drafts import Draft
from mentoring.rules.form_files.keys import key_of
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Complaints, Place
from mentoring.rules.forms import Fault, Form
from mentoring.rules.forms.checks import LABEL_LIMIT, TEXT_LIMIT, WORDS_LIMITS, placed_faults
from mentoring.rules.forms.model import CHOICES
from mentoring.rules.questionnaire.ways import can_be_answered

# The settings check the form's own key, and conditions are checked word by word as they are read.
_FAULTS = {
    Fault.DUPLICATE_KEY: (CellReason.DOUBLED_KEY, Column.KEY),
    Fault.BAD_KEY: (CellReason.BAD_KEY, Column.KEY),
    Fault.RESERVED_KEY: (CellReason.BAD_KEY, Column.KEY),
    Fault.TEXT_TOO_LONG: (CellReason.TEXT_TOO_LONG, Column.TEXT),
    Fault.WORDS_TOO_LONG: (CellReason.WORDS_TOO_LONG, Column.TEXT),
    Fault.NO_OPTIONS: (CellReason.NO_OPTIONS, Column.OPTIONS),
    Fault.LABEL_TOO_LONG: (CellReason.LABEL_TOO_LONG, Column.OPTIONS),
    Fault.DUPLICATE_LABEL: (CellReason.DOUBLED_OPTION, Column.OPTIONS),
    Fault.NEEDLESS_FIELD: (CellReason.NEEDLESS, Column.OPTIONS),
    Fault.BAD_LIMIT: (CellReason.BAD_LIMIT, Column.MOST),
    Fault.NOT_ASKED: (CellReason.NEEDLESS, Column.REQUIRED),
    Fault.CORE_NEEDS_MORE: (CellReason.CORE_NEEDS_MORE, Column.SHOW_IF),
}
_WORDS = {
    "heading": Column.HEADING,
    "section": Column.SECTION,
    "low": Column.LOW,
    "high": Column.HIGH,
    "example": Column.EXAMPLE,
    "constraint_message": Column.MESSAGE,
}


def check(form: Form, drafts: Sequence[Draft], whole: Place, complaints: Complaints) -> None:
    """A cell that something is wrong with already is not complained of again."""
    found = []
    for at, fault, detail in placed_faults(form):
        if at is None:
            if fault is Fault.NO_QUESTIONS:
                complaints.add(whole, CellReason.NO_QUESTIONS)
        elif fault in _FAULTS and not complaints.has(_place(drafts[at], fault, detail)):
            found.append((drafts[at], fault, detail))
    for draft, fault, detail in found:
        value, hints = _said(draft, fault, detail)
        complaints.add(_place(draft, fault, detail), _FAULTS[fault][0], value, hints)
    for question, draft in zip(form.questions, drafts, strict=True):
        column = Column.CONSTRAINT if draft.row.line(Column.CONSTRAINT) else Column.LEAST
        if question.constraint and not (draft.faulty or draft.row.is_wrong(column) or can_be_answered(question)):
            draft.row.complain(column, CellReason.NO_ANSWER_FITS)


def check_kept(base: Form, drafts: Sequence[Draft], whole: Place, complaints: Complaints) -> None:
    """What the programme itself reads may be reworded, not dropped and not turned into something else."""
    by_key = {draft.question.key: draft for draft in drafts}
    for known in base.questions:
        draft = by_key.get(known.key)
        if not known.keep or (draft is not None and draft.faulty):
            continue
        keys = tuple(option.key for option in known.options)
        if draft is None:
            complaints.add(whole, CellReason.KEPT_QUESTION_GONE, known.key, (known.title,))
        elif draft.question.kind is not known.kind:
            draft.row.complain(Column.KIND, CellReason.KEPT_QUESTION_CHANGED, known.key, (known.kind.value,))
        elif {option.key for option in draft.question.options} != set(keys):
            column = Column.OPTIONS if known.kind in CHOICES else Column.MOST
            draft.row.complain(column, CellReason.KEPT_QUESTION_CHANGED, known.key, keys)


def _place(draft: Draft, fault: Fault, detail: str) -> Place:
    """Of a fault with an option's key, the option's own."""
    column = _WORDS[detail] if fault is Fault.WORDS_TOO_LONG else _FAULTS[fault][1]
    if column is Column.KEY and detail != draft.question.key:
        column = Column.OPTIONS
    here = draft.row.place(column)
    return draft.option_places.get(detail, here) if column is Column.OPTIONS else here


def _said(draft: Draft, fault: Fault, detail: str) -> tuple[str, tuple[str, ...]]:
    question = draft.question
    option = question.option(detail)
    match fault:
        case Fault.LABEL_TOO_LONG | Fault.DUPLICATE_LABEL:
            return option.label if option else detail, (str(LABEL_LIMIT),) if fault is Fault.LABEL_TOO_LONG else ()
        case Fault.BAD_KEY | Fault.RESERVED_KEY:
            is_own = option is None or detail == question.key
            return detail, (key_of(question.text if option is None or is_own else option.label, (), "q"),)
        case Fault.TEXT_TOO_LONG:
            return detail, (str(TEXT_LIMIT),)
        case Fault.WORDS_TOO_LONG:
            return str(len(getattr(question, detail))), (str(WORDS_LIMITS[detail]),)
        case Fault.BAD_LIMIT:
            return draft.row.line(Column.MOST), ("1", str(len(question.options) or ""))
        case Fault.NEEDLESS_FIELD | Fault.NOT_ASKED:
            return draft.row.line(Column.KIND), ()
    return detail, ()
