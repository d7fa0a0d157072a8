"""When a pair is reminded and when it is silent: pure, from its calendar and the days of its meetings."""

from datetime import date, timedelta

from mentoring.rules.calendar import SchoolCalendar

FIRST_MEETING_STEPS = (7, 10)  # working days after the order, or after everybody has said yes
NUDGE_EVERY = 30  # days without a meeting
MOST_NUDGES = 10  # a school year's
SILENT_AFTER = 21  # school days
LOOKED_BACK = 14  # days: of an older meeting nobody is sure any more

_DAY = timedelta(days=1)


def first_meeting_days(calendar: SchoolCalendar, since: date) -> tuple[date, ...]:
    """The first meeting is due within ten working days."""
    return tuple(calendar.next_speaking_day(calendar.add_working_days(since, step)) for step in FIRST_MEETING_STEPS)


def nudge_days(calendar: SchoolCalendar, since: date, today: date) -> tuple[date, ...]:
    """One a month while nothing is noted, until the first after today; what falls into holidays waits for their end."""
    found = [since]
    while len(found) <= MOST_NUDGES and (found[-1] <= today or len(found) == 1):
        found.append(calendar.next_speaking_day(found[-1] + timedelta(days=NUDGE_EVERY)))
    return tuple(found[1:])


def meeting_reminder_day(calendar: SchoolCalendar, day: date, lesson: int) -> date:
    """The day itself; for a lesson, which is over before anybody is written to, the working day before."""
    return calendar.add_working_days(day, -1) if lesson > 0 else day


def silent_days(calendar: SchoolCalendar, since: date, today: date) -> int:
    """School days without a meeting: neither the pupils' holidays nor the teachers' leave count."""
    days = (since + _DAY * number for number in range(1, (today - since).days + 1))
    return sum(calendar.is_working(day) and not (calendar.in_break(day) or calendar.quiet(day)) for day in days)


def is_silent(calendar: SchoolCalendar, since: date, today: date) -> bool:
    return silent_days(calendar, since, today) >= SILENT_AFTER


def has_not_begun(calendar: SchoolCalendar, since: date, today: date) -> bool:
    """The day by which the first meeting was due is over."""
    return today > calendar.add_working_days(since, FIRST_MEETING_STEPS[-1])


def note_days(calendar: SchoolCalendar, began: date, today: date) -> tuple[date, ...]:
    """For which a meeting may be noted, the newest first: working days of two weeks, and today whatever it is."""
    days = (today - _DAY * number for number in range(LOOKED_BACK))
    return tuple(day for day in days if day >= began and (day == today or calendar.is_working(day)))


def move_days(calendar: SchoolCalendar, today: date, count: int) -> tuple[date, ...]:
    """To which a meeting may be moved: the next school days."""
    ahead = (today + _DAY * number for number in range(1, 5 * count))
    found = [day for day in ahead if calendar.is_working(day) and not (calendar.in_break(day) or calendar.quiet(day))]
    return tuple(found[:count])
