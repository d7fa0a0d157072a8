"""What is read of events."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.vocabulary.gatherings import Coming, GatheringKind, GatheringState, LineKind, Talk


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event; `starts` is the school's own clock, `gone` attended and were erased since."""

    id: int
    school_id: int
    school_year: int
    kind: GatheringKind
    state: GatheringState
    day: date
    starts: str
    place: str
    places: int | None
    agenda: tuple[str, ...]
    calls: bool
    edition: int
    guests: int
    gone: int
    feedback: int | None
    survey_id: int | None
    evidence_id: int | None
    number: str
    dated_on: date | None
    chair: str
    secretary: str
    invited_at: datetime | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many people of the list; whoever withdrew is in `attended` alone, as a number."""

    listed: int
    invited: int
    comes: int
    refuses: int
    later: int
    attended: int
    talks: int  # offered, no word said of them
    accepted: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a year's events: talks without a word said, events whose day is over and nobody marked, minutes missing."""

    talks: int
    unmarked: int
    minutes: int


@dataclass(frozen=True, slots=True)
class OnList:
    """Somebody whom an event is for; `ticked` is False for a person of the school who is not on its list."""

    id: int  # the person's
    full_name: str
    position: str
    ticked: bool
    invited_at: datetime | None
    answer: Coming
    attended: bool
    talk: str
    talk_state: Talk
    account_id: int | None


@dataclass(frozen=True, slots=True)
class Own:
    """An event as somebody who is invited has answered it."""

    gathering_id: int
    answer: Coming
    attended: bool
    talk: str
    talk_state: Talk


@dataclass(frozen=True, slots=True)
class OfYear:
    """One event of a school year: `attended` counts people of the school, `guests` everybody else.

    `held`: somebody was there.
    """

    id: int
    kind: GatheringKind
    state: GatheringState
    day: date
    invited: int
    attended: int
    guests: int
    number: str  # of the minutes

    @property
    def held(self) -> bool:
        return self.state is GatheringState.INVITED and self.attended + self.guests > 0


@dataclass(frozen=True, slots=True)
class Attended:
    """An event that somebody has been at."""

    id: int
    kind: GatheringKind
    day: date
    school_year: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the minutes; of a decision also whose it is and until when."""

    id: int
    gathering_id: int
    item: int
    kind: LineKind
    text: str
    responsible_id: int | None
    responsible: str | None  # their full name; None too when they withdrew
    due_on: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Task:
    """A decision that somebody is to carry out."""

    id: int
    gathering_id: int
    person_id: int
    full_name: str
    text: str
    kind: GatheringKind
    day: date  # of the event
    due_on: date
    done_at: datetime | None
