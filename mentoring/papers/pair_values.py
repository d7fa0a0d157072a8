"""What the papers of pairs say: orders, consents. Already in words; what is not known is «» or None."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentoring.rules.declension import Cases, Confirmed

SYSTEM_GROUND = "письмо Минпросвещения России и Профсоюза образования от 21.12.2021 № АЗ-1128/08 / 657"
DIRECTOR = "Директор"


class EndReason(StrEnum):
    """Why a pair ends: a closed list, so that nobody's health or family is ever printed."""

    TERM_OVER = "term_over"
    MENTOR_REFUSED = "mentor_refused"
    CANCELLED = "cancelled"  # by the employer
    TRANSFER = "transfer"
    DISMISSAL = "dismissal"
    MUTUAL = "mutual"


class PairChangeKind(StrEnum):
    MENTOR_REPLACED = "mentor_replaced"
    MENTOR_ADDED = "mentor_added"
    MENTEES = "mentees"  # somebody has come into the group or left it
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """Names are whole and in the nominative; `school_year` is the year it begins in."""

    full_name: str
    school_year: int
    short_name: str = ""
    city: str = ""
    director: str = ""
    director_post: str = DIRECTOR
    director_cases: Confirmed | None = None
    coordinator: str = ""
    coordinator_post: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An order of the school by its number and day."""

    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """`id` tells namesakes apart and is never printed; an external one does not work at the school."""

    name: str
    post: str = ""
    id: int = 0
    consented_on: date | None = None
    is_external: bool = False
    cases: Cases | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pair or a group. What is only said in the consents is last."""

    mentors: tuple[Participant, ...]
    mentees: tuple[Participant, ...]
    format: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    goal: str = ""
    content: str = "помощь в освоении работы, посещение и разбор уроков, консультации, участие в подготовке программы"
    volume: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderHead:
    """`grounds` are the acts besides the regulation and the labour code: the region's, the founder's."""

    school: School
    regulation: Act = field(default_factory=Act)
    grounds: tuple[str, ...] = (SYSTEM_GROUND,)
    agreements_by: str = ""  # the post, and perhaps the name, of who draws up the agreements


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignOrder:
    """`with_programmes` is not of speed and situational pairs alone."""

    head: OrderHead
    pairs: tuple[Pair, ...]
    programmes_due_on: date | None = None
    with_programmes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChange:
    """`pair` is as it becomes since that day; `order` is the one that it was assigned by."""

    pair: Pair
    kind: PairChangeKind
    order: Act = field(default_factory=Act)
    since: date | None = None
    former_mentors: tuple[Participant, ...] = ()
    former_ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOrder:
    head: OrderHead
    changes: tuple[PairChange, ...]
    programmes_due_on: date | None = None
    with_programmes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEnding:
    """`notice_on` is when the other side was told, three working days before `ends_on`."""

    pair: Pair
    order: Act = field(default_factory=Act)
    ends_on: date | None = None
    reason: EndReason | None = None
    notice_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOrder:
    head: OrderHead
    endings: tuple[PairEnding, ...]


Order = AssignOrder | ChangeOrder | EndOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A mentor's early refusal; no reason is asked."""

    school: School
    mentor: Participant
    mentees: tuple[Participant, ...]
    order: Act = field(default_factory=Act)
    since: date | None = None
