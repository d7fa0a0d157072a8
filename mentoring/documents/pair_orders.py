"""What an order on pairs is about: the pairs of today while it is in work, afterwards as it was signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from mentoring import calendars, pair_orders, pairs, schools
from mentoring import pair_paper_words as words
from mentoring.documents.filled import Filled, Register
from mentoring.documents.pair_order_values import values_of
from mentoring.pairs import Pair, PairMember
from mentoring.papers.pair_values import (
    SYSTEM_GROUND,
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    Order,
    OrderHead,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
)
from mentoring.papers.pair_values import Pair as PaperPair
from mentoring.rules.roadmap import REGULATION
from mentoring.rules.text import clean_line, fold
from mentoring.schools import Field, year_of
from storage import evidence, year_end
from storage import pair_orders as rows
from storage.pair_orders import PairOrder
from storage.tx import Tx
from storage.vocabulary import EvidenceKind
from storage.vocabulary.pairs import Format, OrderKind, Side

PROGRAMMES_WITHIN = 15  # working days after the order (the roadmap's own term)
_WITHOUT_PROGRAMME = frozenset({Format.SPEED, Format.SITUATIONAL})
_NONE = frozenset({"нет", "-", ""})
_LABOUR_CODE = "351.8"


@dataclass(frozen=True, slots=True)
class Then:
    """A pair with those who were in it when the order was signed; `former` are its mentors of the order before."""

    pair: Pair
    former: tuple[PairMember, ...]


async def assign(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    return await _gather(tx, school_id, OrderKind.ASSIGN, about, now)


async def change(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    return await _gather(tx, school_id, OrderKind.CHANGE, about, now)


async def end(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    return await _gather(tx, school_id, OrderKind.END, about, now)


async def _gather(tx: Tx, school_id: int, kind: OrderKind, about: str, now: datetime) -> Filled | None:
    """`about` is the order; None when it is no order of this kind and school, or nobody is left in it."""
    order = await rows.get(tx, int(about), school_id) if about.isdecimal() else None
    found = await _found(tx, order) if order and order.kind is kind else []
    if order is None or not found:
        return None
    register = Register(order.number, order.dated_on) if order.dated_on else None
    return Filled(values_of(await _order(tx, order, found, now)), register=register)


async def _found(tx: Tx, order: PairOrder) -> list[Then]:
    """Of a signed one whoever was there on that day, but for those who have withdrawn: they are named nowhere."""
    if order.signed_at is None:
        seen = await pair_orders.in_work(tx, order.school_id, order.kind)
        return [await _then(tx, order, each.pair) for each in seen.included]
    hidden = set(await year_end.withdrawn(tx, order.school_id))
    inside = [await pairs.read(tx, order.school_id, each) for each in await rows.lines(tx, order.id)]
    found = [_as_of(each, order.signed_at, hidden) for each in inside if each is not None]
    return [await _then(tx, order, each) for each in found if each.members]


def _as_of(of: Pair, at: datetime, hidden: set[int]) -> Pair:
    """`gone` are those who had left it before."""
    everybody = [each for each in (*of.members, *of.gone) if each.person_id not in hidden and each.full_name]
    here = [each for each in everybody if each.joined_at <= at and (each.left_at is None or each.left_at > at)]
    gone = tuple(each for each in everybody if each.left_at is not None and each.left_at <= at)
    return replace(of, members=tuple(here or everybody), gone=gone if here else ())


async def _then(tx: Tx, order: PairOrder, of: Pair) -> Then:
    """A pair may be entered with an order that was signed before: it has not changed by that."""
    since = await _ordered_before(tx, order, of)
    everybody = [each for each in (*of.members, *of.gone) if each.side is Side.MENTOR]
    former = [each for each in everybody if each.joined_at <= since and (each.left_at is None or each.left_at > since)]
    return Then(of, tuple(former))


async def _ordered_before(tx: Tx, order: PairOrder, of: Pair) -> datetime:
    signed = await rows.of_school(tx, order.school_id, order.school_year)
    before = [each for each in signed if each.id != order.id and each.kind is not OrderKind.END]
    at = [each.signed_at for each in before if of.pairing.id in await rows.lines(tx, each.id)]
    until = order.signed_at
    return max([each for each in at if each and (until is None or each < until)] + [of.pairing.made_at])


async def _order(tx: Tx, order: PairOrder, found: Sequence[Then], now: datetime) -> Order:
    calendar = await calendars.of_school(tx, order.school_id, now)
    today = order.dated_on or calendar.local_day(now)
    head = await _head(tx, order)
    due = calendar.add_working_days(today, PROGRAMMES_WITHIN)
    programmes = any(each.pair.pairing.format not in _WITHOUT_PROGRAMME for each in found)
    papers = await words.papers(tx, order.school_id, [each.pair for each in found], today)
    match order.kind:
        case OrderKind.ASSIGN:
            return AssignOrder(head=head, pairs=papers, programmes_due_on=due, with_programmes=programmes)
        case OrderKind.CHANGE:
            changes = [
                await _change(tx, each, since=today, paper=paper) for each, paper in zip(found, papers, strict=True)
            ]
            return ChangeOrder(head=head, changes=tuple(changes), programmes_due_on=due, with_programmes=programmes)
        case OrderKind.END:
            endings = [await _ending(tx, each.pair, paper) for each, paper in zip(found, papers, strict=True)]
            return EndOrder(head=head, endings=tuple(endings))


async def _head(tx: Tx, order: PairOrder) -> OrderHead:
    school = replace(await words.school(tx, order.school_id), school_year=order.school_year)
    details = await schools.details(tx, order.school_id)
    return OrderHead(
        school=school,
        regulation=await regulation(tx, order.school_id),
        grounds=_grounds(details.get(Field.GROUNDS, ""), details.get(Field.REGIONAL_ACT, "")),
        agreements_by=details.get(Field.AGREEMENTS_BY, ""),
    )


def _grounds(typed: str, regional: str) -> tuple[str, ...]:
    """The order says itself when the labour code is one of them."""
    own = tuple(said for each in typed.split(";") if (said := clean_line(each)) and _LABOUR_CODE not in said)
    return (*(own or (SYSTEM_GROUND,)), *(() if fold(regional) in _NONE else (regional,)))


async def regulation(tx: Tx, school_id: int) -> Act:
    """The order on the regulation, if the roadmap has its number."""
    for each in await evidence.of_year(tx, school_id, await year_of(tx, school_id)):
        if each.activity == REGULATION and each.kind is EvidenceKind.DOCUMENT:
            return Act(each.number, each.dated_on)
    return Act()


async def _change(tx: Tx, then: Then, *, since: date, paper: PaperPair) -> PairChange:
    """With the mentors as they stand in the order before."""
    now = {each.person_id for each in then.pair.mentors}
    gone = tuple(each for each in then.former if each.person_id not in now)
    if gone:
        kind = PairChangeKind.MENTOR_REPLACED
    else:
        added = len(now) > len(then.former)
        kind = PairChangeKind.MENTOR_ADDED if added else PairChangeKind.MENTEES
    former = tuple(map(_participant, gone or then.former))
    order = await _assigned_by(tx, then.pair)
    return PairChange(pair=paper, kind=kind, order=order, since=since, former_mentors=former)


async def _ending(tx: Tx, of: Pair, paper: PaperPair) -> PairEnding:
    """Of a side that everybody has left, whoever left it last."""
    whole = replace(paper, mentors=_last(of, Side.MENTOR), mentees=_last(of, Side.MENTEE))
    return PairEnding(
        pair=whole,
        order=await _assigned_by(tx, of),
        ends_on=of.pairing.ended_on,
        reason=words.REASONS.get(of.pairing.end_reason) if of.pairing.end_reason else None,
        notice_on=of.pairing.leave_given_on,
    )


def _last(of: Pair, side: Side) -> tuple[Participant, ...]:
    here = [each for each in of.members if each.side is side]
    gone = [each for each in of.gone if each.side is side]
    last = max((each.left_at for each in gone if each.left_at), default=None)
    return tuple(map(_participant, here or [each for each in gone if each.left_at == last]))


def _participant(of: PairMember) -> Participant:
    return Participant(name=of.full_name, post=of.position, id=of.person_id, is_external=of.external)


async def _assigned_by(tx: Tx, of: Pair) -> Act:
    order_id = of.pairing.order_id
    return words.act(await rows.get(tx, order_id, of.pairing.school_id) if order_id else None)
