"""When the surveys of the programme's monitoring are opened, by the confirmed days of the roadmap."""

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.rules.calendar import SchoolCalendar

APART = timedelta(days=14)  # between two surveys of one person
_TWO_WEEKS = 10  # working days
_WEEK = 5
_END_DAYS = timedelta(days=25)  # of the calendar: by mid-May, from 20 April on
COORDINATORS = "coordinator"  # the audience of what those who lead are asked themselves


@dataclass(frozen=True, slots=True)
class Rule:
    """A survey with the activity whose day decides; `leads` up to that day, or follows it."""

    form_key: str
    activity: str
    leads: bool = False
    days: int = _TWO_WEEKS  # working days to answer, when it follows


RULES = (
    Rule("mon_start_mentee", "a5_pairs"),
    Rule("mon_start_mentor", "a5_pairs"),
    Rule("mon_mid_mentee", "a5_mid"),
    Rule("mon_mid_mentor", "a5_mid"),
    Rule("mon_end_mentee", "a6_monitoring", leads=True),
    Rule("mon_end_mentor", "a6_monitoring", leads=True),
    Rule("coordinator_review", "a6_monitoring", days=_WEEK),
)


@dataclass(frozen=True, slots=True)
class Term:
    """From the day when it is opened to the last day to answer."""

    opens_on: date
    answer_by: date

    def runs_on(self, day: date) -> bool:
        """May somebody still be asked on this day, with a day left to answer?"""
        return self.opens_on <= day < self.answer_by


def term(calendar: SchoolCalendar, rule: Rule, due: date) -> Term:
    """On days when people are spoken to, and over before the exams."""
    if rule.leads:
        opens = calendar.next_speaking_day(due - _END_DAYS)
        return Term(opens, max(calendar.previous_working_day(due), calendar.add_working_days(opens, 1)))
    opens = calendar.next_speaking_day(due + timedelta(days=1))
    return Term(opens, calendar.add_working_days(opens, rule.days))
