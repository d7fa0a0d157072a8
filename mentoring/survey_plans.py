"""The year's surveys: when each is opened by the roadmap's days, and which of them the bot opens by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, questionnaires, schools, surveys
from mentoring.access import Member
from mentoring.digests import Candidate, Kind, key_of
from mentoring.rules import nameless, survey_terms
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.forms import Form
from mentoring.rules.survey_terms import APART, RULES, Rule, Term
from storage import activities, form_asks, form_ticks, journal, people
from storage import survey_plans as rows
from storage.schools import School
from storage.survey_plans import Plan
from storage.tx import Tx

BY_NAME = 0  # in place of a threshold
REMINDED = (0, 2, 5)  # working days after the day when it was to be opened


@dataclass(frozen=True, slots=True)
class Line:
    """One survey of the year; `term` is None before the roadmap's day is confirmed.

    `threshold` is None when the coordinator opens it, 0 when the bot does and answers have names.
    """

    form: Form
    term: Term | None
    threshold: int | None
    asked: int
    audience: int  # whom it could be asked of today

    @property
    def ways(self) -> tuple[int, ...]:
        """What the bot may be told to open it with."""
        return (BY_NAME, *nameless.THRESHOLDS) if surveys.may_be(self.form) else (BY_NAME,)


async def year(tx: Tx, member: Member, now: datetime) -> tuple[Line, ...]:
    return await _lines(tx, member, RULES, now)


async def line(tx: Tx, member: Member, form_key: str, now: datetime) -> Line | None:
    found = await _lines(tx, member, [rule for rule in RULES if rule.form_key == form_key], now)
    return found[0] if found else None


async def _lines(tx: Tx, member: Member, rules: Sequence[Rule], now: datetime) -> tuple[Line, ...]:
    school = await schools.get(tx, member.school_id)
    calendar = await calendars.of_school(tx, school.id, now)
    days, plans = await _days(tx, school), await _plans(tx, school)
    return tuple([await _line(tx, member, rule, calendar, days, plans, now) for rule in rules])


async def _line(
    tx: Tx,
    member: Member,
    rule: Rule,
    calendar: SchoolCalendar,
    days: Mapping[str, date],
    plans: Mapping[str, Plan],
    now: datetime,
) -> Line:
    asked = await form_asks.count(tx, member.school_id, rule.form_key)
    audience = await form_ticks.not_asked(tx, member.school_id, rule.form_key, by=member.person_id, since=now - APART)
    plan, due = plans.get(rule.form_key), days.get(rule.activity)
    return Line(
        form=(await questionnaires.newest(tx, member.school_id, rule.form_key)).form,
        term=survey_terms.term(calendar, rule, due) if due else None,
        threshold=plan.threshold if plan else None,
        asked=asked.asked,
        audience=len(audience),
    )


async def decide(tx: Tx, member: Member, form_key: str, threshold: int | None, now: datetime) -> bool:
    """Who opens it and how; None leaves it to the coordinator. False for what cannot be."""
    found = await line(tx, member, form_key, now)
    if found is None or (threshold is not None and threshold not in found.ways):
        return False
    school = await schools.get(tx, member.school_id)
    if threshold is None:
        await rows.drop(tx, form_key, school_id=school.id, school_year=school.school_year)
    else:
        await rows.put(
            tx,
            form_key,
            school_id=school.id,
            school_year=school.school_year,
            threshold=threshold,
            by=member.person_id,
            now=now,
        )
    await journal.note(tx, "survey.plan", school_id=school.id, actor_id=member.person_id, now=now)
    return True


async def open_due(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> int:
    """Ask whoever of the banks was not asked, once the day has come; how many people it was.

    Who has answered another survey lately is asked as soon as that is two weeks ago, while there is time to answer.
    """
    today, asked = calendar.local_day(now), 0
    plans = await _plans(tx, school)
    if not plans or calendar.exams(today):
        return 0
    days = await _days(tx, school)
    for rule in RULES:
        plan, due = plans.get(rule.form_key), days.get(rule.activity)
        if plan and due and (runs := survey_terms.term(calendar, rule, due)).runs_on(today):
            asked += await _ask(tx, school, plan, runs, now)
    return asked


async def _ask(tx: Tx, school: School, plan: Plan, term: Term, now: datetime) -> int:
    whom = await form_ticks.not_asked(tx, school.id, plan.form_key, by=plan.decided_by, since=now - APART)
    survey = await surveys.join(
        tx,
        school,
        plan.form_key,
        threshold=plan.threshold,
        answer_by=term.answer_by,
        people=len(whom),
        by=plan.decided_by,
        now=now,
    )
    if plan.threshold and survey is None:
        return 0  # too few for answers without names: the coordinator is told
    for person_id in whom:
        await form_asks.add(
            tx,
            school_id=school.id,
            person_id=person_id,
            form_key=plan.form_key,
            school_year=school.school_year,
            by=plan.decided_by,
            answer_by=term.answer_by,
            survey_id=survey.id if survey else None,
            now=now,
        )
    return len(whom)


async def candidates(tx: Tx, school: School, calendar: SchoolCalendar, now: datetime) -> list[Candidate]:
    """For those who coordinate: surveys whose day has come and that nobody has opened."""
    today, found = calendar.local_day(now), []
    days = await _days(tx, school)
    for rule in RULES:
        due = days.get(rule.activity)
        if due is None or calendar.exams(today):
            continue
        runs = survey_terms.term(calendar, rule, due)
        if runs.runs_on(today) and not (await form_asks.count(tx, school.id, rule.form_key)).asked:
            steps = tuple(calendar.add_working_days(runs.opens_on, step) for step in REMINDED)
            key = key_of(Kind.SURVEY, rule.form_key, school.school_year)
            found += [Candidate(each, key, steps) for each in await people.coordinators(tx, school.id)]
    return found


async def _days(tx: Tx, school: School) -> Mapping[str, date]:
    """Of a day that nobody has confirmed nothing follows."""
    return {each.key: each.due_on for each in await activities.confirmed(tx, school.id, school.school_year)}


async def _plans(tx: Tx, school: School) -> Mapping[str, Plan]:
    return {each.form_key: each for each in await rows.of_year(tx, school.id, school.school_year)}
