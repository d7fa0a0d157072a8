"""When somebody who was asked to answer a questionnaire is written to about it: the invitation and two reminders."""

from dataclasses import dataclass
from datetime import date

from mentoring.rules.calendar import SchoolCalendar

FIRST_REMINDER = 4  # working days after the invitation
LAST_REMINDER = -1  # working days before the day to answer by
ANSWER_DAYS = 14  # of the calendar, when the roadmap names no day


@dataclass(frozen=True, slots=True)
class Asked:
    """Days are the school's; `here_on` is when the person was last in the questionnaire themselves."""

    asked_on: date
    invited_on: date | None
    answer_by: date
    here_on: date | None
    refused_before: bool  # asked again after a refusal: a word, and no reminders


def reminder_days(calendar: SchoolCalendar, of: Asked) -> tuple[date, ...] | None:
    """The days of the first and the last reminder; none to whoever refused before.

    None before the invitation has reached the person. Never on a day when the person was here; where both fall on one
    day, the last one counts.
    """
    if of.invited_on is None and (of.here_on is None or of.here_on < of.asked_on):
        return None
    if of.refused_before:
        return ()
    first = calendar.add_working_days(of.invited_on or of.asked_on, FIRST_REMINDER)
    last = calendar.add_working_days(of.answer_by, LAST_REMINDER)
    after_visit = calendar.add_working_days(of.here_on, 1) if of.here_on else date.min
    return max(min(first, last), after_visit), max(last, after_visit)


def answer_by(calendar: SchoolCalendar, asked_on: date, roadmap_day: date | None) -> date:
    """The day that the roadmap names, if there is time until then to answer and to be reminded, else two weeks."""
    if roadmap_day is not None and calendar.working_days_between(asked_on, roadmap_day) >= FIRST_REMINDER:
        return roadmap_day
    return calendar.next_working_day(date.fromordinal(asked_on.toordinal() + ANSWER_DAYS))
