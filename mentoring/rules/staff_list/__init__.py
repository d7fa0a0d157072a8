"""The staff list: rows of a sheet become people, or say what is wrong with them; all at once."""

from mentoring.rules.staff_list.checking import check
from mentoring.rules.staff_list.matching import Candidate, Likeness, Named, match, match_surely
from mentoring.rules.staff_list.model import (
    Column,
    Dictionaries,
    Problem,
    Reason,
    Severity,
    StaffEntry,
    StaffList,
    StaffRow,
)

__all__ = [
    "Candidate",
    "Column",
    "Dictionaries",
    "Likeness",
    "Named",
    "Problem",
    "Reason",
    "Severity",
    "StaffEntry",
    "StaffList",
    "StaffRow",
    "check",
    "match",
    "match_surely",
]
