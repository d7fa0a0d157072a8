"""What a staff list is before and after it is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.vocabulary import Role


class Column(StrEnum):
    """What we read from the sheet; whatever else stands there is left alone."""

    NAME = "name"
    POSITION = "position"
    SUBJECTS = "subjects"
    LEVELS = "levels"
    EXPERIENCE = "experience"
    ROLE = "role"


class Severity(StrEnum):
    """An error keeps its row out of the list; a warning waits for the coordinator's yes."""

    ERROR = "error"
    WARNING = "warning"


class Reason(StrEnum):
    """What is wrong with a cell. Only the name can keep a row out: the rest is asked of the person later."""

    NAME_MISSING = "name_missing"
    NAME_IMPLAUSIBLE = "name_implausible"
    NAME_LATIN = "name_latin"
    NAME_TWICE = "name_twice"
    NAME_TOO_LONG = "name_too_long"
    NAME_LIKE_DOCUMENT = "name_like_document"
    NAME_FORMULA = "name_formula"
    LOOKS_LIKE_DOCUMENT = "looks_like_document"
    TOO_LONG = "too_long"
    SUBJECT_UNKNOWN = "subject_unknown"
    LEVEL_UNKNOWN = "level_unknown"
    EXPERIENCE_UNKNOWN = "experience_unknown"
    ROLE_UNKNOWN = "role_unknown"


_ERRORS = frozenset(
    {
        Reason.NAME_MISSING,
        Reason.NAME_IMPLAUSIBLE,
        Reason.NAME_LATIN,
        Reason.NAME_TOO_LONG,
        Reason.NAME_LIKE_DOCUMENT,
        Reason.NAME_FORMULA,
    }
)


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A row as it was read; `row` is its number in Excel, `is_formula`: the name is one without a value."""

    row: int
    name: str
    position: str = ""
    subjects: str = ""
    levels: str = ""
    experience: str = ""
    role: str = ""
    is_formula: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionaries:
    """The options of the form's three questions, key → label: what cells are read into."""

    subjects: Mapping[str, str]
    levels: Mapping[str, str]
    experience: Mapping[str, str]
    subject_words: Mapping[str, str] = field(default_factory=dict)  # further words that a subject is known by


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A person who may be imported; what was not understood is empty and is asked later."""

    row: int
    full_name: str
    position: str
    subjects: tuple[str, ...]
    levels: tuple[str, ...]
    experience: str
    role: Role


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one cell.

    `value` is the piece that was not understood (nothing when it looks like a document), `hints` are labels
    it may have meant (for NAME_LATIN: the letters), `rows` are the other rows with the same name.
    """

    row: int
    column: Column
    reason: Reason
    value: str = ""
    hints: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.reason in _ERRORS else Severity.WARNING


@dataclass(frozen=True, slots=True)
class StaffList:
    """The rows that may be imported, and everything there is to say about the sheet, in the sheet's order."""

    entries: tuple[StaffEntry, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)
