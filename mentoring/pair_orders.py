"""Orders on pairs: which pairs stand in one, what is missing, the school's number and date."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import calendars, pairs
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.rules.pair_moves import AT_WORK
from mentoring.rules.programmes import default_term
from mentoring.schools import year_of
from storage import documents, journal, pair_orders, pair_papers
from storage import pairs as rows
from storage.pair_orders import PairOrder
from storage.pair_papers import Paper
from storage.pairs import PairMember
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import OrderKind, PairPaper, PairPaperState, PairState

FORM = "pair_order"  # the number and the date, typed
DOCUMENTS = {
    OrderKind.ASSIGN: DocumentKind.ORDER_PAIRS,
    OrderKind.CHANGE: DocumentKind.ORDER_PAIRS_CHANGE,
    OrderKind.END: DocumentKind.ORDER_PAIRS_END,
}

_SETTLED = frozenset({PairPaperState.RECEIVED, PairPaperState.NOT_NEEDED})
_ASKED = {
    OrderKind.ASSIGN: (PairState.AGREED,),
    OrderKind.CHANGE: (*sorted(AT_WORK), PairState.PAUSED),
    OrderKind.END: (PairState.ENDED,),
}


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A pair that may stand in the order; `unsigned` are those whose written consent is not in: a warning, no wall."""

    pair: Pair
    included: bool
    unsigned: tuple[PairMember, ...]


@dataclass(frozen=True, slots=True)
class InWork:
    """`order` is None before it was begun."""

    kind: OrderKind
    order: PairOrder | None
    lines: tuple[OrderLine, ...]

    @property
    def included(self) -> tuple[OrderLine, ...]:
        return tuple(each for each in self.lines if each.included)

    @property
    def ready(self) -> tuple[OrderLine, ...]:
        """Left out, though they would stand in it if it were begun now: their papers came later."""
        return tuple(each for each in self.lines if not each.included and _stands(self.kind, each.unsigned))


class Sign(StrEnum):
    """What came of the number and the date."""

    SIGNED = "signed"
    EMPTY = "empty"
    TAKEN = "taken"  # another paper of the school has this number and date
    FUTURE = "future"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Signed:
    of: Sign
    pairs: int = 0
    order_id: int = 0


async def look(tx: Tx, member: Member, kind: OrderKind, now: datetime) -> InWork:
    return await in_work(tx, member.school_id, kind)


async def in_work(tx: Tx, school_id: int, kind: OrderKind) -> InWork:
    order = await pair_orders.in_work(tx, school_id, kind)
    inside = set(await pair_orders.lines(tx, order.id)) if order else set()
    found = await _candidates(tx, school_id, kind)
    papers = await _papers(tx, found)
    lines = []
    for of in found:
        lacking = unsigned(of, papers[of.pairing.id])
        included = of.pairing.id in inside if order else _stands(kind, lacking)
        lines.append(OrderLine(of, included, lacking))
    return InWork(kind, order, tuple(lines))


def _stands(kind: OrderKind, lacking: Sequence[PairMember]) -> bool:
    """Whether a pair stands in an order that is begun now."""
    return kind is not OrderKind.ASSIGN or not lacking


async def signed(tx: Tx, member: Member) -> list[PairOrder]:
    """Of the school year, the newest first."""
    return await pair_orders.of_school(tx, member.school_id, await year_of(tx, member.school_id))


async def signed_one(tx: Tx, member: Member, order_id: int) -> PairOrder | None:
    """None of another school, of another year, and of one that has no number yet."""
    return next((each for each in await signed(tx, member) if each.id == order_id), None)


async def begin(tx: Tx, member: Member, kind: OrderKind, now: datetime) -> InWork:
    """Those whose papers are in stand in it from the start, the others by a press."""
    seen = await look(tx, member, kind, now)
    if seen.order is not None:
        return seen
    year = await year_of(tx, member.school_id)
    order_id = await pair_orders.begin(
        tx, school_id=member.school_id, school_year=year, kind=kind, by=member.person_id, now=now
    )
    for line in seen.lines:
        if line.included:
            await pair_orders.add_line(tx, order_id, line.pair.pairing.id)
    return await look(tx, member, kind, now)


async def include(tx: Tx, member: Member, kind: OrderKind, pairing_id: int, *, included: bool, now: datetime) -> bool:
    """False when the pair may not stand in an order of this kind any more."""
    seen = await begin(tx, member, kind, now)
    if seen.order is None or all(each.pair.pairing.id != pairing_id for each in seen.lines):
        return False
    if included:
        return bool(await pair_orders.add_line(tx, seen.order.id, pairing_id))
    return bool(await pair_orders.drop_line(tx, seen.order.id, pairing_id))


async def include_ready(tx: Tx, member: Member, kind: OrderKind, now: datetime) -> None:
    """All at once that would stand in it if it were begun now."""
    seen = await begin(tx, member, kind, now)
    if seen.order is None:
        return
    for line in seen.ready:
        await pair_orders.add_line(tx, seen.order.id, line.pair.pairing.id)


async def sign(tx: Tx, member: Member, kind: OrderKind, number: str, dated_on: date, now: datetime) -> Signed:
    """Its pairs are ordered by it; who has dropped out between the draft and the signature is left out."""
    seen = await look(tx, member, kind, now)
    calendar = await calendars.of_school(tx, member.school_id, now)
    if seen.order is None:
        return Signed(Sign.GONE)
    if not seen.included:
        return Signed(Sign.EMPTY)
    if dated_on > calendar.local_day(now):
        return Signed(Sign.FUTURE)
    year = seen.order.school_year
    taken = await documents.numbered(tx, member.school_id, number, dated_on)
    if taken or await pair_orders.numbered(tx, member.school_id, year, number, dated_on):
        return Signed(Sign.TAKEN)
    if not await pair_orders.sign(tx, seen.order.id, number=number, dated_on=dated_on, now=now):
        return Signed(Sign.GONE)
    for line in seen.included:
        await _ordered(tx, member, line.pair, seen.order, dated_on, now)
    await journal.note(
        tx,
        f"pair.order.{kind}",
        school_id=member.school_id,
        actor_id=member.person_id,
        count=len(seen.included),
        now=now,
    )
    return Signed(Sign.SIGNED, len(seen.included), seen.order.id)


async def _ordered(tx: Tx, member: Member, pair: Pair, order: PairOrder, dated_on: date, now: datetime) -> None:
    if order.kind is not OrderKind.ASSIGN:
        return
    if await pairs.move(tx, pair.pairing, PairState.ORDERED, by=member.person_id, now=now):
        await rows.set_order(tx, pair.pairing.id, order.id)
        if pair.pairing.starts_on is None or pair.pairing.ends_on is None:
            term = default_term(dated_on, order.school_year)
            await rows.set_term(tx, pair.pairing.id, term.starts_on, term.ends_on)


def unsigned(of: Pair, papers: Sequence[Paper]) -> tuple[PairMember, ...]:
    """Whose consent to this very pair is not in; an outside mentor signs none of these papers."""
    settled = {each.person_id for each in papers if each.kind is PairPaper.CONSENT and each.state in _SETTLED}
    return tuple(each for each in of.members if each.person_id not in settled and not each.external)


async def _candidates(tx: Tx, school_id: int, kind: OrderKind) -> list[Pair]:
    year = await year_of(tx, school_id)
    found = await pairs.every(tx, school_id, year, _ASKED[kind])
    signed = await pair_orders.of_school(tx, school_id, year)
    if kind is OrderKind.END:
        # Those that have ended with the last year too, unless only numbers are kept of it.
        found += await pairs.every(tx, school_id, year - 1, _ASKED[kind])
        found = [of for of in found if of.members or of.gone]
        signed += await pair_orders.of_school(tx, school_id, year - 1)
        over = {
            each for order in signed if order.kind is OrderKind.END for each in await pair_orders.lines(tx, order.id)
        }
        return [of for of in found if of.pairing.order_id is not None and of.pairing.id not in over]
    if kind is OrderKind.CHANGE:
        last = await _last_orders(tx, signed)
        # A pair may be entered with an order that was signed before: it has not changed by that.
        return [
            of
            for of in found
            if of.pairing.id in last and _has_changed(of, max(last[of.pairing.id], of.pairing.made_at))
        ]
    return found


async def _last_orders(tx: Tx, signed: Sequence[PairOrder]) -> Mapping[int, datetime]:
    """When each pair was last in an order of assigning or of changes."""
    last: dict[int, datetime] = {}
    for order in signed:
        for pairing_id in await pair_orders.lines(tx, order.id) if order.signed_at else []:
            last[pairing_id] = max(last.get(pairing_id, order.made_at), order.signed_at or order.made_at)
    return last


def _has_changed(of: Pair, since: datetime) -> bool:
    """Has anybody come or gone since the order was signed?"""
    return any(each.joined_at > since for each in of.members) or any(
        each.left_at is not None and each.left_at > since for each in of.gone
    )


async def _papers(tx: Tx, found: Sequence[Pair]) -> Mapping[int, list[Paper]]:
    papers: Mapping[int, list[Paper]] = defaultdict(list)
    for each in await pair_papers.of_pairs(tx, [of.pairing.id for of in found]) if found else []:
        papers[each.pairing_id].append(each)
    return papers


__all__ = [
    "DOCUMENTS",
    "FORM",
    "InWork",
    "OrderLine",
    "PairOrder",
    "Sign",
    "Signed",
    "begin",
    "in_work",
    "include",
    "look",
    "sign",
    "signed",
    "signed_one",
    "unsigned",
]
