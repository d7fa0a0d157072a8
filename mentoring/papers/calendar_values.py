"""What a calendar file of an event is made of: plain values, for any process."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Times are aware. A file of a later edition changes what an earlier one has put into a calendar."""

    uid: str
    edition: int
    title: str
    place: str
    lines: tuple[str, ...]
    begins: datetime
    ends: datetime
    made_at: datetime
    cancelled: bool = False
