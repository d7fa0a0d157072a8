"""A mentor has appeared for somebody who waits: the coordinator hears of it the same day, and once.

A questionnaire that was handed in or changed, a place that became free, a pause that is over: whatever the reason, what
fits now and did not fit before is news. Who has no place any more and has one later is news again.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from mentoring import calendars, matching
from mentoring.access import Member
from mentoring.matching import Seeking, Waiting
from mentoring.notices import tell_about_matches
from mentoring.queue import fitting
from mentoring.rules.matching import Counted, evaluate
from storage import machine, match_told, schools
from storage.match_told import Found
from storage.matching import Candidate
from storage.schools import School
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Appeared:
    """A mentee who waits, and the mentors who are new to them, in the order of the news.

    `terms` are what speaks for the first of them.
    """

    mentee: Candidate
    days: int
    mentors: tuple[Candidate, ...]
    terms: tuple[Counted, ...] = ()


async def awake(tx: Tx, now: datetime) -> list[School]:
    """The schools where it is day."""
    found = []
    for school in await schools.all_schools(tx):
        local = now.astimezone(ZoneInfo(school.time_zone)).time()
        if school.set_up_at is not None and calendars.AWAKE_FROM <= local < calendars.AWAKE_TO:
            found.append(school)
    return found


async def look(tx: Tx, now: datetime, school: School) -> int:
    """How many pairs are news. Nothing is matched while nothing has changed that it hangs on."""
    today = now.astimezone(ZoneInfo(school.time_zone)).date()
    key = f"match:{school.id}"
    mark = str(crc32(repr(await match_told.moving(tx, school.id, today)).encode()))
    if await machine.value(tx, key) == mark:
        return 0
    await machine.note(tx, key, mark, now)
    seeking = await matching.seek(tx, school.id, now)
    news = await _compare(tx, school.id, seeking, now)
    if news:
        await tell_about_matches(tx, school.id, now)
    return news


async def _compare(tx: Tx, school_id: int, seeking: Seeking, now: datetime) -> int:
    known = {(each.mentee_id, each.mentor_id) for each in await match_told.of_school(tx, school_id)}
    free = {mentor.id for mentor in seeking.problem.mentors if mentor.places > 0}
    for person_id in sorted({mentor_id for mentee_id, mentor_id in known if mentor_id != mentee_id} - free):
        await match_told.forget_mentor(tx, person_id)
    found = []
    for mentee_id in sorted(seeking.waiting):
        is_known = (mentee_id, mentee_id) in known
        told_at = now if is_known else None
        fits = [each for each in fitting(seeking, mentee_id) if (mentee_id, each) not in known]
        found += [Found(mentee_id, each, told_at) for each in fits]
        found += [] if is_known else [Found(mentee_id, mentee_id, None)]
    await match_told.put(tx, school_id, found)
    return sum(each.told_at is not None for each in found)


async def news(tx: Tx, member: Member, since: datetime, now: datetime) -> tuple[Appeared, ...]:
    """What was found then or later and still holds, the longest waiting first."""
    seeking = await matching.seek(tx, member.school_id, now)
    by_mentee: Mapping[int, list[int]] = defaultdict(list)
    for each in await match_told.since(tx, member.school_id, since):
        by_mentee[each.mentee_id].append(each.mentor_id)
    waiting = sorted(
        (each for each in seeking.waiting.values() if each.candidate.id in by_mentee),
        key=lambda each: (-each.days, each.candidate.id),
    )
    found = [_appeared(seeking, each, by_mentee[each.candidate.id]) for each in waiting]
    return tuple(each for each in found if each.mentors)


def _appeared(seeking: Seeking, of: Waiting, mentors: Sequence[int]) -> Appeared:
    problem, mentee_id = seeking.problem, of.candidate.id
    fits = set(fitting(seeking, mentee_id))
    still = [each for each in mentors if each in fits]
    terms = evaluate(problem.mentee(mentee_id), problem.mentor(still[0]), problem.ties).terms if still else ()
    return Appeared(of.candidate, of.days, tuple(seeking.mentors[each] for each in still), terms)


__all__ = ["Appeared", "awake", "look", "news"]
