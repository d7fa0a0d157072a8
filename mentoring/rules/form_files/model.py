"""A questionnaire as the cells of a workbook, and what can be wrong in them."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.forms import Form


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as text: `rows[0]` is Excel's first row, «» an empty cell; rows may be of different lengths."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class CellReason(StrEnum):
    """What is wrong; each is worded in `mentoring.papers.form_words` together with the way to mend it."""

    MISSING = "missing"  # a cell that must be filled
    UNKNOWN_COLUMN = "unknown_column"  # valid in XLSForm, not kept by us: `value` is its heading
    MISSING_COLUMN = "missing_column"
    DOUBLED_COLUMN = "doubled_column"
    UNKNOWN_KIND = "unknown_kind"
    NOT_SUPPORTED = "not_supported"  # valid XLSForm that the bot cannot ask: repeat, geopoint, audio…
    NO_QUESTIONS = "no_questions"
    TOO_MANY_QUESTIONS = "too_many_questions"  # `value` is how many, the hint is the most
    BAD_KEY = "bad_key"
    DOUBLED_KEY = "doubled_key"
    NO_OPTIONS = "no_options"
    UNKNOWN_LIST = "unknown_list"  # of the sheet «choices», or a dictionary
    DOUBLED_OPTION = "doubled_option"
    LABEL_TOO_LONG = "label_too_long"  # the hint is the most
    TEXT_TOO_LONG = "text_too_long"  # question and help together: `value` is how long, the hint is the most
    WORDS_TOO_LONG = "words_too_long"  # of any other cell: the same
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_VALUE = "unknown_value"  # this column takes a few words only: the hints
    BAD_LIMIT = "bad_limit"  # the hints are the least and the most
    BAD_SCALE = "bad_scale"  # the same
    NEEDLESS = "needless"  # the column means nothing for this kind of question: `value` is the kind
    BAD_EXPRESSION = "bad_expression"  # cannot be read; `value` is the piece
    UNSUPPORTED_FUNCTION = "unsupported_function"
    UNKNOWN_QUESTION = "unknown_question"
    LATER_QUESTION = "later_question"
    CORE_NEEDS_MORE = "core_needs_more"  # the main part cannot hang on a question of the further one
    UNKNOWN_OPTION = "unknown_option"
    BAD_COMPARISON = "bad_comparison"  # this cannot be asked of such an answer
    NO_ANSWER_FITS = "no_answer_fits"  # the limits and the constraint take nothing at all
    TOO_TANGLED = "too_tangled"  # more alternatives than anybody means
    UNCLOSED_GROUP = "unclosed_group"
    KEPT_QUESTION_GONE = "kept_question_gone"  # the programme itself reads this answer
    KEPT_QUESTION_CHANGED = "kept_question_changed"  # its kind or the keys of its options
    CANNOT_CHANGE = "cannot_change"  # what only the bot decides: the hint is how it stays


@dataclass(frozen=True, slots=True)
class CellProblem:
    """`row` and `column` count from 1 as Excel does; column 0 means the whole row, row 0 the whole sheet."""

    sheet: str
    row: int
    column: int
    reason: CellReason
    value: str = ""
    hints: tuple[str, ...] = ()  # what it may have meant, or what is allowed
    at: int = 0  # where in the cell the piece stands, from 1; 0 when the whole cell is meant


@dataclass(frozen=True, slots=True)
class FormFile:
    """What a workbook says: a form, or everything that is wrong with it."""

    form: Form | None
    problems: tuple[CellProblem, ...] = ()
