"""The pairs of a year that were at work, as the report needs them, and those who wait without one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, forms, matching, pairs, pairs_out
from mentoring.answer_values import read
from mentoring.pair_words import END_REASONS, FORMATS
from mentoring.pairs import Pair
from mentoring.papers.pairs_values import WaitingLine
from mentoring.papers.year_values import Counts, YearPair
from mentoring.rules.readiness import FORM as PROFILE
from storage import pair_orders, pairs_book, year_end
from storage.pairs import Pairing
from storage.tx import Tx
from storage.vocabulary.pairs import (
    Contact,
    EndReason,
    Origin,
    PairState,
    ProgrammeState,
    Side,
    Support,
    SupportState,
)
from storage.year_end import Met, Programme, Steps

MEETINGS: Mapping[Contact, str] = {
    Contact.TALK: "разговор",
    Contact.VISIT_MENTOR: "посещение урока наставника",
    Contact.VISIT_MENTEE: "посещение урока наставляемого",
    Contact.ONLINE: "онлайн",
    Contact.EVENT: "мероприятие",
}
WITHDRAWN = "согласие отозвано"  # in the place of a name
_AT_WORK = frozenset({PairState.ORDERED, PairState.ACTIVE, PairState.PAUSED})
_PROGRAMMES: Mapping[ProgrammeState, str] = {
    ProgrammeState.DRAFT: "черновик",
    ProgrammeState.SENT: "на утверждении",
    ProgrammeState.APPROVED: "утверждена",
    ProgrammeState.CLOSED: "завершена",
}


@dataclass(frozen=True, slots=True)
class OfYear:
    """The pairs of a year that were at work, and what is told of them."""

    pairs: tuple[Pair, ...]
    lines: tuple[YearPair, ...]
    met: tuple[Met, ...]
    programmes: Mapping[int, Programme]
    steps: Mapping[int, Steps]


def was_at_work(of: Pairing) -> bool:
    """Not only offered or agreed on: the same as `storage.year_end.WORKED`."""
    if of.state is not PairState.ENDED:
        return of.state in _AT_WORK
    return of.end_reason is not EndReason.NOT_AGREED and (of.order_id is not None or of.origin is Origin.BROUGHT)


async def gather(tx: Tx, school_id: int, school_year: int, now: datetime) -> OfYear:
    found = [
        each for each in await pairs.every(tx, school_id, school_year, tuple(PairState)) if was_at_work(each.pairing)
    ]
    today = (await calendars.of_school(tx, school_id, now)).local_day(now)
    hidden = set(await year_end.withdrawn(tx, school_id))
    of_year = OfYear(
        pairs=tuple(found),
        lines=(),
        met=tuple(await year_end.met(tx, school_id, school_year)),
        programmes={each.pairing_id: each for each in await year_end.programmes(tx, school_id, school_year)},
        steps={each.pairing_id: each for each in await year_end.steps(tx, school_id, school_year, today)},
    )
    orders = {each.id: each for each in await pair_orders.of_school(tx, school_id, school_year)}
    named = {at: f"№ {each.number} от {each.dated_on:%d.%m.%Y}" for at, each in orders.items() if each.dated_on}
    meetings: Counter[int] = Counter()
    for each in of_year.met:
        meetings[each.pairing_id] += each.meetings
    lines = [_line(each, of_year, hidden, named, meetings[each.pairing.id]) for each in found]
    return OfYear(of_year.pairs, tuple(lines), of_year.met, of_year.programmes, of_year.steps)


def _line(of: Pair, of_year: OfYear, hidden: set[int], orders: Mapping[int, str], meetings: int) -> YearPair:
    pairing = of.pairing
    programme, steps = of_year.programmes.get(pairing.id), of_year.steps.get(pairing.id)
    return YearPair(
        mentors=_names(of, Side.MENTOR, hidden),
        mentees=_names(of, Side.MENTEE, hidden),
        format=FORMATS[pairing.format],
        mark=pairs_out.MARKS[pairing.state],
        starts_on=pairing.starts_on,
        ends_on=pairing.ended_on or pairing.ends_on,
        reason=END_REASONS[pairing.end_reason] if pairing.end_reason else "",
        order=orders.get(pairing.order_id or 0, ""),
        meetings=meetings,
        programme=_PROGRAMMES[programme.state] if programme else "",
        steps_due=steps.due if steps else 0,
        steps_done=steps.done if steps else 0,
    )


def _names(of: Pair, side: Side, hidden: set[int]) -> tuple[str, ...]:
    """Who is in it; of an ended one that nobody is in any more, who was. Whoever has withdrawn is named nowhere."""
    people = [each for each in of.members if each.side is side] or [each for each in of.gone if each.side is side]
    return tuple(each.full_name if each.full_name and each.person_id not in hidden else WITHDRAWN for each in people)


async def waiting(tx: Tx, school_id: int, now: datetime) -> tuple[WaitingLine, ...]:
    seeking = await matching.seek(tx, school_id, now)
    return pairs_out.waiting_lines(seeking, await pairs_book.offered(tx, school_id))


async def offered(tx: Tx, school_id: int, school_year: int) -> Counts:
    """«консультация, состоялось: 2»."""
    first, last = date(school_year, 8, 1), date(school_year + 1, 7, 31)
    found = await year_end.offered(tx, school_id, since=first, until=last)
    return tuple((_offer(each.kind, each.state), each.many) for each in found)


def _offer(kind: Support, state: SupportState) -> str:
    return f"{pairs_out.SUPPORT[kind]}, {pairs_out.ANSWERS[state]}"


async def categories(tx: Tx, school_id: int, of: OfYear) -> Counts:
    """Of the mentors of these pairs, each once; with several categories in each of them."""
    mentors = {each.person_id for pair in of.pairs for each in (*pair.members, *pair.gone) if each.side is Side.MENTOR}
    asked = next(each for each in forms.load().get(PROFILE).questions if each.key == "category")
    said = [each.value for each in await year_end.categories(tx, school_id) if each.person_id in mentors]
    found = Counter(key for value in said for key in _keys(value))
    return tuple((each.label, found[each.key]) for each in asked.options if found[each.key])


def _keys(value: str | None) -> tuple[str, ...]:
    said = read(value)
    return said if isinstance(said, tuple) else ()
