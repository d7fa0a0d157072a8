"""What a programme begins with: the mentee's request, or what an ended pair of theirs has left to do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from mentoring import answered, calendars, forms
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.programmes import written
from mentoring.requests import FORM as REQUEST
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.programmes import Programme, Since, Step, dated, default_term, prefill, school_weeks
from mentoring.rules.questionnaire import Answers
from mentoring.rules.text import fold
from storage import journal, programmes
from storage.tx import Tx

MOST_AREAS = 3


async def begin(tx: Tx, member: Member, pair: Pair, school_year: int, now: datetime, *, anew: bool) -> bool:
    """A draft; `anew`: not gone on with an earlier one. False when the pair has a programme."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    starts_on, ends_on = _term(pair, calendar.local_day(now), school_year)
    earlier = None if anew else await before(tx, pair, school_year)
    if earlier is None:
        of = await _prefilled(tx, member, pair, calendar, starts_on, ends_on)
    else:
        of = await _passed_on(tx, earlier, calendar, starts_on, ends_on)
    begun = await programmes.begin(
        tx,
        pair.pairing.id,
        content=written.content(of),
        starts_on=starts_on,
        ends_on=ends_on,
        by=member.person_id,
        now=now,
    )
    for at, step in enumerate(of.steps) if begun else ():
        await add(tx, pair.pairing.id, at, step)
    if begun:
        await journal.note(tx, "programme.begin", school_id=member.school_id, actor_id=member.person_id, now=now)
    return bool(begun)


async def add(tx: Tx, pairing_id: int, at: int, step: Step) -> int:
    return await programmes.add_step(
        tx,
        pairing_id,
        at=at,
        area=step.area,
        activity=step.activity,
        form=step.form,
        due_on=step.due_on,
        result=step.result,
        evidence=step.evidence,
    )


async def before(tx: Tx, pair: Pair, school_year: int) -> int | None:
    """The pair of the year whose programme this one may go on with: it was that of all its mentees."""
    found = {await programmes.last_of_mentee(tx, each.person_id, school_year) for each in pair.mentees}
    return found.pop() if len(found) == 1 else None


def _term(pair: Pair, today: date, school_year: int) -> tuple[date, date]:
    """That of the order, else the usual one from today."""
    usual = default_term(today, school_year)
    starts_on, ends_on = pair.pairing.starts_on, pair.pairing.ends_on
    if starts_on and ends_on and starts_on <= ends_on:
        return starts_on, ends_on
    return usual.starts_on, usual.ends_on


async def _prefilled(
    tx: Tx, member: Member, pair: Pair, calendar: SchoolCalendar, starts_on: date, ends_on: date
) -> Programme:
    """A mentee's own words go in when they begin it themselves: requests were promised to the coordinator alone."""
    found = [await said(tx, member, each.person_id) for each in pair.mentees]
    alone = len(pair.mentees) == 1 and pair.mentees[0].person_id == member.person_id
    return prefill(
        forms.load().programmes,
        shared_areas([areas_of(each) for each in found]),
        priority_of(found[0]) if alone else "",
        starts_on=starts_on,
        ends_on=ends_on,
        calendar=calendar,
    )


def shared_areas(of: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One person's own in their order; of a group what most of them share, nothing when nobody shares anything."""
    if len(of) == 1:
        return tuple(of[0])
    counted = Counter(key for each in of for key in set(each))
    most = max(counted.values(), default=0)
    if most < 2:
        return ()
    return tuple(key for key in forms.load().programmes.areas if counted[key] == most)[:MOST_AREAS]


async def said(tx: Tx, member: Member, person_id: int) -> Answers:
    """A person's request; nothing of one that was not handed in."""
    found = await answered.of_person(tx, member, REQUEST, person_id)
    return found.answers if found else {}


def areas_of(request: Answers) -> tuple[str, ...]:
    chosen = request.get("areas")
    known = forms.load().programmes.areas
    return tuple(key for key in chosen if key in known) if isinstance(chosen, tuple) else ()


def priority_of(request: Answers) -> str:
    return str(request.get("priority") or "")


async def _passed_on(tx: Tx, earlier: int, calendar: SchoolCalendar, starts_on: date, ends_on: date) -> Programme:
    """Problem, goal, tasks and what was not done; a new pair has its own first meeting."""
    row = await programmes.get(tx, earlier)
    if row is None:
        raise LookupError("a programme vanished inside a transaction")
    left = [each for each in await programmes.steps(tx, earlier) if each.done_on is None]
    weeks = school_weeks(calendar, starts_on, ends_on)
    templates = forms.load().programmes
    first = [dated("", each, weeks) for each in templates.common if each.since is Since.START]
    meetings = {fold(each.activity) for each in first}
    kept = [step for step in map(written.step, left) if step.area or fold(step.activity) not in meetings]
    late = [step for step in kept if not _is_inside(step, starts_on, ends_on)]
    # What the old term could not hold comes week by week from the beginning of the new one.
    moved = {id(step): weeks.day(number + 1) for number, step in enumerate(late)}
    steps = [*first, *(replace(step, due_on=moved.get(id(step), step.due_on)) for step in kept)]
    by_day = sorted(steps, key=lambda step: step.due_on or date.max)
    return replace(written.programme(row, ()), starts_on=starts_on, ends_on=ends_on, steps=tuple(by_day))


def _is_inside(step: Step, starts_on: date, ends_on: date) -> bool:
    return step.due_on is not None and starts_on <= step.due_on <= ends_on
