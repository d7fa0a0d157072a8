"""The pairs of a school as its papers show them: everything in words, people as they are to be read."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PairMark(StrEnum):
    """What is shown of a pair: how far it is."""

    ACTIVE = "работает"
    AGREED = "ждёт приказа"
    OFFERED = "предложена"
    PAUSED = "на паузе"
    ENDED = "завершена"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """One line of «Пары»; full names as in the staff list, a None or «» is an empty cell."""

    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    mark: PairMark
    format: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    order_number: str = ""
    order_on: date | None = None
    consents: str = ""
    programme: str = ""
    meetings: int = 0
    last_meeting_on: date | None = None
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One line of «Без пары»."""

    name: str
    days: int
    areas: str = ""
    offered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsBook:
    """All that the workbook says; the same book gives the same bytes."""

    school: str
    school_year: str
    made_on: str
    made_at: datetime
    pairs: tuple[PairLine, ...]
    waiting: tuple[WaitingLine, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """Two people may be called alike: the id tells them apart."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PairLink:
    """A pair or a group of the picture: everybody of one side with everybody of the other."""

    mentors: tuple[NetworkPerson, ...]
    mentees: tuple[NetworkPerson, ...]
    mark: PairMark


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsNetwork:
    """What the picture shows; names are short, `waiting` are mentees without a pair, `free` mentors without one."""

    school: str
    school_year: str
    made_on: str
    links: tuple[PairLink, ...]
    waiting: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
