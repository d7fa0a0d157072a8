"""Personalised programmes: what one begins with, how long it runs, what it lacks and what has changed in it."""

from mentoring.rules.programmes.changes import Change, ChangeKind, changes
from mentoring.rules.programmes.checking import Lack, Missing, missing
from mentoring.rules.programmes.dating import SchoolWeeks, is_school_day, school_weeks, week_away
from mentoring.rules.programmes.model import (
    AreaTemplate,
    Evidence,
    Programme,
    Since,
    Step,
    StepTemplate,
    Templates,
)
from mentoring.rules.programmes.parsing import parse_templates
from mentoring.rules.programmes.prefilling import dated, prefill
from mentoring.rules.programmes.terms import Term, TermDoubt, default_term, duration_doubts

__all__ = [
    "AreaTemplate",
    "Change",
    "ChangeKind",
    "Evidence",
    "Lack",
    "Missing",
    "Programme",
    "SchoolWeeks",
    "Since",
    "Step",
    "StepTemplate",
    "Templates",
    "Term",
    "TermDoubt",
    "changes",
    "dated",
    "default_term",
    "duration_doubts",
    "is_school_day",
    "missing",
    "parse_templates",
    "prefill",
    "school_weeks",
    "week_away",
]
