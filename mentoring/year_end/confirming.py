"""Last year's request or mentor questionnaire: does it still hold? What was said then stays as it was."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import answered
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.digests import Candidate, Kind, key_of
from mentoring.filling import Step, resume
from mentoring.filling.place import SUMMARY
from mentoring.notices import tell_news
from mentoring.requests import FORM as REQUEST
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.readiness import FORM as PROFILE
from storage import closed_years, consents, journal, people, readiness, runs, year_turn
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary import ConsentKind, RunState
from storage.year_turn import Carried, Unconfirmed

FORMS = (REQUEST, PROFILE)
AGAIN_AFTER = (5, 10)  # working days after the first question


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of last year's are still to be said something about; `lines` of one form."""

    counts: tuple[Carried, ...]
    lines: tuple[Unconfirmed, ...] = ()


async def unsaid(tx: Tx, member: Member, form_key: str) -> Answered | None:
    """What the member handed in last year and has said nothing about since."""
    run_id = await year_turn.unsaid(tx, member.person_id, form_key) if form_key in FORMS else None
    return await answered.read(tx, member, form_key, run_id) if run_id else None


async def same(tx: Tx, member: Member, form_key: str, run_id: int, now: datetime) -> bool:
    """«Всё по-прежнему»: this year's run with the same answers. False when something was said before."""
    return await _copy(tx, member, form_key, run_id, RunState.SUBMITTED, now) is not None


async def change(tx: Tx, actor: Actor, member: Member, form_key: str, run_id: int, now: datetime) -> Step | None:
    """«Изменить»: this year's run begins with last year's answers, at the summary. None when it was sent before."""
    await _copy(tx, member, form_key, run_id, RunState.OPEN, now)
    run = await runs.open_run(tx, person_id=member.person_id, form_key=form_key)
    return await resume(tx, actor, run) if run else None


async def refuse(tx: Tx, member: Member, form_key: str, run_id: int, now: datetime) -> bool:
    """«Не участвую» this year; whoever changes their mind fills in anew."""
    if await year_turn.unsaid(tx, member.person_id, form_key) != run_id:
        return False
    await year_turn.settle(tx, run_id, out=True)
    if form_key == PROFILE:
        await readiness.resume(tx, member.person_id, now)
    await _note(tx, member, f"year.out.{form_key}", now)
    return True


async def standing(tx: Tx, member: Member, form_key: str = "") -> Standing:
    """For coordinators."""
    lines = await year_turn.unconfirmed(tx, member.school_id, form_key) if form_key in FORMS else []
    return Standing(tuple(await year_turn.counts(tx, member.school_id)), tuple(lines))


async def _copy(tx: Tx, member: Member, form_key: str, run_id: int, state: RunState, now: datetime) -> int | None:
    if not member.consented or await year_turn.unsaid(tx, member.person_id, form_key) != run_id:
        return None
    old = await runs.get(tx, run_id)
    consent = await consents.latest(tx, member.person_id, ConsentKind.DATA)
    place = SUMMARY if state is RunState.OPEN or old is None else old.place
    new_id = await year_turn.copy(tx, run_id, state, place=place, consent_id=consent.id if consent else None, now=now)
    await year_turn.settle(tx, run_id, out=False)
    if state is RunState.SUBMITTED:
        await _note(tx, member, f"year.same.{form_key}", now)
    return new_id


async def _note(tx: Tx, member: Member, act: str, now: datetime) -> None:
    by = member.person_id
    await journal.note(tx, act, school_id=member.school_id, actor_id=by, person_id=by, now=now)
    await tell_news(tx, member.school_id, now, by=by)


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, today: date) -> list[Candidate]:
    """From the first of September on, thrice; and coordinators when the data of a year have been kept long enough."""
    last = await closed_years.get(tx, school.id, school.school_year - 1)
    found = await _keeping(tx, school, today)
    if last is None:
        return found
    closed_on = last.closed_at.astimezone(ZoneInfo(school.time_zone)).date()
    first = calendar.next_speaking_day(max(date(school.school_year, 9, 1), closed_on + timedelta(days=1)))
    days = (first, *(calendar.next_speaking_day(calendar.add_working_days(first, step)) for step in AGAIN_AFTER))
    if today < first:
        return found
    return found + [
        Candidate(each.person_id, key_of(Kind.CONFIRM, each.form_key, school.school_year), days)
        for each in await year_turn.to_tell(tx, school.id, today)
    ]


async def _keeping(tx: Tx, school: School, today: date) -> list[Candidate]:
    over = [each for each in await closed_years.of_school(tx, school.id) if each.is_over(today)]
    leaders = await people.coordinators(tx, school.id) if over else []
    return [
        Candidate(
            leader, key_of(Kind.KEEP, each.school_year, f"{each.keep_until:%Y%m%d}"), (max(today, each.keep_until),)
        )
        for each in over
        for leader in leaders
    ]
