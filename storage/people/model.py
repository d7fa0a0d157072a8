"""What is read of a person, and whom lists show."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.vocabulary import ConsentDecision, PaperState, PersonState, RunState


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    school_id: int
    account_id: int | None
    full_name: str
    position: str
    subjects: tuple[str, ...]
    levels: tuple[str, ...]
    experience: str
    state: PersonState
    paused_until: date | None
    erase_by: date | None
    knocked: bool  # came without a link or a code, after wrong ones
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the people list: who, and how far they have come."""

    id: int
    full_name: str
    position: str
    state: PersonState
    account_id: int | None
    erase_by: date | None
    reachable: bool | None
    data_decision: ConsentDecision | None
    contact_decision: ConsentDecision | None
    paper: PaperState | None
    request: RunState | None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Somebody who is to be erased on that day: has withdrawn, or has left the school."""

    id: int
    full_name: str
    search_name: str
    position: str
    erase_by: date
    has_left: bool


@dataclass(frozen=True, slots=True)
class Traces:
    """What goes with a person, counted."""

    forms: int
    pairs: int
    questions: int


@dataclass(frozen=True, slots=True)
class Names:
    id: int
    full_name: str
    search_name: str
    position: str


COLUMNS = """id, school_id, account_id, full_name, position, subjects, levels, experience, state,
              paused_until, erase_by, knocked, created_at"""

STANDING = """SELECT p.id, p.full_name, p.position, p.state, p.account_id, p.erase_by, a.reachable,
       d.decision AS data_decision, c.decision AS contact_decision, w.state AS paper, f.state AS request
FROM person p
LEFT JOIN account a ON a.id = p.account_id
LEFT JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
LEFT JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
LEFT JOIN form_run f ON f.id = (SELECT MAX(id) FROM form_run WHERE person_id = p.id AND form_key = 'needs')
"""
# Whom lists show: neither tombstones, nor those not let in, nor an account that came without a name,
# nor who withdrew: they stand under «Уничтожить данные» alone.
LISTED = """p.school_id = :school_id AND p.state IN ('invited', 'active') AND p.full_name <> ''
            AND p.erase_by IS NULL"""
# Who is hidden by `erase_by` has withdrawn the consent when that is the last word of the ledger, else left the school.
HAS_LEFT = """COALESCE((SELECT c.decision FROM consent c WHERE c.id =
              (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')), '') <> 'withdrawn'"""
