"""A pair or group, who is in it, and how both are read."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.vocabulary.pairs import EndReason, Format, LeaveReason, Origin, PairKind, PairState, Side


@dataclass(frozen=True, slots=True)
class Pairing:
    id: int
    school_id: int
    school_year: int
    kind: PairKind
    format: Format
    state: PairState
    origin: Origin
    why: str
    terms: str  # JSON
    made_at: datetime
    state_at: datetime
    order_id: int | None
    starts_on: date | None
    ends_on: date | None
    leaves_on: date | None
    leave_reason: LeaveReason | None
    leave_given_on: date | None
    ended_on: date | None
    end_reason: EndReason | None


@dataclass(frozen=True, slots=True)
class PairMember:
    """Somebody in a pair, as they are called today; `left_at` of whoever is in it no more."""

    pairing_id: int
    person_id: int
    side: Side
    external: bool
    full_name: str
    position: str
    account_id: int | None
    joined_at: datetime
    left_at: datetime | None

    @property
    def id(self) -> int:
        return self.person_id


@dataclass(frozen=True, slots=True)
class Move:
    state: PairState
    reason: str
    moved_by: int | None
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class StateCount:
    state: PairState
    pairs: int


@dataclass(frozen=True, slots=True)
class Used:
    """How many open pairs and groups somebody is the mentor of: a group takes one place."""

    person_id: int
    places: int


@dataclass(frozen=True, slots=True)
class Met:
    """A mentee and a mentor who are, or were, in one pair or were offered to be."""

    mentee_id: int
    mentor_id: int
    state: PairState
    end_reason: EndReason | None


COLUMNS = """g.id, g.school_id, g.school_year, g.kind, g.format, g.state, g.origin, g.why, g.terms, g.made_at,
              g.state_at, g.order_id, g.starts_on, g.ends_on, g.leaves_on, g.leave_reason, g.leave_given_on,
              g.ended_on, g.end_reason"""
MEMBER = """SELECT m.pairing_id, m.person_id, m.side, m.external, p.full_name, p.position, p.account_id, m.joined_at,
                    m.left_at
             FROM pairing_member m JOIN person p ON p.id = m.person_id"""
# By what a coordinator has to do: unanswered, without an order, at work, on pause, over.
RANK = """CASE g.state WHEN 'proposed' THEN 0 WHEN 'agreed' THEN 1 WHEN 'ordered' THEN 2 WHEN 'active' THEN 3
                        WHEN 'paused' THEN 4 ELSE 5 END"""
