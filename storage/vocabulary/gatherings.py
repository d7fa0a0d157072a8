"""Words of events. Values are what the database stores: never renamed."""

from enum import StrEnum


class GatheringKind(StrEnum):
    SESSION = "session"  # where mentors are set up for their work
    CONSULTATION = "consultation"
    SEMINAR = "seminar"
    CONFERENCE = "conference"
    ROUND_TABLE = "round_table"


class GatheringState(StrEnum):
    """Held is none of them: it has taken place when somebody was there."""

    DRAFT = "draft"
    INVITED = "invited"
    CANCELLED = "cancelled"


class Group(StrEnum):
    """Who may be put on the list at once."""

    MENTORS = "mentors"
    MENTEES = "mentees"
    PAIRS = "pairs"
    EVERYBODY = "everybody"


class Coming(StrEnum):
    """What somebody who is invited has said."""

    SILENT = "silent"
    COMES = "comes"
    REFUSES = "refuses"
    LATER = "later"


class Talk(StrEnum):
    """A talk that somebody wants to give."""

    NONE = "none"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    THANKED = "thanked"  # it was not taken


class LineKind(StrEnum):
    """A line of the minutes."""

    HEARD = "heard"
    DECIDED = "decided"
