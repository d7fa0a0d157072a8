"""The words of pairs, programmes and of those who wait for a mentor. Values are what the database stores."""

from enum import StrEnum


class PairKind(StrEnum):
    """One mentee or several."""

    PAIR = "pair"
    GROUP = "group"


class Format(StrEnum):
    """How a pair works («форма наставничества»)."""

    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    REMOTE = "remote"
    SHORT_TERM = "short_term"
    SITUATIONAL = "situational"
    REVERSE = "reverse"
    SPEED = "speed"


class PairState(StrEnum):
    """A pair's way; which moves there are stands in `mentoring.rules.pair_moves`."""

    PROPOSED = "proposed"  # its members are asked
    AGREED = "agreed"  # everybody has said yes; the order is not signed yet
    ORDERED = "ordered"  # stands in an order
    ACTIVE = "active"  # at work
    PAUSED = "paused"
    ENDED = "ended"


class Origin(StrEnum):
    """How a pair came to be."""

    MATCHED = "matched"  # out of the proposal for the whole school, or of the ranking for one mentee
    BY_HAND = "by_hand"
    BROUGHT = "brought"  # was at work before the bot was


class Side(StrEnum):
    """What a person is in this pair: never a property of the person."""

    MENTOR = "mentor"
    MENTEE = "mentee"


class OfferState(StrEnum):
    """What a member was asked and has said."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"  # no answer in time: back to the coordinator
    CALLED_BACK = "called_back"  # there is nothing to answer any more


class EndReason(StrEnum):
    """Why a pair is over: a closed list, for health and family are nobody's business."""

    NOT_AGREED = "not_agreed"  # it never was one
    TERM = "term"  # the time of the programme is over
    MENTOR = "mentor"  # the mentor has given notice
    EMPLOYER = "employer"  # the school has taken the work back
    MENTEE = "mentee"  # the mentee wants another mentor, or none
    TRANSFER = "transfer"
    LEFT = "left"  # the school
    MUTUAL = "mutual"
    REPLACED = "replaced"
    CONSENT = "consent"  # a member has withdrawn consent to the processing of data


class LeaveReason(StrEnum):
    """Whose notice of three working days it is."""

    MENTOR = "mentor"
    EMPLOYER = "employer"


class Tie(StrEnum):
    """What a coordinator decides or knows of a mentee and a mentor before they are matched."""

    PINNED = "pinned"
    FORBIDDEN = "forbidden"
    RELATIVE = "relative"  # a soft warning
    SUPERIOR = "superior"  # a soft warning: one is the other's direct superior


class OrderKind(StrEnum):
    """What an order says of pairs."""

    ASSIGN = "assign"
    CHANGE = "change"
    END = "end"


class PairPaper(StrEnum):
    """What is signed on paper for a pair."""

    CONSENT = "consent"  # the mentor's to the work, the mentee's to taking part
    AGREEMENT = "agreement"  # the mentor's, supplementary to the labour contract


class PairPaperState(StrEnum):
    TO_PRINT = "to_print"
    PRINTED = "printed"
    RECEIVED = "received"
    NOT_NEEDED = "not_needed"  # helping newcomers is a part of this person's work already


class ProgrammeState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"  # to the coordinator
    APPROVED = "approved"
    CLOSED = "closed"


class ProgrammeResult(StrEnum):
    FULL = "full"
    PART = "part"
    FAILED = "failed"


class Contact(StrEnum):
    """What kind of meeting it was."""

    TALK = "talk"
    VISIT_MENTOR = "visit_mentor"  # the mentor's lesson was visited
    VISIT_MENTEE = "visit_mentee"
    ONLINE = "online"
    EVENT = "event"


class NoteAnswer(StrEnum):
    """What another member says of a note; silence is no confirmation."""

    NONE = ""
    CONFIRMED = "confirmed"
    OTHERWISE = "otherwise"


class MeetingState(StrEnum):
    """A meeting that is to be."""

    CHOSEN = "chosen"
    AGREED = "agreed"
    MOVED = "moved"
    HELD = "held"
    DROPPED = "dropped"


class Fit(StrEnum):
    """Does the pair suit."""

    GOOD = "good"
    UNSURE = "unsure"
    BAD = "bad"


class LeftQueue(StrEnum):
    """By whose word nobody is looked for any more."""

    OWN_WISH = "own_wish"
    DECISION = "decision"


class Support(StrEnum):
    """What somebody without a pair is offered meanwhile."""

    MATERIALS = "materials"
    CONSULTATION = "consultation"
    GROUP = "group"
    PSYCHOLOGIST = "psychologist"


class SupportState(StrEnum):
    OFFERED = "offered"
    WANTED = "wanted"
    DECLINED = "declined"
    HELD = "held"


class MaterialKind(StrEnum):
    LINK = "link"
    FILE = "file"


class MaterialState(StrEnum):
    """A proposal's way to the coordinator; what a coordinator adds is kept at once."""

    DRAFT = "draft"  # its author has not sent it yet
    PROPOSED = "proposed"
    KEPT = "kept"
    DECLINED = "declined"  # «Спасибо, не сейчас»


class MaterialAudience(StrEnum):
    """Whom a material is for."""

    MENTORS = "mentors"
    MENTEES = "mentees"
    BOTH = "both"


class SheetKind(StrEnum):
    """What a school may send of its own in Excel, beside people and questionnaires."""

    PAIRS = "pairs"
    TIMETABLE = "timetable"
