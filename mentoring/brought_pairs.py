"""Pairs that work already, out of a school's sheet: looked at, then added once, each with its order and term."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, pairs, past_orders, sent_sheets
from mentoring.access import Member
from mentoring.pairs import Beginning
from mentoring.papers.values import SheetRead
from mentoring.past_orders import PastOrder
from mentoring.rules.pairs_sheet import BroughtPair, PairsRead
from mentoring.rules.pairs_sheet.storing import parse
from mentoring.rules.programmes import default_term
from mentoring.schools import year_of
from storage import journal, people
from storage import pairs as rows
from storage.tx import Tx
from storage.vocabulary.pairs import Format, Origin, PairState, SheetKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet that waits for «Добавить»; `known` pairs are there already, `unordered` new ones have no order."""

    id: int
    read: PairsRead
    new: tuple[BroughtPair, ...]
    known: int
    unordered: int


@dataclass(frozen=True, slots=True)
class Added:
    """What a sheet has brought; `repeated`: by an earlier press of the same button."""

    pairs: int
    known: int
    repeated: bool = False


async def keep(tx: Tx, member: Member, sheet: SheetRead, now: datetime) -> Draft:
    sheet_id = await sent_sheets.keep(tx, member, sheet, now)
    return await _draft(tx, member, sheet_id, parse(sheet.content), now)


async def find(tx: Tx, member: Member, sheet_id: int, now: datetime) -> Draft | None:
    """None when it was added, cancelled, or is older than a day."""
    kept = await sent_sheets.find(tx, member, sheet_id, SheetKind.PAIRS)
    if kept is None or kept.taken is not None:
        return None
    return await _draft(tx, member, sheet_id, parse(kept.content), now)


async def _draft(tx: Tx, member: Member, sheet_id: int, read: PairsRead, now: datetime) -> Draft:
    new = await _new(tx, member, read)
    today = (await calendars.of_school(tx, member.school_id, now)).local_day(now)
    unordered = sum(order_of(each, today) is None for each in new)
    return Draft(sheet_id, read, new, len(read.pairs) - len(new), unordered)


async def _new(tx: Tx, member: Member, read: PairsRead) -> tuple[BroughtPair, ...]:
    """Those of people who are still in the list, and of whom no two are an open pair."""
    listed = {each.id for each in await people.names(tx, member.school_id)}
    met = await rows.met(tx, member.school_id, await year_of(tx, member.school_id))
    together = {(each.mentee_id, each.mentor_id) for each in met if each.state is not PairState.ENDED}
    return tuple(each for each in read.pairs if _is_new(each, listed, together))


def _is_new(of: BroughtPair, listed: Collection[int], together: Collection[tuple[int, int]]) -> bool:
    known = any((mentee, mentor) in together for mentee in of.mentees for mentor in of.mentors)
    return not known and all(each in listed for each in (*of.mentees, *of.mentors))


async def add(tx: Tx, member: Member, sheet_id: int, now: datetime) -> Added | None:
    """Pressed twice, it adds once and says the same again; None when there is no such sheet any more."""
    kept = await sent_sheets.find(tx, member, sheet_id, SheetKind.PAIRS)
    if kept is None:
        return None
    if kept.taken is not None:
        return Added(kept.taken["pairs"], kept.taken["known"], repeated=True) if kept.mine else None
    draft = await _draft(tx, member, sheet_id, parse(kept.content), now)
    today = (await calendars.of_school(tx, member.school_id, now)).local_day(now)
    year = await year_of(tx, member.school_id)
    for each in draft.new:
        await _begin(tx, member, each, order_of(each, today), ends_on(each, year), now)
    await sent_sheets.settle(tx, member, sheet_id, {"pairs": len(draft.new), "known": draft.known})
    await journal.note(
        tx, "pairs.import", school_id=member.school_id, actor_id=member.person_id, count=len(draft.new), now=now
    )
    return Added(len(draft.new), draft.known)


async def _begin(tx: Tx, member: Member, of: BroughtPair, order: PastOrder | None, until: date, now: datetime) -> None:
    """At work with its order; without one it waits for the next order like any pair that is agreed on."""
    beginning = Beginning(
        of.mentors,
        of.mentees,
        form_of(of),
        PairState.ACTIVE if order else PairState.AGREED,
        Origin.BROUGHT,
        starts_on=of.starts_on,
        ends_on=until,
    )
    pairing_id = await pairs.begin(tx, member, beginning, now)
    if order is not None:
        await past_orders.put_in(tx, member, pairing_id, order, now)


def ends_on(of: BroughtPair, year: int) -> date:
    """What the sheet leaves open ends with the school year."""
    return of.ends_on or default_term(of.starts_on, year).ends_on


def order_of(of: BroughtPair, today: date) -> PastOrder | None:
    """Only a whole one, of a day that has come."""
    is_signed = of.order_number and of.order_on is not None and of.order_on <= today
    return PastOrder(of.order_number, of.order_on) if is_signed and of.order_on else None


def form_of(of: BroughtPair) -> Format:
    if of.format:
        return Format(of.format)
    return Format.GROUP if len(of.mentees) > 1 else Format.ONE_TO_ONE
