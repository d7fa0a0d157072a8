"""A form as an XLSForm that its own tools accept, and that is read into the same form."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from mentoring.rules.expressions import Language, as_xpath
from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.keys import free_key
from mentoring.rules.form_files.model import Grid
from mentoring.rules.form_files.sheet_writing import Cells, flag, grid_of, rare_cells, setting_cells
from mentoring.rules.form_files.workbook import Dictionaries
from mentoring.rules.form_files.xlsform_limits import written
from mentoring.rules.form_files.xlsform_types import AS_LIST, SEARCH
from mentoring.rules.form_files.xlsform_words import (
    CHOICES,
    SELECT_WORDS,
    SETTING_WORDS,
    SETTINGS,
    SURVEY,
    SURVEY_WORDS,
    Choice,
)
from mentoring.rules.forms import Form, Option, Question, QuestionKind
from mentoring.rules.forms.model import CHOICES as OF_CHOICES
from mentoring.rules.forms.model import MANY, NO, YES

_ALWAYS = (
    Column.KIND, Column.KEY, Column.TEXT, Column.HELP, Column.REQUIRED, Column.SHOW_IF, Column.CONSTRAINT,
    Column.MESSAGE, Column.APPEARANCE, Column.PARAMETERS,
)  # fmt: skip
_OF_LISTS = OF_CHOICES | {QuestionKind.YESNO}
_TYPES = {
    QuestionKind.TEXT: "text",
    QuestionKind.NUMBER: "integer",
    QuestionKind.DECIMAL: "decimal",
    QuestionKind.DATE: "date",
    QuestionKind.SCALE: "range",
    QuestionKind.NOTE: "note",
}


def xlsform(form: Form, _dictionaries: Dictionaries) -> tuple[Grid, ...]:
    """The form as the sheets «survey», «choices» and «settings» of an XLSForm, where every list is written out."""
    lists = _lists(form)
    names = {column: words[0] for column, words in SURVEY_WORDS.items()}
    survey = grid_of(SURVEY, names, _ALWAYS, _rows(form, lists))
    choices = [(name, option.key, option.label, option.words) for options, name in lists.items() for option in options]
    heads = tuple(choice.value for choice in Choice)
    settings = setting_cells(form)
    return (
        survey,
        Grid(CHOICES, (heads, *choices)),
        Grid(SETTINGS, (tuple(SETTING_WORDS[each][0] for each in settings), tuple(settings.values()))),
    )


def _lists(form: Form) -> dict[tuple[Option, ...], str]:
    """Each list once, by the name of the first question that offers it."""
    lists: dict[tuple[Option, ...], str] = {}
    for question in form.questions:
        if question.kind in _OF_LISTS:
            lists.setdefault(question.options, question.key)
    return lists


def _rows(form: Form, lists: Mapping[tuple[Option, ...], str]) -> Iterator[Cells]:
    """Questions of one section stand in a group of that label."""
    questions = {question.key: question for question in form.questions}
    taken = set(questions)
    for section, together in groupby(form.questions, key=lambda question: question.section):
        cells = [_cells(question, questions, lists) for question in together]
        if section:
            name = free_key("group", taken)
            taken.add(name)
            yield {Column.KIND: "begin_group", Column.KEY: name, Column.TEXT: section}
        yield from cells
        if section:
            yield {Column.KIND: "end_group"}


def _cells(question: Question, questions: Mapping[str, Question], lists: Mapping[tuple[Option, ...], str]) -> Cells:
    return {
        Column.KIND: _type(question, lists),
        Column.KEY: question.key,
        Column.TEXT: question.text,
        Column.HELP: question.help,
        Column.REQUIRED: flag(question.required, Language.XLSFORM),
        Column.SHOW_IF: as_xpath(question.show_if, questions),
        Column.CONSTRAINT: written(question),
        Column.MESSAGE: question.constraint_message,
        Column.APPEARANCE: _appearance(question),
        Column.PARAMETERS: _parameters(question),
        Column.DICTIONARY: question.dictionary,
        **rare_cells(question, Language.XLSFORM),
    }


def _type(question: Question, lists: Mapping[tuple[Option, ...], str]) -> str:
    if question.kind in _OF_LISTS:
        return f"{SELECT_WORDS[question.kind in MANY]} {lists[question.options]}"
    return _TYPES[question.kind]


def _appearance(question: Question) -> str:
    if question.kind is QuestionKind.SINGLE and question.options == (YES, NO):
        return AS_LIST
    return SEARCH if question.kind is QuestionKind.DICT_MULTI else ""


def _parameters(question: Question) -> str:
    """A scale says its ends even where they are the usual ones, for XLSForm has others in mind."""
    if question.kind is not QuestionKind.SCALE:
        return ""
    return f"start={question.options[0].key} end={question.options[-1].key} step=1"
