"""What a form is: a dialog written down as data."""

from mentoring.rules.forms.model import (
    Condition,
    Fault,
    Form,
    FormProblem,
    FormProblems,
    Op,
    Option,
    Part,
    Question,
    QuestionKind,
    Tense,
)
from mentoring.rules.forms.parsing import parse_form, parse_options

__all__ = [
    "Condition",
    "Fault",
    "Form",
    "FormProblem",
    "FormProblems",
    "Op",
    "Option",
    "Part",
    "Question",
    "QuestionKind",
    "Tense",
    "parse_form",
    "parse_options",
]
