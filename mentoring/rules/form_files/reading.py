"""From a workbook to a form, or to everything that is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mentoring.rules.form_files.assembly import questions_of
from mentoring.rules.form_files.checking import check, check_kept
from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.model import CellReason, FormFile, Grid
from mentoring.rules.form_files.russian_reading import open_russian
from mentoring.rules.form_files.russian_words import COLUMN_WORDS
from mentoring.rules.form_files.settings import settle
from mentoring.rules.form_files.table import Complaints, Place
from mentoring.rules.form_files.workbook import Dictionaries, Workbook
from mentoring.rules.form_files.xlsform_reading import open_xlsform
from mentoring.rules.forms import Form
from mentoring.rules.forms.model import MOST_QUESTIONS
from mentoring.rules.forms.writing import same


def is_form(grids: Sequence[Grid]) -> bool:
    """Is this workbook a questionnaire at all? Else it may be a staff list."""
    return _opened(grids, Complaints()) is not None


def read(grids: Sequence[Grid], known: Mapping[str, Form], dictionaries: Dictionaries) -> FormFile:
    """The form that a workbook says, or all that is wrong with it, by Excel's own rows and columns.

    `known` are the school's present forms by key: what a file does not say is taken from there. A form that differs
    from its present version is the next version of it.
    """
    complaints = Complaints()
    book = _opened(grids, complaints)
    if book is None:
        for column in (Column.TEXT, Column.KIND):
            complaints.add(Place(""), CellReason.MISSING_COLUMN, COLUMN_WORDS[column][0])
        return FormFile(None, complaints.listed(()))
    titles = [grid.title for grid in grids]
    if complaints.has(book.questions.whole):  # without its columns nothing in the sheet makes sense
        return FormFile(None, complaints.listed(titles))
    form, base = _read(book, known, dictionaries, complaints)
    problems = complaints.listed(titles)
    if problems:
        return FormFile(None, problems)
    if base is None:
        return FormFile(form)
    return FormFile(form if same(form, base) else replace(form, version=base.version + 1))


def _opened(grids: Sequence[Grid], complaints: Complaints) -> Workbook | None:
    return open_xlsform(grids, complaints) or open_russian(grids, complaints)


def _read(
    book: Workbook, known: Mapping[str, Form], dictionaries: Dictionaries, complaints: Complaints
) -> tuple[Form, Form | None]:
    whole = book.questions.whole
    form, base = settle(book.settings, known, len(book.questions.rows))
    drafts = list(book.drafts(base, dictionaries))
    if len(drafts) > MOST_QUESTIONS:
        complaints.add(whole, CellReason.TOO_MANY_QUESTIONS, str(len(drafts)), (str(MOST_QUESTIONS),))
    if base is not None:
        check_kept(base, drafts, whole, complaints)
    drafts = drafts[:MOST_QUESTIONS]
    form = replace(form, questions=questions_of(drafts, book.language, book.constrain))
    check(form, drafts, whole, complaints)
    return form, base
