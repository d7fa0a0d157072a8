"""The words that tables, rules and handlers share. Values are what the database stores: never renamed."""

from enum import StrEnum


class Channel(StrEnum):
    """The messenger that an account lives in."""

    TELEGRAM = "telegram"


class Role(StrEnum):
    """What a person may do in the school. A deputy has a coordinator's rights."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    DIRECTOR = "director"
    PSYCHOLOGIST = "psychologist"
    TEACHER = "teacher"


class PersonState(StrEnum):
    """How a person stands to the programme, whatever their consent says."""

    INVITED = "invited"  # in the staff list, no account yet
    WAITING = "waiting"  # came by the staff room's link or with rights, the coordinator has not approved
    ACTIVE = "active"
    REFUSED = "refused"  # came so, the coordinator did not let in
    ERASED = "erased"  # a nameless tombstone


class Privacy(StrEnum):
    """Where files with names go: into the chat, or into a folder on the server."""

    NORMAL = "normal"
    STRICT = "strict"


class InviteKind(StrEnum):
    """Whom an invitation lets in."""

    PERSON = "person"  # one person of the staff list
    ROLE = "role"  # made on the command line: whoever has it gets the role
    STAFF_ROOM = "staff_room"  # one link for everybody, approved by the coordinator


class ConsentKind(StrEnum):
    """Separate records: one never stands for another."""

    DATA = "data"
    CONTACT = "contact"


class ConsentDecision(StrEnum):
    """What the person decided; the ledger keeps each decision, the last one holds."""

    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"  # nobody's act: the term that the text named is over


class Source(StrEnum):
    """How a decision or an answer reached us."""

    TAP = "tap"
    TYPED = "typed"
    PAPER = "paper"
    STAFF_LIST = "staff_list"


class PaperState(StrEnum):
    """The signed sheet's way; only the received one counts."""

    TO_PRINT = "to_print"
    PRINTED = "printed"
    RECEIVED = "received"


class RunState(StrEnum):
    """One person's way through one form."""

    OPEN = "open"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    ABANDONED = "abandoned"


class NoticePolicy(StrEnum):
    """What a crash in the middle of sending may do to a message."""

    ONCE = "once"  # may be missing, never doubled
    AT_LEAST_ONCE = "atleast"  # may be doubled, never missing


class Delivery(StrEnum):
    """A row of the outbox from planned to known."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


class InboxState(StrEnum):
    """An update's way; a dead one was parked after it failed three times."""

    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class JobState(StrEnum):
    """Heavy work for the worker process."""

    DUE = "due"
    DONE = "done"
    FAILED = "failed"


class EvidenceKind(StrEnum):
    """By what an activity of the roadmap is done."""

    DOCUMENT = "document"  # a number and a date
    REGISTRY = "registry"
    COUNTER = "counter"
    DECISION = "decision"
    LIST = "list"
    EVENT = "event"
    NOTES = "notes"
    LINK = "link"
    WORDS = "words"  # none of these: the coordinator has written why it counts as done
    NOT_APPLICABLE = "not_applicable"  # there is nothing to be done this year, and why


class Open(StrEnum):
    """What schools' roadmaps leave unsaid of a stage: the coordinator is asked, nothing is assumed."""

    YEAR = "year"  # «в течение учебного года»: until which day?
    RESPONSIBLE = "responsible"  # nobody is named
    PARTICIPANTS = "participants"  # those are named whom the stage is about, and who may not see the banks
    PERIOD = "period"  # «в течение отчётного периода»: from when until when?
    WANTED = "wanted"  # not in every school's document: is there such a stage at all?


class Audience(StrEnum):
    """To whom a coordinator writes."""

    EVERYBODY = "everybody"
    SILENT = "silent"  # have not handed in a request
    MENTEES = "mentees"  # have handed in one
    MENTORS = "mentors"  # ready, by the mentor questionnaire
    COORDINATORS = "coordinators"


class AnnouncementState(StrEnum):
    """From the preview to the sending, and to an end of it before everybody was reached."""

    DRAFT = "draft"
    SENT = "sent"
    STOPPED = "stopped"


class RoadmapState(StrEnum):
    """A roadmap that a school has sent: nothing is scheduled from a draft."""

    DRAFT = "draft"
    ACCEPTED = "accepted"


class WordingKind(StrEnum):
    """What a school has confirmed the cases of, by its spelling."""

    DIRECTOR = "director"
    POST = "post"
