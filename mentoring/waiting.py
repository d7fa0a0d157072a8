"""Since when each of those without a pair waits, counted cheaply: what reminders and «Сегодня» look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.rules.calendar import SchoolCalendar
from mentoring.schools import year_of
from storage import matching, queue
from storage.tx import Tx

LONG = 10  # working days without a pair


@dataclass(frozen=True, slots=True)
class Wait:
    person_id: int
    since: date
    after_pair: bool  # a pair of theirs was over that day

    def is_long(self, calendar: SchoolCalendar, today: date) -> bool:
        return self.long_from(calendar) <= today

    def long_from(self, calendar: SchoolCalendar) -> date:
        """The day on which it has become long."""
        return calendar.add_working_days(self.since, LONG)


async def of_school(tx: Tx, school_id: int, calendar: SchoolCalendar, today: date) -> tuple[Wait, ...]:
    """Everybody whom matching looks for: since the request, or since a pair of theirs was over."""
    rows = await queue.waiting(tx, school_id, today)
    if not rows:
        return ()
    ended = {each.person_id: each for each in await matching.last_ended(tx, school_id, await year_of(tx, school_id))}
    found = []
    for each in rows:
        asked, last = calendar.local_day(each.submitted_at), ended.get(each.person_id)
        after = last is not None and last.ended_on >= asked
        found.append(Wait(each.person_id, last.ended_on if last and after else asked, after))
    return tuple(found)


def longest(of: Sequence[Wait], calendar: SchoolCalendar, today: date) -> int:
    """School days, as matching counts them."""
    return max((calendar.school_days_between(each.since, today) for each in of), default=0)
