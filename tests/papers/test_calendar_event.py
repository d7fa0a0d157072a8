"""A calendar file: times in UTC, marks escaped, long lines folded without breaking a letter."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.calendar_event import calendar_event
from mentoring.papers.calendar_values import CalendarEvent

BEGINS = datetime(2026, 9, 17, 15, 30, tzinfo=timezone(timedelta(hours=3)))


def event(**about: object) -> CalendarEvent:
    usual: dict[str, object] = {
        "uid": "gathering-1-1@nastavnik",
        "edition": 2,
        "title": "Круглый стол, Школа № 12",
        "place": "Кабинет 12",
        "lines": ("Итоги; планы, вопросы", "Разное"),
        "begins": BEGINS,
        "ends": BEGINS + timedelta(minutes=90),
        "made_at": datetime(2026, 9, 8, 9, 0, tzinfo=UTC),
    }
    return CalendarEvent(**{**usual, **about})  # type: ignore[arg-type]  # facts of a test


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_file_says_what_when_and_where() -> None:
    lines = unfolded(calendar_event(event()))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {
        "DTSTART:20260917T123000Z",
        "DTEND:20260917T140000Z",
        "DTSTAMP:20260908T090000Z",
        "SEQUENCE:2",
        "SUMMARY:Круглый стол\\, Школа № 12",
        "LOCATION:Кабинет 12",
        "DESCRIPTION:Итоги\\; планы\\, вопросы\\nРазное",
        "STATUS:CONFIRMED",
    } <= set(lines)


def test_what_is_cancelled_takes_itself_out_of_a_calendar() -> None:
    assert {"METHOD:CANCEL", "STATUS:CANCELLED"} <= set(unfolded(calendar_event(event(cancelled=True))))


@given(title=st.text(st.characters(exclude_categories=("C", "Z")), max_size=200))
def test_no_line_is_longer_than_75_octets_and_every_letter_comes_back(title: str) -> None:
    content = calendar_event(event(title=title))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (summary,) = [line for line in unfolded(content) if line.startswith("SUMMARY:")]
    read = summary.removeprefix("SUMMARY:").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert read == title
