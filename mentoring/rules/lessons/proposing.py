"""Which slots are offered to a pair or a group.

1. School days of the next two weeks, tomorrow the first: working days, no pupils' holidays, no teachers' leave.
2. On each, the lessons of its weekday when all are free. A working Saturday in place of a Monday is still a Saturday:
   nobody has told us whose lessons it has.
3. Whatever is taken already goes. When no lesson is left, everybody stays after lessons: number 0 on the same days.
4. Three of them: first on different days, the soonest, the last and the middle one; a lesson's number is not repeated
   while there are others. Only when there are too few days do two slots share one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.lessons.model import AFTER_LESSONS, Free, Slot, common

DAYS_AHEAD = 14
MOST_SLOTS = 3

_Numbers = Mapping[date, Sequence[int]]


def propose(
    free_of_all: Sequence[Free], calendar: SchoolCalendar, today: date, taken: frozenset[Slot]
) -> tuple[Slot, ...]:
    """At most three, in the order of days; fewer when there are fewer, either all lessons or all after lessons."""
    days = _school_days(calendar, today)
    shared = common(*free_of_all)
    lessons = {day: sorted(lesson.number for lesson in shared if lesson.weekday == day.weekday()) for day in days}
    left = _left(lessons, taken) or _left({day: [AFTER_LESSONS] for day in days}, taken)
    return tuple(sorted(_chosen(left)))


def _school_days(calendar: SchoolCalendar, today: date) -> list[date]:
    ahead = (today + timedelta(days=number) for number in range(1, DAYS_AHEAD + 1))
    return [day for day in ahead if calendar.is_working(day) and not (calendar.in_break(day) or calendar.quiet(day))]


def _left(numbers: _Numbers, taken: frozenset[Slot]) -> _Numbers:
    """Without what is taken, and without days that have nothing else."""
    free = {day: [each for each in of if Slot(day, each) not in taken] for day, of in numbers.items()}
    return {day: of for day, of in free.items() if of}


def _chosen(left: _Numbers) -> list[Slot]:
    chosen: list[Slot] = []
    for day in _spread(sorted(left)):
        used = Counter(slot.number for slot in chosen)
        chosen.append(Slot(day, min(left[day], key=lambda number: (used[number], number))))
    further = sorted(Slot(day, number) for day, of in left.items() for number in of)
    return chosen if len(chosen) == MOST_SLOTS else _filled_up(chosen, further)


def _spread(days: Sequence[date]) -> Sequence[date]:
    """All of them, or the first, the last, and the one nearest to the middle."""
    if len(days) <= MOST_SLOTS:
        return days
    first, last = days[0], days[-1]
    middle = min(days[1:-1], key=lambda day: (abs((day - first) - (last - day)), day))
    return first, middle, last


def _filled_up(chosen: Sequence[Slot], further: Sequence[Slot]) -> list[Slot]:
    """Second slots of days that have one: the earliest with a number that is not offered yet."""
    found = list(chosen)
    while len(found) < MOST_SLOTS and (rest := [slot for slot in further if slot not in found]):
        numbers = Counter(slot.number for slot in found)
        found.append(min(rest, key=lambda slot: (numbers[slot.number], slot)))
    return found
