"""The words of practice cards. Values are what the database stores."""

from enum import StrEnum


class CardState(StrEnum):
    """A card's way; the moves stand in `mentoring.practices`."""

    SENT = "sent"  # to the coordinator
    RETURNED = "returned"  # with a question
    ACCEPTED = "accepted"  # stands in the library, unless its author lets nobody see it
    TAKEN_BACK = "taken_back"  # by its author


class Publish(StrEnum):
    """What the author allows: a consent of its own, given and taken back at any time."""

    NAMED = "named"
    NAMELESS = "nameless"
    NEVER = "never"  # the author and the coordinator alone see it


class CardField(StrEnum):
    """What of a card is written in words, and may be reworded. Each is a column of the table."""

    TITLE = "title"
    AREAS = "areas"
    USEFUL_TO = "useful_to"
    PROBLEM = "problem"
    DONE = "done"
    RESULT = "result"
    LINKS = "links"
