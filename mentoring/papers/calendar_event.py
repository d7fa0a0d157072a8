"""An event as a calendar file (RFC 5545): what phones and computers add to their own calendars."""

from datetime import UTC

from icalendar import Calendar, Event

from mentoring.papers.calendar_values import CalendarEvent


def calendar_event(of: CalendarEvent) -> bytes:
    event = Event()
    event.add("uid", of.uid)
    event.add("sequence", of.edition)
    event.add("dtstamp", of.made_at.astimezone(UTC))
    event.add("dtstart", of.begins.astimezone(UTC))
    event.add("dtend", of.ends.astimezone(UTC))
    event.add("summary", of.title)
    event.add("location", of.place)
    event.add("description", "\n".join(of.lines))
    event.add("status", "CANCELLED" if of.cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//nastavnik//gatherings//RU")
    calendar.add("method", "CANCEL" if of.cancelled else "PUBLISH")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
