"""When the monitoring's surveys are opened: tables of days."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.school_breaks import Scheme, proposed
from mentoring.rules.survey_terms import RULES, Term, term

CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"), breaks=proposed(Scheme.QUARTERS, 2026))
BY_KEY = {rule.form_key: rule for rule in RULES}


@pytest.mark.parametrize(
    ("form_key", "due", "opens_on", "answer_by"),
    [
        ("mon_start_mentee", date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 15)),
        ("mon_mid_mentor", date(2027, 1, 20), date(2027, 1, 21), date(2027, 2, 4)),
        ("mon_end_mentee", date(2027, 5, 15), date(2027, 4, 20), date(2027, 5, 14)),  # due on a Saturday
        ("coordinator_review", date(2027, 5, 15), date(2027, 5, 17), date(2027, 5, 24)),
    ],
)
def test_the_roadmaps_days_say_when_a_survey_runs(form_key: str, due: date, opens_on: date, answer_by: date) -> None:
    assert term(CALENDAR, BY_KEY[form_key], due) == Term(opens_on, answer_by)


def test_nobody_is_asked_on_the_last_day_or_before_the_first() -> None:
    runs = term(CALENDAR, BY_KEY["mon_mid_mentor"], date(2027, 1, 20))
    days = [date(2027, 1, 20), date(2027, 1, 21), date(2027, 2, 3), date(2027, 2, 4)]
    assert [runs.runs_on(day) for day in days] == [False, True, True, False]


def test_every_survey_is_over_before_the_exams() -> None:
    ends = [term(CALENDAR, rule, date(2027, 5, 15)).answer_by for rule in RULES if rule.activity == "a6_monitoring"]
    assert not any(CALENDAR.exams(day) for day in ends)
