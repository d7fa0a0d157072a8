"""The pairs of the year as a workbook and as pictures: gathered in one transaction, made in the worker."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import matching, pair_orders, pairs, schools
from mentoring.jobs import Gather, Task, Work
from mentoring.matching import Seeking
from mentoring.pair_words import FORMATS, STATES, keys
from mentoring.pairs import Pair, PairMember
from mentoring.papers.pairs_caption import caption
from mentoring.papers.pairs_values import (
    NetworkPerson,
    PairLine,
    PairLink,
    PairMark,
    PairsBook,
    PairsNetwork,
    WaitingLine,
)
from mentoring.rules.matching import Term
from mentoring.rules.names import short_name
from mentoring.rules.pair_moves import OPEN
from storage import pair_orders as orders
from storage import pair_papers, pairs_book
from storage import pairs as rows
from storage.jobs import Job
from storage.pair_orders import PairOrder
from storage.pair_papers import Paper
from storage.pairs_book import Meetings, Offered
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, PairState, ProgrammeState, Side, Support, SupportState

MARKS: Mapping[PairState, PairMark] = {
    PairState.PROPOSED: PairMark.OFFERED,
    PairState.AGREED: PairMark.AGREED,
    PairState.ORDERED: PairMark.ACTIVE,
    PairState.ACTIVE: PairMark.ACTIVE,
    PairState.PAUSED: PairMark.PAUSED,
    PairState.ENDED: PairMark.ENDED,
}
_PROGRAMMES: Mapping[ProgrammeState, str] = {
    ProgrammeState.DRAFT: "черновик",
    ProgrammeState.SENT: "на утверждении",
    ProgrammeState.APPROVED: "утверждена",
    ProgrammeState.CLOSED: "завершена",
}
SUPPORT: Mapping[Support, str] = {
    Support.MATERIALS: "материалы",
    Support.CONSULTATION: "консультация",
    Support.GROUP: "группа",
}
ANSWERS: Mapping[SupportState, str] = {
    SupportState.OFFERED: "предложено",
    SupportState.WANTED: "ответ «да»",
    SupportState.DECLINED: "не нужно",
    SupportState.HELD: "состоялось",
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is told of pairs beside themselves, by the pair."""

    orders: Mapping[int, PairOrder]
    papers: Mapping[int, Sequence[Paper]]
    meetings: Mapping[int, Meetings]
    programmes: Mapping[int, ProgrammeState]
    steps: Mapping[int, str]


async def book(tx: Tx, job: Job, now: datetime) -> Task:
    school = await schools.get(tx, job.school_id)
    found = await _pairs(tx, school, tuple(PairState))
    seeking = await matching.seek(tx, school.id, now)
    known = await _known(tx, school, found)
    made_on = _day(school, now)
    value = PairsBook(
        school=school.name,
        school_year=_year(school),
        made_on=made_on,
        made_at=now.replace(tzinfo=None),
        pairs=tuple(_line(each, known) for each in found),
        waiting=waiting_lines(seeking, await pairs_book.offered(tx, school.id)),
        counts=_counts(found, seeking),
    )
    return Task("mentoring.papers.pairs_book:build", (value,), f"Пары {made_on}.xlsx")


async def chart(tx: Tx, job: Job, now: datetime) -> Task:
    """Only what is not over; the caption says the same in words."""
    school = await schools.get(tx, job.school_id)
    found = await _pairs(tx, school, sorted(OPEN))
    seeking = await matching.seek(tx, school.id, now)
    taken = {each.person_id for each in await rows.used(tx, school.id)}
    free = [each for each in seeking.mentors.values() if each.id not in taken]
    waiting = sorted(seeking.waiting.values(), key=lambda each: (-each.days, each.candidate.id))
    people = {each.person_id: each.full_name for pair in found for each in pair.members}
    people |= {each.id: each.full_name for each in (*free, *(of.candidate for of in waiting))}
    named = _named(people)
    value = PairsNetwork(
        school=school.short_name or school.name,
        school_year=_year(school),
        made_on=_day(school, now),
        links=tuple(_link(each, named) for each in found),
        waiting=tuple(named[each.candidate.id] for each in waiting),
        free=tuple(named[each.id] for each in free),
    )
    return Task("mentoring.papers.pairs_chart:build", (value,), "Схема пар.png", caption(value))


async def _pairs(tx: Tx, school: School, states: Sequence[PairState]) -> list[Pair]:
    """Without those that never were any."""
    found = await pairs.every(tx, school.id, school.school_year, states)
    return [each for each in found if each.pairing.end_reason is not EndReason.NOT_AGREED]


async def _known(tx: Tx, school: School, found: Sequence[Pair]) -> _Known:
    papers: dict[int, list[Paper]] = defaultdict(list)
    for each in await pair_papers.of_pairs(tx, [of.pairing.id for of in found]) if found else []:
        papers[each.pairing_id].append(each)
    of_year = school.id, school.school_year
    return _Known(
        orders={each.id: each for each in await orders.of_school(tx, *of_year)},
        papers=papers,
        meetings={each.pairing_id: each for each in await pairs_book.meetings(tx, *of_year)},
        programmes={each.pairing_id: each.state for each in await pairs_book.programmes(tx, *of_year)},
        steps={each.pairing_id: each.activity for each in await pairs_book.next_steps(tx, *of_year)},
    )


def _line(of: Pair, known: _Known) -> PairLine:
    pairing = of.pairing
    order = known.orders.get(pairing.order_id or 0)
    meetings = known.meetings.get(pairing.id)
    state = known.programmes.get(pairing.id)
    return PairLine(
        mentors=_full_names(of, Side.MENTOR),
        mentees=_full_names(of, Side.MENTEE),
        mark=MARKS[pairing.state],
        format=FORMATS[pairing.format].capitalize(),
        starts_on=pairing.starts_on,
        ends_on=pairing.ended_on or pairing.ends_on,
        order_number=order.number if order else "",
        order_on=order.dated_on if order else None,
        consents=_consents(of, known.papers.get(pairing.id, ())),
        programme=_PROGRAMMES[state] if state else "",
        meetings=meetings.meetings if meetings else 0,
        last_meeting_on=meetings.last_on if meetings else None,
        next_step=known.steps.get(pairing.id, ""),
    )


def _full_names(of: Pair, side: Side) -> tuple[str, ...]:
    """Who is in it; of an ended one that nobody is in any more, who was."""
    here = [each for each in of.members if each.side is side] or [each for each in of.gone if each.side is side]
    return tuple(each.full_name for each in here)


def _consents(of: Pair, papers: Sequence[Paper]) -> str:
    signing = [each for each in of.members if not each.external]
    left = len(pair_orders.unsigned(of, papers))
    return f"{len(signing) - left} из {len(signing)}" if signing else ""


def waiting_lines(seeking: Seeking, offered: Sequence[Offered]) -> tuple[WaitingLine, ...]:
    said: dict[int, list[str]] = defaultdict(list)
    for each in offered:
        said[each.person_id].append(f"{SUPPORT[each.kind]}: {ANSWERS[each.state]} {each.day:%d.%m.%Y}")
    longest = sorted(seeking.waiting.values(), key=lambda each: (-each.days, each.candidate.id))
    people = [(each.candidate, each.days) for each in longest]
    return tuple(WaitingLine(of.full_name, days, _areas(seeking, of.id), "; ".join(said[of.id])) for of, days in people)


def _areas(seeking: Seeking, mentee_id: int) -> str:
    return keys(Term.AREA, tuple(seeking.problem.mentee(mentee_id).areas))


def _counts(found: Sequence[Pair], seeking: Seeking) -> tuple[tuple[str, int], ...]:
    states = Counter(each.pairing.state for each in found)
    return (
        *((f"Пары и группы: {STATES[state]}", states[state]) for state in PairState),
        ("Без пары ждут", len(seeking.waiting)),
        ("Готовы быть наставниками", len(seeking.mentors)),
        ("Свободных мест у наставников", sum(each.places for each in seeking.problem.mentors)),
    )


def _named(people: Mapping[int, str]) -> Mapping[int, str]:
    """Short names; namesakes by their whole ones."""
    short = Counter(short_name(each) for each in people.values())
    return {id_: short_name(each) if short[short_name(each)] == 1 else each for id_, each in people.items()}


def _link(of: Pair, named: Mapping[int, str]) -> PairLink:
    return PairLink(_people(of.mentors, named), _people(of.mentees, named), MARKS[of.pairing.state])


def _people(of: Iterable[PairMember], named: Mapping[int, str]) -> tuple[NetworkPerson, ...]:
    return tuple(NetworkPerson(each.person_id, named[each.person_id]) for each in of)


def _year(of: School) -> str:
    return f"{of.school_year}/{of.school_year + 1}"


def _day(of: School, now: datetime) -> str:
    return f"{now.astimezone(ZoneInfo(of.time_zone)):%d.%m.%Y}"


KINDS: Mapping[str, Gather] = {Work.PAIRS_BOOK: book, Work.PAIRS_CHART: chart}
