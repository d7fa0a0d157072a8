"""A pair's programme, its steps and its approved versions as they are read."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.vocabulary.pairs import ProgrammeState, Side


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    pairing_id: int
    state: ProgrammeState
    version: int  # of the last approval, 0 before the first
    content: str  # JSON
    starts_on: date
    ends_on: date
    note: str  # what the coordinator wants changed
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class StepRow:
    id: int
    pairing_id: int
    area: str
    activity: str
    form: str
    due_on: date | None
    result: str
    evidence: str
    done_on: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """`kept_by` is the coordinator's name as it is today."""

    version: int
    content: str  # JSON
    changes: str  # JSON
    kept_by: str
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How many pairs in an order need a programme, and how many have an approved one."""

    approved: int
    needed: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """Somebody of a pair at work whose programme was never sent; `ordered_on` is the day of the pair's order."""

    pairing_id: int
    person_id: int
    side: Side
    ordered_on: date


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody of a pair whose programme the coordinator wants changed."""

    pairing_id: int
    person_id: int
    note: str


@dataclass(frozen=True, slots=True)
class Approved:
    """Somebody of a pair whose programme a coordinator, another than they, has approved."""

    pairing_id: int
    person_id: int
    version: int
    approved_at: datetime


@dataclass(frozen=True, slots=True)
class Awaited:
    """A mentor whose programme has steps to do; `changed_at` is when its plan was changed last."""

    pairing_id: int
    person_id: int
    changed_at: datetime


PROGRAMME = "r.pairing_id, r.state, r.version, r.content, r.starts_on, r.ends_on, r.note, r.changed_at"
STEP = "s.id, s.pairing_id, s.area, s.activity, s.form, s.due_on, s.result, s.evidence, s.done_on, s.done_at"
