"""What the two notations write alike: sheets without empty columns, the rarer columns, the settings."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from mentoring.rules.expressions import Language
from mentoring.rules.form_files.columns import CHECKS, NO, PARTS, YES, Column, Setting
from mentoring.rules.form_files.model import Grid
from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.forms.model import Check

Cells = Mapping[Column, str]

_FLAGS = {Language.RUSSIAN: (YES, NO), Language.XLSFORM: ("yes", "no")}


def grid_of(title: str, headings: Mapping[Column, str], always: Collection[Column], rows: Iterable[Cells]) -> Grid:
    """The columns in the order of the headings; those not in `always` only if there is something in them."""
    cells = list(rows)
    columns = [column for column in headings if column in always or any(row.get(column) for row in cells)]
    head = tuple(headings[column] for column in columns)
    return Grid(title, (head, *(tuple(row.get(column, "") for column in columns) for row in cells)))


def flag(value: bool, language: Language) -> str:
    """A word, or an empty cell for no."""
    return _FLAGS[language][0] if value else ""


def rare_cells(question: Question, language: Language) -> Cells:
    """A question that is typed says either way whether it warns, for an empty cell would mean the usual."""
    warns, silent = _FLAGS[language]
    unsaid = silent if question.kind is QuestionKind.TEXT else ""
    return {
        Column.HEADING: question.heading,
        Column.EXAMPLE: question.example,
        Column.LOW: question.low,
        Column.HIGH: question.high,
        Column.PART: "" if question.part is Part.CORE else word_of(question.part, PARTS, language),
        Column.PRIVATE: flag(question.private, language),
        Column.SENSITIVE: flag(question.sensitive, language),
        Column.CAUTION: warns if question.caution else unsaid,
        Column.CHECK: "" if question.check is Check.NONE else word_of(question.check, CHECKS, language),
    }


def word_of(of: StrEnum, words: Mapping[str, StrEnum], language: Language) -> str:
    """The first word that means it."""
    return of.value if language is Language.XLSFORM else next(word for word, meant in words.items() if meant is of)


def setting_cells(form: Form) -> Mapping[Setting, str]:
    """What a workbook may change, and the version for whoever looks at it."""
    return {
        Setting.KEY: form.key,
        Setting.TITLE: form.title,
        Setting.MINUTES: str(form.minutes),
        Setting.INTRO: form.intro,
        Setting.OUTRO: form.outro,
        Setting.VERSION: str(form.version),
    }
