"""A pair's personalised programme, and the templates that one begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DATE = "{date}"  # in a goal's wording: the last day of the programme


class Evidence(StrEnum):
    """By what a step is known to be done."""

    NOTE = "note"
    VISIT_MENTOR = "visit_mentor"  # the mentee was at a lesson of the mentor's
    VISIT_MENTEE = "visit_mentee"
    FILE = "file"  # its title only
    EVENT = "event"
    MON_MID = "mon_mid"
    MON_END = "mon_end"


class Since(StrEnum):
    """From where a template's weeks are counted."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do; `area` is a key of the dictionary, «» for what every programme has."""

    activity: str
    area: str = ""
    form: str = ""
    due_on: date | None = None
    result: str = ""
    evidence: Evidence = Evidence.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What a pair wants to come to and how. What is not decided is «», empty or None."""

    areas: tuple[str, ...] = ()
    problem: str = ""  # in the mentee's words, else the areas
    goal: str = ""
    tasks: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    expected: tuple[str, ...] = ()
    product: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTemplate:
    """A step without its day; `weeks` are school weeks, below zero before the end."""

    activity: str
    form: str
    result: str
    evidence: Evidence
    weeks: int
    since: Since = Since.START


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTemplate:
    key: str
    label: str
    goal: str
    tasks: tuple[str, ...]
    expected: tuple[str, ...]
    steps: tuple[StepTemplate, ...]


@dataclass(frozen=True, slots=True)
class Templates:
    """`common` is what every programme has, in the order of its time; `hint` is how a goal is worded."""

    hint: str
    common: tuple[StepTemplate, ...]
    areas: Mapping[str, AreaTemplate]
