"""When somebody is free in the week: marked once by themselves, lesson by lesson."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring import calendars
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.rules.lessons import MOST_LESSONS, Free, Lesson
from storage import free_lessons as rows
from storage import journal
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """One screen: a working weekday, its lessons and those that are free."""

    weekday: int
    lessons: int
    free: frozenset[int]
    place: int  # from 0, of the working weekdays
    days: int

    @property
    def is_last(self) -> bool:
        return self.place == self.days - 1


async def day_of(tx: Tx, member: Member, place: int, now: datetime) -> DayOfWeek:
    """The weekday of this place in the school's week; beyond its ends the nearest."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    week = sorted(calendar.working_weekdays)
    place = min(max(place, 0), len(week) - 1)
    lessons = min(await rows.lessons_a_day(tx, member.school_id), MOST_LESSONS)
    own = await rows.of_people(tx, [member.person_id])
    free = frozenset(each.lesson for each in own if each.weekday == week[place])
    return DayOfWeek(week[place], lessons, free, place, len(week))


async def tick(tx: Tx, member: Member, lesson: Lesson, *, free: bool) -> bool:
    """False when it is marked so already."""
    change = rows.tick if free else rows.untick
    return bool(await change(tx, member.person_id, lesson.weekday, lesson.number))


async def finish(tx: Tx, member: Member, now: datetime) -> None:
    """The person has looked through their week."""
    await rows.note_marked(tx, member.person_id, now)
    await journal.note(tx, "lessons.mark", school_id=member.school_id, actor_id=member.person_id, now=now)


async def marked(tx: Tx, pair: Pair) -> frozenset[int]:
    """Who of the pair has."""
    return frozenset(await rows.marked(tx, [each.person_id for each in pair.members]))


async def of_pair(tx: Tx, pair: Pair) -> list[Free]:
    """The free lessons of each member."""
    by_person: Mapping[int, set[Lesson]] = defaultdict(set)
    for each in await rows.of_people(tx, [of.person_id for of in pair.members]):
        if 1 <= each.lesson <= MOST_LESSONS:
            by_person[each.person_id].add(Lesson(each.weekday, each.lesson))
    return [frozenset(by_person[each.person_id]) for each in pair.members]
