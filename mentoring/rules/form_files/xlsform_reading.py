"""XLSForm: the sheets «survey», «choices» and «settings». What it has and we have not is named, never left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mentoring.rules.expressions import Language
from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.drafts import Draft, complain_of_needless, known_question, with_rare
from mentoring.rules.form_files.model import CellReason, Grid
from mentoring.rules.form_files.table import Complaints, Place, Row, Table, first_filled, read_table
from mentoring.rules.form_files.workbook import Dictionaries, Workbook
from mentoring.rules.form_files.xlsform_choices import Listed, read_lists
from mentoring.rules.form_files.xlsform_limits import lifted
from mentoring.rules.form_files.xlsform_types import read_asking
from mentoring.rules.form_files.xlsform_words import (
    BEGINNINGS,
    CHOICE_HEADINGS,
    CHOICES,
    ENDINGS,
    OTHER_SHEETS,
    SETTING_HEADINGS,
    SETTINGS,
    SURVEY,
    SURVEY_HEADINGS,
    SURVEY_WORDS,
    one_word,
)
from mentoring.rules.forms import Form, Question, QuestionKind

_NEEDED = (Column.KIND, Column.KEY, Column.TEXT)
_OF_A_GROUP = frozenset({Column.KIND, Column.KEY, Column.TEXT, Column.SHOW_IF})
_WITHIN = re.compile(r"\$\{[^{}]*\}")  # an answer inside a text
_BETWEEN_LABELS = " · "


@dataclass(frozen=True, slots=True)
class _Group:
    what: str
    row: Row


def open_xlsform(grids: Sequence[Grid], complaints: Complaints) -> Workbook | None:
    """None when there is no sheet «survey»."""
    sheets = {grid.title.strip().casefold(): grid for grid in reversed(grids)}
    if SURVEY not in sheets:
        return None
    for title in OTHER_SHEETS:
        if title in sheets and first_filled(sheets[title]) is not None:
            complaints.add(Place(sheets[title].title), CellReason.NOT_SUPPORTED, title)
    survey = read_table(sheets[SURVEY], SURVEY_HEADINGS, complaints)
    for column in _NEEDED:
        if column not in survey.columns:
            complaints.add(survey.whole, CellReason.MISSING_COLUMN, SURVEY_WORDS[column][0])
    lists = read_lists(read_table(sheets.get(CHOICES, Grid(CHOICES, ())), CHOICE_HEADINGS, complaints))
    settings = read_table(sheets.get(SETTINGS, Grid(SETTINGS, ())), SETTING_HEADINGS, complaints)
    said = settings.rows[0] if settings.rows else Row({}, {}, settings.whole, complaints)
    return Workbook(Language.XLSFORM, said, survey, partial(_drafts, survey, lists), lifted)


def _drafts(
    survey: Table, lists: Mapping[str, Listed], base: Form | None, dictionaries: Dictionaries
) -> Iterator[Draft]:
    groups: list[_Group] = []
    for row in survey.rows:
        kind = one_word(row.line(Column.KIND))
        if kind in BEGINNINGS:
            groups.append(_Group(BEGINNINGS[kind], row))
            _check_group(row, kind)
        elif kind in ENDINGS:
            _close(groups, row, ENDINGS[kind])
        else:
            yield _draft(row, [group.row for group in groups], lists, base, dictionaries)
    for group in groups:
        group.row.complain(Column.KIND, CellReason.UNCLOSED_GROUP, group.row.line(Column.KIND))


def _check_group(row: Row, kind: str) -> None:
    if BEGINNINGS[kind] != "group":
        row.complain(Column.KIND, CellReason.NOT_SUPPORTED, row.line(Column.KIND))
    if row.line(Column.APPEARANCE):
        row.complain(Column.APPEARANCE, CellReason.NOT_SUPPORTED, row.line(Column.APPEARANCE))
    for column in SURVEY_WORDS:
        if column not in _OF_A_GROUP and column is not Column.APPEARANCE and row.line(column):
            row.complain(column, CellReason.NEEDLESS, row.line(Column.KIND))
    _check_texts(row)


def _close(groups: list[_Group], row: Row, what: str) -> None:
    if not groups or groups[-1].what != what:
        row.complain(Column.KIND, CellReason.UNCLOSED_GROUP, row.line(Column.KIND))
    else:
        groups.pop()


def _draft(
    row: Row, groups: Sequence[Row], lists: Mapping[str, Listed], base: Form | None, dictionaries: Dictionaries
) -> Draft:
    asking = read_asking(row, lists)
    if asking.kind is not None:
        complain_of_needless(row, asking.kind, row.line(Column.KIND))
        row.needed(Column.TEXT)  # what a device answers by itself has no words
    _check_texts(row)
    plain = Question(
        key=row.needed(Column.KEY),
        kind=asking.kind or QuestionKind.TEXT,
        text=row.text(Column.TEXT),
        help=row.text(Column.HELP),
        section=_BETWEEN_LABELS.join(group.line(Column.TEXT) for group in groups if group.line(Column.TEXT)),
        options=asking.options,
        required=row.flag(Column.REQUIRED),
        constraint_message=row.text(Column.MESSAGE),
    )
    question = with_rare(replace(plain, dictionary=_dictionary(plain, row, base, dictionaries)), row, base)
    return Draft(row, question, tuple(groups), option_places=asking.places, faulty=asking.faulty)


def _dictionary(question: Question, row: Row, base: Form | None, dictionaries: Dictionaries) -> str:
    """Where the options came from, as long as they are what they were."""
    known = known_question(base, question.key)
    if not row.has(Column.DICTIONARY):
        return known.dictionary if known is not None and known.options == question.options else ""
    name = row.line(Column.DICTIONARY)
    if name and name not in dictionaries:
        row.complain(Column.DICTIONARY, CellReason.UNKNOWN_LIST, name, tuple(sorted(dictionaries)))
    return name


def _check_texts(row: Row) -> None:
    for column in (Column.TEXT, Column.HELP, Column.MESSAGE):
        for answer in _WITHIN.findall(row.raw(column)):
            row.complain(column, CellReason.NOT_SUPPORTED, answer)
