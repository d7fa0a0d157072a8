"""An event as a calendar file (RFC 5545): what phones and computers add to their own calendars."""

from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75  # octets


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


def calendar_event(of: CalendarEvent) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//nastavnik//gatherings//RU",
        f"METHOD:{'CANCEL' if of.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{of.uid}",
        f"SEQUENCE:{of.edition}",
        f"DTSTAMP:{_moment(of.made_at)}",
        f"DTSTART:{_moment(of.begins)}",
        f"DTEND:{_moment(of.ends)}",
        f"SUMMARY:{_text(of.title)}",
        f"LOCATION:{_text(of.place)}",
        f"DESCRIPTION:{_text(chr(10).join(of.lines))}",
        f"STATUS:{'CANCELLED' if of.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _moment(of: datetime) -> str:
    return f"{of.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(of: str) -> str:
    for mark in ("\\", ";", ","):
        of = of.replace(mark, f"\\{mark}")
    return of.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line is longer than 75 octets, and no letter is broken in two."""
    parts, room = [""], LONGEST_LINE
    for mark in line:
        if len((parts[-1] + mark).encode()) > room:
            parts.append("")
            room = LONGEST_LINE - 1  # the space that says that the line goes on
        parts[-1] += mark
    return "\r\n ".join(parts)
