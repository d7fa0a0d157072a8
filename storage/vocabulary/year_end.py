"""The words of a year's end that the database and the programme share."""

from enum import StrEnum


class ReportPart(StrEnum):
    """What of the year's report a coordinator writes."""

    CONCLUSIONS = "conclusions"
    PLAN = "plan"


class Carried(StrEnum):
    """What was handed in in a year that is closed: read, never changed; of this year only if its author says so."""

    NO = ""
    ASKED = "asked"
    QUEUE = "queue"  # its author waits for a mentor, and is looked for meanwhile
    OUT = "out"  # they do not take part this year
