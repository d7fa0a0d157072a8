"""The roadmap's dates in a given year."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mentoring.forms import load
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap import Offset, proposed_days, reminder_days
from mentoring.rules.roadmap_parsing import parse_roadmap

ROADMAP = load().roadmap
CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"), days_off=frozenset({date(2027, 5, 10)}))


def test_the_first_wave_has_its_dates() -> None:
    assert {due.activity.key: due.day for due in ROADMAP.due_dates(2026)} == {
        "a1_regulation": date(2026, 8, 31),
        "a1_pairs_order": date(2026, 9, 30),
        "a1_programmes": date(2026, 9, 30),
        "a2_consents": date(2026, 9, 10),
        "a2_requests": date(2026, 9, 15),
        "a2_bank": date(2026, 9, 20),
        "a3_consents": date(2026, 9, 15),
        "a3_survey": date(2026, 9, 20),
        "a3_bank": date(2026, 9, 25),
        "a4_select": date(2026, 9, 27),
        "a4_materials": date(2026, 10, 15),
        "a4_sessions": date(2026, 10, 15),
        "a5_pairs": date(2026, 9, 30),
        "a5_mid": date(2027, 1, 20),
        "a6_monitoring": date(2027, 5, 15),
        "a6_conference": date(2027, 5, 22),
        "a6_round_table": date(2027, 5, 29),
        "a6_library": date(2027, 5, 31),
        "a7_site": date(2026, 10, 10),
        "a7_report": date(2027, 6, 10),
    }


def test_what_depends_on_a_pair_says_how() -> None:
    without = [each for stage in ROADMAP.stages for each in stage.activities if each.due is None]
    assert [each.key for each in without] == ["a5_programmes", "a5_meetings", "a5_support"]
    assert all(each.due_words for each in without)


def test_what_has_passed_pushes_on_what_comes_after_it() -> None:
    days = [date(2026, 9, day) for day in (10, 15, 20, 25)]
    assert proposed_days(CALENDAR, days, date(2026, 9, 11)) == {
        date(2026, 9, 10): date(2026, 9, 18),
        date(2026, 9, 15): date(2026, 9, 25),
        date(2026, 9, 20): date(2026, 10, 2),
        date(2026, 9, 25): date(2026, 10, 9),
    }  # fmt: skip


def test_a_date_to_come_stays_on_a_day_off() -> None:
    assert proposed_days(CALENDAR, [date(2026, 9, 20)], date(2026, 9, 18)) == {date(2026, 9, 20): date(2026, 9, 20)}


def test_a_stage_may_end_in_the_next_calendar_year() -> None:
    stage = ROADMAP.stages[1]
    assert (stage.starts.in_year(2026), stage.ends.in_year(2026)) == (date(2026, 9, 1), date(2027, 5, 31))


def test_a_teacher_is_reminded_of_the_request_three_times() -> None:
    request = ROADMAP.activity("a2_requests")
    assert request.due is not None
    assert reminder_days(CALENDAR, request.due.in_year(2026), request.teacher_steps) == (
        date(2026, 9, 10), date(2026, 9, 14), date(2026, 9, 16),
    )  # fmt: skip


def test_a_silent_invitation_is_repeated_twice() -> None:
    assert ROADMAP.activity("a2_consents").teacher_steps_from_invitation == (2, 5)
    with pytest.raises(KeyError):
        ROADMAP.activity("a9_nothing")


def test_reminders_of_a_due_saturday_count_from_friday() -> None:
    saturday = date(2027, 5, 15)
    assert reminder_days(CALENDAR, saturday, (-1, 0, 1)) == (
        date(2027, 5, 13), date(2027, 5, 14), date(2027, 5, 17),
    )  # fmt: skip
    assert Offset(next_year=True, month=5, day=15).in_year(2026) == saturday


@pytest.mark.parametrize(
    "change",
    [
        {"due": "15.09"},
        {"due": "Y-02-29"},
        {"due": "Y-13-01"},
        {"teacher_steps": ["-3"]},
        {"due_words": "потом"},
        {"evidence": "hearsay"},
        {"counter": "pupils"},
    ],
)
def test_a_broken_roadmap_is_refused(change: dict[str, object]) -> None:
    activity = {"key": "a", "text": "?", "due": "Y-09-15", "evidence": "list", **change}
    stage = {"key": "s", "title": "?", "term": "?", "starts": "Y-09-01", "ends": "Y-09-30", "activities": [activity]}
    with pytest.raises(ValueError):
        parse_roadmap({"stages": [stage]})


def test_two_activities_may_not_share_a_key() -> None:
    activity = {"key": "a", "text": "?", "due": "Y-09-15", "evidence": "list"}
    stage = {
        "key": "s",
        "title": "?",
        "term": "?",
        "starts": "Y-09-01",
        "ends": "Y-09-30",
        "activities": [activity] * 2,
    }
    with pytest.raises(ValueError, match="one key"):
        parse_roadmap({"stages": [stage]})
