"""A form as the Russian template, so that it is read into the same form."""

from collections.abc import Mapping

from mentoring.rules.expressions import Language, as_russian
from mentoring.rules.form_files.columns import TENSES, Column
from mentoring.rules.form_files.model import Grid
from mentoring.rules.form_files.option_lines import write_options
from mentoring.rules.form_files.russian_limits import write_limits
from mentoring.rules.form_files.russian_words import (
    COLUMN_WORDS,
    KIND_WORDS,
    QUESTIONS_SHEET,
    SETTING_WORDS,
    SETTINGS_SHEET,
)
from mentoring.rules.form_files.sheet_writing import Cells, flag, grid_of, rare_cells, setting_cells, word_of
from mentoring.rules.form_files.workbook import Dictionaries
from mentoring.rules.forms import Form, Question, Tense
from mentoring.rules.forms.model import CHOICES, SELF

_ALWAYS = (
    Column.KEY, Column.TEXT, Column.KIND, Column.OPTIONS, Column.REQUIRED, Column.HELP, Column.SHOW_IF, Column.LEAST,
    Column.MOST, Column.SECTION, Column.CONSTRAINT, Column.MESSAGE,
)  # fmt: skip


def russian(form: Form, dictionaries: Dictionaries) -> tuple[Grid, ...]:
    """The form in the Russian template, the questions first."""
    questions = {question.key: question for question in form.questions}
    headings = {column: words[0] for column, words in COLUMN_WORDS.items()}
    rows = (_cells(question, questions, dictionaries) for question in form.questions)
    settings = tuple((SETTING_WORDS[name][0], value) for name, value in setting_cells(form).items())
    return grid_of(QUESTIONS_SHEET, headings, _ALWAYS, rows), Grid(SETTINGS_SHEET, settings)


def _cells(question: Question, questions: Mapping[str, Question], dictionaries: Dictionaries) -> Cells:
    limits, left = write_limits(question)
    return {
        Column.KEY: question.key,
        Column.TEXT: question.text,
        Column.KIND: KIND_WORDS[question.kind][0],
        Column.OPTIONS: write_options(question, dictionaries) if question.kind in CHOICES else "",
        Column.REQUIRED: flag(question.required, Language.RUSSIAN),
        Column.HELP: question.help,
        Column.SHOW_IF: as_russian(question.show_if, questions),
        **limits,
        Column.SECTION: question.section,
        Column.CONSTRAINT: as_russian(left, {SELF: question}),
        Column.MESSAGE: question.constraint_message,
        Column.TENSE: "" if question.tense is Tense.ANY else word_of(question.tense, TENSES, Language.RUSSIAN),
        **rare_cells(question, Language.RUSSIAN),
    }
