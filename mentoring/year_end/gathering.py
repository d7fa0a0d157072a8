"""The year's report as one value: gathered in one transaction, every number out of the rows of its year."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import monitoring_paper, schools, stage_words, stages
from mentoring import pair_paper_words as paper_words
from mentoring.gatherings.kinds import NAMES
from mentoring.pair_words import area
from mentoring.papers.year_values import (
    Counts,
    YearActivity,
    YearEvent,
    YearOrder,
    YearPractice,
    YearReport,
    YearStage,
)
from mentoring.rules.indicators import median_days
from mentoring.rules.stage_status import SETTLED
from mentoring.stages import ActivitySeen, YearSeen
from mentoring.year_end import figures, measures, pair_lines
from mentoring.year_end.pair_lines import OfYear
from storage import gatherings, pair_orders, practices, year_end
from storage.evidence import Recorded
from storage.tx import Tx
from storage.vocabulary import EvidenceKind
from storage.vocabulary.pairs import OrderKind
from storage.vocabulary.year_end import ReportPart

ORDERS: Mapping[OrderKind, str] = {
    OrderKind.ASSIGN: "О закреплении наставнических пар (групп)",
    OrderKind.CHANGE: "О внесении изменений в работу пар (групп)",
    OrderKind.END: "О прекращении наставничества",
}
# What is told by a number and a date alone, in nobody's own words.
_BARE = frozenset({EvidenceKind.DOCUMENT, EvidenceKind.EVENT})


async def gather(tx: Tx, school_id: int, now: datetime, school_year: int | None = None) -> YearReport:
    """Of the school's present year, or of one that is closed."""
    school = await schools.get(tx, school_id)
    year = school.school_year if school_year is None else school_year
    head = await paper_words.school(tx, school_id)
    seen = await stages.look(tx, school_id, now, year)
    of_year = await pair_lines.gather(tx, school_id, year, now)
    paper = await monitoring_paper.gather(tx, school_id, now, year)
    people = await figures.of_year(tx, school_id, year)
    written = {each.part: each.words for each in await year_end.words(tx, school_id, year)}
    return YearReport(
        school=school.name,
        city=school.city,
        director=school.director,
        coordinator=head.coordinator,
        school_year=year,
        made_on=now.astimezone(ZoneInfo(school.time_zone)).date(),
        stages=_stages(seen),
        orders=(*_acts(seen), *await _orders(tx, school_id, year)),
        figures=people,
        pairs=of_year.lines,
        waiting=await pair_lines.waiting(tx, school_id, now) if year == school.school_year else (),
        offered=await pair_lines.offered(tx, school_id, year),
        categories=await pair_lines.categories(tx, school_id, of_year),
        meetings=_by_month(of_year),
        indicators=await measures.of_year(tx, school_id, year, of_year, people, now),
        median_days=await _median(tx, school_id, year),
        monitoring=paper,
        events=await _events(tx, school_id, year),
        practices=await _practices(tx, school_id, year),
        conclusions=written.get(ReportPart.CONCLUSIONS, ""),
        plan=written.get(ReportPart.PLAN, ""),
    )


async def _events(tx: Tx, school_id: int, year: int) -> tuple[YearEvent, ...]:
    """What was only planned is no event."""
    held = [each for each in await gatherings.of_year(tx, school_id, year) if each.held]
    return tuple(
        YearEvent(NAMES[each.kind], each.day, each.invited, each.attended, each.guests, each.number) for each in held
    )


async def _practices(tx: Tx, school_id: int, year: int) -> tuple[YearPractice, ...]:
    found = await practices.accepted(tx, school_id, year)
    return tuple(
        YearPractice(each.title, "; ".join(map(area, each.areas)), each.useful_to, each.author) for each in found
    )


def _stages(of: YearSeen) -> tuple[YearStage, ...]:
    return tuple(YearStage(each.number, each.stage.title, tuple(map(_activity, each.activities))) for each in of.stages)


def _activity(of: ActivitySeen) -> YearActivity:
    """Done by what was recorded, else by what the bot has counted; nothing else proves it."""
    settled, counted = of.state in SETTLED, stage_words.counted(of)
    by_count = f"по данным бота: {counted}" if settled and not of.evidence else ""
    return YearActivity(
        text=of.activity.text,
        due=of.day.day if of.day else None,
        due_words=of.activity.due_words,
        settled=settled,
        proof="; ".join(stage_words.proof(each) for each in of.evidence) or by_count,
        bare_proof="; ".join(_bare(each) for each in of.evidence) or by_count,
        counted=counted,
    )


def _bare(of: Recorded) -> str:
    if of.kind in _BARE:
        return stage_words.proof(of)
    return "не требуется" if of.kind is EvidenceKind.NOT_APPLICABLE else "запись координатора"


def _acts(of: YearSeen) -> Iterable[YearOrder]:
    """Documents that the roadmap has by their numbers."""
    for stage in of.stages:
        for activity in stage.activities:
            for each in activity.evidence:
                if each.kind is EvidenceKind.DOCUMENT:
                    yield YearOrder(activity.activity.text, each.number, each.dated_on)


async def _orders(tx: Tx, school_id: int, year: int) -> list[YearOrder]:
    """On pairs, the oldest first."""
    lines = {each.order_id: each.pairs for each in await year_end.order_lines(tx, school_id, year)}
    signed = await pair_orders.of_school(tx, school_id, year)
    return [YearOrder(ORDERS[each.kind], each.number, each.dated_on, lines.get(each.id, 0)) for each in signed[::-1]]


def _by_month(of: OfYear) -> tuple[tuple[str, Counts], ...]:
    months: Mapping[str, Counter[str]] = defaultdict(Counter)
    for each in of.met:
        months[each.month][pair_lines.MEETINGS[each.how]] += each.meetings
    return tuple((month, tuple(sorted(months[month].items()))) for month in sorted(months))


async def _median(tx: Tx, school_id: int, year: int) -> float | None:
    answered = await year_end.answered(tx, school_id, year)
    return median_days([(each.submitted_at - each.asked_at).total_seconds() / 86_400 for each in answered])
