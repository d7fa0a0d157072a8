"""The roadmap's dates in a given year."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mentoring.forms import load
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap import Offset, parse_roadmap, proposed_days, reminder_days

ROADMAP = load().roadmap
CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"), days_off=frozenset({date(2027, 5, 10)}))


def test_stages_two_and_three_have_their_dates() -> None:
    assert [(due.stage.key, due.activity.key, due.day) for due in ROADMAP.due_dates(2026)] == [
        ("s2_mentee_bank", "a2_consents", date(2026, 9, 10)),
        ("s2_mentee_bank", "a2_requests", date(2026, 9, 15)),
        ("s2_mentee_bank", "a2_bank", date(2026, 9, 20)),
        ("s3_mentor_bank", "a3_consents", date(2026, 9, 15)),
        ("s3_mentor_bank", "a3_survey", date(2026, 9, 20)),
        ("s3_mentor_bank", "a3_bank", date(2026, 9, 25)),
    ]


def test_what_has_passed_pushes_on_what_comes_after_it() -> None:
    days = [due.day for due in ROADMAP.due_dates(2026)]
    assert proposed_days(CALENDAR, days, date(2026, 9, 11)) == {
        date(2026, 9, 10): date(2026, 9, 18),
        date(2026, 9, 15): date(2026, 9, 25),
        date(2026, 9, 20): date(2026, 10, 2),
        date(2026, 9, 25): date(2026, 10, 9),
    }  # fmt: skip


def test_a_date_to_come_is_proposed_on_the_working_day_before_a_day_off() -> None:
    assert proposed_days(CALENDAR, [date(2026, 9, 20)], date(2026, 9, 18)) == {date(2026, 9, 20): date(2026, 9, 18)}


def test_a_stage_may_end_in_the_next_calendar_year() -> None:
    stage = ROADMAP.stages[0]
    assert (stage.starts.in_year(2026), stage.ends.in_year(2026)) == (date(2026, 9, 1), date(2027, 5, 31))


def test_a_teacher_is_reminded_of_the_request_three_times() -> None:
    request = ROADMAP.activity("a2_requests")
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
    "change", [{"due": "15.09"}, {"due": "Y-02-29"}, {"due": "Y-13-01"}, {"teacher_steps": ["-3"]}]
)
def test_a_broken_roadmap_is_refused(change: dict[str, object]) -> None:
    activity = {"key": "a", "text": "?", "due": "Y-09-15", **change}
    stage = {"key": "s", "title": "?", "starts": "Y-09-01", "ends": "Y-09-30", "activities": [activity]}
    with pytest.raises(ValueError):
        parse_roadmap({"stages": [stage]})


def test_two_activities_may_not_share_a_key() -> None:
    activity = {"key": "a", "text": "?", "due": "Y-09-15"}
    stage = {"key": "s", "title": "?", "starts": "Y-09-01", "ends": "Y-09-30", "activities": [activity] * 2}
    with pytest.raises(ValueError, match="one key"):
        parse_roadmap({"stages": [stage]})
