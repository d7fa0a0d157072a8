"""Questionnaires as workbooks: the Russian template and XLSForm, both read into the same form."""

from collections.abc import Mapping, Sequence

from mentoring.rules.form_files.model import CellProblem, CellReason, FormFile, Grid
from mentoring.rules.forms import Form, Option

__all__ = ["CellProblem", "CellReason", "FormFile", "Grid", "is_form", "read", "russian", "xlsform"]

Dictionaries = Mapping[str, tuple[Option, ...]]


def is_form(grids: Sequence[Grid]) -> bool:
    """Is this workbook a questionnaire at all? Else it may be a staff list."""
    raise NotImplementedError


def read(grids: Sequence[Grid], known: Mapping[str, Form], dictionaries: Dictionaries) -> FormFile:
    """The form that a workbook says, or all that is wrong with it, by Excel's own rows and columns.

    `known` are the school's present forms by key: what a file does not say is taken from there.
    """
    raise NotImplementedError


def russian(form: Form, dictionaries: Dictionaries) -> tuple[Grid, ...]:
    """The form in the Russian template, the questions first."""
    raise NotImplementedError


def xlsform(form: Form, dictionaries: Dictionaries) -> tuple[Grid, ...]:
    """The form as the sheets «survey», «choices» and «settings» of an XLSForm."""
    raise NotImplementedError
