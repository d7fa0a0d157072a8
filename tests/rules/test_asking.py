"""When somebody who was asked is written to: day by day over September."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.rules.asking import Asked, answer_by, reminder_days
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.reminding import Last, due_step

CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"), days_off=frozenset({date(2026, 9, 25)}))
DAYS = [date(2026, 9, 8) + timedelta(days=ahead) for ahead in range(30)]


def asked(
    on: int = 8, until: int = 22, *, invited: int | None = 8, here: int | None = None, refused: bool = False
) -> Asked:
    return Asked(
        asked_on=date(2026, 9, on),
        invited_on=None if invited is None else date(2026, 9, invited),
        answer_by=date(2026, 9, until),
        here_on=None if here is None else date(2026, 9, here),
        refused_before=refused,
    )


INVITE, FIRST, LAST = -1, 0, 1


def begins(of: Asked) -> dict[int, int]:
    """The first working day of September on which each step is due, up to the day to answer by."""
    found: dict[int, int] = {}
    said = None
    for day in filter(CALENDAR.is_working, DAYS):
        if day > of.answer_by:
            break
        days = reminder_days(CALENDAR, of)
        step = INVITE if days is None else due_step(days, day, said=said)
        if step is not None:
            found.setdefault(step, day.day)
            said = Last(step, day)
    return found


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (asked(), {FIRST: 14, LAST: 21}),
        (asked(until=20), {FIRST: 14, LAST: 18}),  # a Sunday: the Friday before it
        (asked(until=26), {FIRST: 14, LAST: 24}),  # a Saturday after a day off
        (asked(until=11), {LAST: 10}),
        (asked(until=9), {LAST: 8}),
        (asked(invited=None), {INVITE: 8}),
        (asked(invited=15), {LAST: 21}),  # four days after a late invitation it is the last day already
        (asked(here=14), {FIRST: 15, LAST: 21}),
        (asked(here=21), {LAST: 22}),
        (asked(invited=None, here=8), {FIRST: 14, LAST: 21}),  # began before the message came
        (asked(invited=None, here=2), {INVITE: 8}),  # began long before they were asked
        (asked(refused=True), {}),
        (asked(invited=None, refused=True), {INVITE: 8}),
    ],
)
def test_each_step_has_its_day(of: Asked, expected: dict[int, int]) -> None:
    assert begins(of) == expected


@pytest.mark.parametrize(
    ("roadmap_day", "expected"),
    [
        (date(2026, 9, 18), date(2026, 9, 18)),
        (date(2026, 9, 14), date(2026, 9, 14)),
        (date(2026, 9, 13), date(2026, 9, 22)),  # a Sunday: three days of work until then
        (date(2026, 9, 8), date(2026, 9, 22)),
        (None, date(2026, 9, 22)),
    ],
)
def test_the_roadmaps_day_holds_while_there_is_time_to_answer(roadmap_day: date | None, expected: date) -> None:
    assert answer_by(CALENDAR, date(2026, 9, 8), roadmap_day) == expected


def test_two_weeks_that_end_on_a_day_off_end_on_the_next_working_day() -> None:
    assert answer_by(CALENDAR, date(2026, 9, 11), None) == date(2026, 9, 28)
