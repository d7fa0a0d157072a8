"""Questionnaires as workbooks: the Russian template and XLSForm, both read into the same form."""

from mentoring.rules.form_files.model import CellProblem, CellReason, FormFile, Grid
from mentoring.rules.form_files.reading import is_form, read
from mentoring.rules.form_files.russian_writing import russian
from mentoring.rules.form_files.xlsform_writing import xlsform

__all__ = ["CellProblem", "CellReason", "FormFile", "Grid", "is_form", "read", "russian", "xlsform"]
