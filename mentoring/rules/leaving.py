"""When the work of a mentor may end early: after three working days' notice, by either side (ст. 351.8 ТК РФ)."""

from datetime import date

from mentoring.rules.calendar import SchoolCalendar

NOTICE_DAYS = 3


def last_day(calendar: SchoolCalendar, given_on: date) -> date:
    """The day of the notice is not counted: three working days follow it, the duty is over with the last of them."""
    return calendar.add_working_days(given_on, NOTICE_DAYS)
