"""What a form is: a dialog written down as data."""

from mentoring.rules.forms.faults import Fault, FormProblem, FormProblems
from mentoring.rules.forms.model import (
    Clause,
    Condition,
    Form,
    Measure,
    Op,
    Option,
    Part,
    Question,
    QuestionKind,
    Tense,
)
from mentoring.rules.forms.parsing import parse_form, parse_options
from mentoring.rules.forms.writing import raw_of

__all__ = [
    "Clause",
    "Condition",
    "Fault",
    "Form",
    "FormProblem",
    "FormProblems",
    "Measure",
    "Op",
    "Option",
    "Part",
    "Question",
    "QuestionKind",
    "Tense",
    "parse_form",
    "parse_options",
    "raw_of",
]
