"""A programme as both sides write it: each change names what it changes, and the last one confirmed holds."""

import re
from dataclasses import replace
from datetime import date, datetime

from mentoring import calendars, forms
from mentoring.access import Member
from mentoring.programmes import beginning, written
from mentoring.programmes.looking import TAKEN_BACK_WITHIN, look, offered, pair_of, with_step
from mentoring.programmes.model import Edit, Field, Kept, Seen
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.programmes import Programme, SchoolWeeks, Since, Step, StepTemplate, dated, school_weeks
from mentoring.rules.text import clean_line, clean_text, has_words
from mentoring.schools import year_of
from storage import journal, programmes
from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState

_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.)]|[•\-–—])\s*")


async def begin(tx: Tx, member: Member, pairing_id: int, now: datetime, *, anew: bool = False) -> bool:
    """False when there is one already, or the pair is none of theirs."""
    pair = await pair_of(tx, member, pairing_id)
    if pair is None or pair.pairing.state not in TOGETHER:
        return False
    return await beginning.begin(tx, member, pair, await year_of(tx, member.school_id), now, anew=anew)


async def write(tx: Tx, member: Member, pairing_id: int, field: Field, text: str, now: datetime) -> Edit:
    """What was typed takes the place of what stood there."""
    found = await look(tx, member, pairing_id, now)
    may = await _may_change(tx, member, found if isinstance(found, Seen) else None, now)
    if may is not Edit.DONE or not isinstance(found, Seen):
        return may
    await programmes.rewrite(tx, pairing_id, written.content(_with(found.programme, field, text)))
    return Edit.DONE


def _with(of: Programme, field: Field, text: str) -> Programme:
    match field:
        case Field.PROBLEM:
            return replace(of, problem=clean_text(text))
        case Field.GOAL:
            return replace(of, goal=clean_line(text))
        case Field.TASKS:
            return replace(of, tasks=listed(text))
        case Field.EXPECTED:
            return replace(of, expected=listed(text))


def listed(text: str) -> tuple[str, ...]:
    """A line each, or between semicolons; numbers and dashes in front of them are no words of theirs."""
    lines = (clean_line(_NUMBER.sub("", line)) for line in re.split(r"[\n;]", text))
    return tuple(line for line in lines if has_words(line))


async def own_words(tx: Tx, member: Member, pairing_id: int) -> str:
    """What a mentee has written in their own request; nobody else is told it from here."""
    pair = await pair_of(tx, member, pairing_id)
    alone = pair is not None and [each.person_id for each in pair.mentees] == [member.person_id]
    return beginning.priority_of(await beginning.said(tx, member, member.person_id)) if alone else ""


async def tick(tx: Tx, member: Member, pairing_id: int, area: str, number: int, now: datetime) -> Edit:
    """A step of the templates comes into the plan, on the day that it has there or the next that there is."""
    found = await look(tx, member, pairing_id, now)
    if not isinstance(found, Seen):
        return Edit.GONE
    of = next((each for each in offered(found, area) if each.number == number), None)
    if of is None or of.step_id is not None:
        return Edit.SAME
    may = await _may_change(tx, member, found, now)
    if may is Edit.DONE:
        weeks = await _weeks(tx, member, found, of.template, now)
        await beginning.add(tx, pairing_id, len(found.steps), dated(area, of.template, weeks))
    return may


async def _weeks(tx: Tx, member: Member, of: Seen, template: StepTemplate, now: datetime) -> SchoolWeeks:
    """Of the term; from today for what would be over already."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    starts_on, ends_on = of.programme.starts_on or of.today, of.programme.ends_on or of.today
    weeks = school_weeks(calendar, starts_on, ends_on)
    day = dated("", template, weeks).due_on
    if day is None or day >= of.today or template.since is not Since.START:
        return weeks
    return school_weeks(calendar, max(starts_on, of.today), ends_on)


async def add_own(tx: Tx, member: Member, pairing_id: int, activity: str, now: datetime) -> Kept:
    """A step in one's own words; its day is chosen when it stands in the plan."""
    found = await look(tx, member, pairing_id, now)
    if not isinstance(found, Seen):
        return Kept(pairing_id, Edit.GONE)
    may = await _may_change(tx, member, found, now)
    if may is not Edit.DONE:
        return Kept(pairing_id, may)
    step_id = await beginning.add(tx, pairing_id, len(found.steps), Step(activity=clean_line(activity)))
    return Kept(pairing_id, may, step_id)


async def untick(tx: Tx, member: Member, pairing_id: int, area: str, number: int, now: datetime) -> Edit:
    """Out of the plan again; what is done stays."""
    found = await look(tx, member, pairing_id, now)
    if not isinstance(found, Seen):
        return Edit.GONE
    of = next((each for each in offered(found, area) if each.number == number), None)
    return await remove(tx, member, of.step_id, now) if of and of.step_id else Edit.SAME


async def move(tx: Tx, member: Member, step_id: int, day: date, now: datetime) -> Edit:
    found = await with_step(tx, member, step_id, now)
    if found is None:
        return Edit.REMOVED
    starts_on, ends_on = found.programme.starts_on, found.programme.ends_on
    if (starts_on and day < starts_on) or (ends_on and day > ends_on):
        return Edit.OUTSIDE
    may = await _may_change(tx, member, found, now)
    if may is Edit.DONE:
        await programmes.move_step(tx, step_id, day)
    return may


async def remove(tx: Tx, member: Member, step_id: int, now: datetime) -> Edit:
    """What is done stays in the plan."""
    found = await with_step(tx, member, step_id, now)
    if found is None:
        return Edit.REMOVED
    may = await _may_change(tx, member, found, now)
    if may is Edit.DONE and not await programmes.remove_step(tx, step_id):
        return Edit.SAME
    return may


async def mark_done(tx: Tx, member: Member, step_id: int, now: datetime) -> Edit:
    """Today; no change of the programme, so a sent one stays sent."""
    found = await with_step(tx, member, step_id, now)
    if found is None:
        return Edit.REMOVED
    if not found.may_mark:
        return Edit.GONE
    if not await programmes.mark_done(tx, step_id, on=found.today, by=member.person_id, now=now):
        return Edit.SAME
    await journal.note(tx, "programme.step", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Edit.DONE


async def take_back(tx: Tx, member: Member, step_id: int, now: datetime) -> Edit:
    """For ten minutes after the mark."""
    found = await with_step(tx, member, step_id, now)
    if found is None:
        return Edit.REMOVED
    if not found.may_mark or not await programmes.take_mark_back(tx, step_id, now - TAKEN_BACK_WITHIN):
        return Edit.SAME
    return Edit.DONE


async def _may_change(tx: Tx, member: Member, found: Seen | None, now: datetime) -> Edit:
    """DONE when the draft may be changed, and then it is noted that it is."""
    if found is None or found.pair.pairing.state not in TOGETHER or found.state is ProgrammeState.CLOSED:
        return Edit.GONE
    if not await programmes.touch(tx, found.pairing_id, by=member.person_id, now=now):
        return Edit.LOCKED
    return Edit.DONE


def areas(of: Seen, *, others: bool = False) -> tuple[str, ...]:
    """Those of the programme and what every programme has; or all the others."""
    known = forms.load().programmes.areas
    own = [key for key in of.programme.areas if key in known]
    return tuple(key for key in known if key not in own) if others else (*own, "")
