"""How a pair stops: for a while, by notice of three working days, or for a reason of the closed list."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, pairs
from mentoring.access import Member
from mentoring.notices import tell_news
from mentoring.pairs import Pair
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.leaving import last_day
from mentoring.rules.pair_moves import TOGETHER
from storage import offers, pair_notices
from storage import pairs as rows
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, LeaveReason, PairKind, PairState, Side

# What a coordinator may choose; the others follow from what somebody else has done.
CHOSEN = (
    *(EndReason.TERM, EndReason.MUTUAL, EndReason.MENTEE, EndReason.REPLACED),
    *(EndReason.TRANSFER, EndReason.LEFT),
)
_BY_NOTICE = {LeaveReason.MENTOR: EndReason.MENTOR, LeaveReason.EMPLOYER: EndReason.EMPLOYER}


@dataclass(frozen=True, slots=True)
class Leaving:
    """A notice: until which day the mentor works."""

    pair: Pair
    last_day: date
    given: bool  # just now; False of one that stood already


async def earliest(tx: Tx, school_id: int, now: datetime) -> date:
    """The last day of work for whoever gives notice now."""
    calendar = await calendars.of_school(tx, school_id, now)
    return last_day(calendar, calendar.local_day(now))


async def give_notice(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Leaving | None:
    """A mentor's own word, no reason is asked; None when it is no pair of theirs as a mentor."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None or pair.side_of(member.person_id) is not Side.MENTOR:
        return None
    return await _give(tx, member, pair, LeaveReason.MENTOR, now)


async def cancel(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Leaving | None:
    """The school takes the work back, with the same notice to the mentor."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None or pair.pairing.state not in TOGETHER:
        return None
    return await _give(tx, member, pair, LeaveReason.EMPLOYER, now)


async def _give(tx: Tx, member: Member, pair: Pair, reason: LeaveReason, now: datetime) -> Leaving:
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    until = last_day(calendar, today)
    given = await pair_notices.give(tx, pair.pairing.id, leaves_on=until, reason=reason, given_on=today)
    if given:
        state = pair.pairing.state
        await rows.note_move(tx, pair.pairing.id, state, by=member.person_id, now=now, reason=f"notice.{reason}")
        await tell_news(tx, member.school_id, now, by=member.person_id)
    return Leaving(pair, until if given else pair.pairing.leaves_on or until, bool(given))


async def take_back(tx: Tx, member: Member, pairing_id: int, now: datetime) -> bool:
    """Whoever gave the notice takes it back, until the last day is over."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None or pair.pairing.leaves_on is None:
        return False
    own = pair.side_of(member.person_id) is Side.MENTOR and pair.pairing.leave_reason is LeaveReason.MENTOR
    if not (own or (member.coordinates and pair.pairing.leave_reason is LeaveReason.EMPLOYER)):
        return False
    if not await pair_notices.take_back(tx, pairing_id):
        return False
    state = pair.pairing.state
    await rows.note_move(tx, pairing_id, state, by=member.person_id, now=now, reason="notice.back")
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return True


async def end_due(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> int:
    """Whose last day is over: their mentees wait for another mentor from today. How many pairs ended."""
    today = calendar.local_day(now)
    due = await pair_notices.due(tx, school_id, today)
    for pairing_id in due:
        pair = await pairs.read(tx, school_id, pairing_id)
        if pair is not None and pair.pairing.leave_reason is not None:
            reason = _BY_NOTICE[pair.pairing.leave_reason]
            await pairs.end(tx, pair.pairing, reason, pair.pairing.leaves_on or today, by=None, now=now)
    if due:
        await tell_news(tx, school_id, now, by=None)
    return len(due)


async def end(tx: Tx, member: Member, pairing_id: int, reason: EndReason, now: datetime) -> bool:
    """A coordinator's word; a proposed pair is called back instead. False when it is over already."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None:
        return False
    if pair.pairing.state is PairState.PROPOSED:
        reason = EndReason.NOT_AGREED
    elif reason not in CHOSEN:
        return False
    calendar = await calendars.of_school(tx, member.school_id, now)
    return await pairs.end(tx, pair.pairing, reason, calendar.local_day(now), by=member.person_id, now=now)


async def pause(tx: Tx, member: Member, pairing_id: int, now: datetime) -> bool:
    pair = await pairs.read(tx, member.school_id, pairing_id)
    return pair is not None and await pairs.move(tx, pair.pairing, PairState.PAUSED, by=member.person_id, now=now)


async def resume(tx: Tx, member: Member, pairing_id: int, now: datetime) -> bool:
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None or pair.pairing.state is not PairState.PAUSED:
        return False
    return await pairs.move(tx, pair.pairing, PairState.ACTIVE, by=member.person_id, now=now)


async def take_out(tx: Tx, member: Member, pairing_id: int, person_id: int, now: datetime) -> bool:
    """Somebody leaves a group, or one of two mentors a pair; the last of a side cannot: that ends the pair."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    side = pair.side_of(person_id) if pair and pair.pairing.state is not PairState.ENDED else None
    if pair is None or side is None:
        return False
    if sum(each.side is side for each in pair.members) < 2:
        return False
    await rows.leave(tx, pairing_id, person_id, now)
    if side is Side.MENTEE and len(pair.mentees) == 2:
        await rows.set_kind(tx, pairing_id, PairKind.PAIR)
    state = pair.pairing.state
    await rows.note_move(tx, pairing_id, state, by=member.person_id, now=now, reason=f"out.{side}")
    return True


async def leave_all(tx: Tx, school_id: int, person_id: int, reason: EndReason, *, by: int | None, now: datetime) -> int:
    """A person leaves the school or withdraws consent: out of every group, and their pairs are over."""
    calendar = await calendars.of_school(tx, school_id, now)
    found = await rows.open_of(tx, person_id)
    await offers.call_back_from(tx, person_id, now)
    for pairing in found:
        pair = await pairs.read(tx, school_id, pairing.id)
        if pair is None:
            continue
        side = pair.side_of(person_id)
        await rows.leave(tx, pairing.id, person_id, now)
        if sum(each.side is side for each in pair.members) < 2:
            was_one = pairing.state is not PairState.PROPOSED
            why = reason if was_one else EndReason.NOT_AGREED
            await pairs.end(tx, pairing, why, calendar.local_day(now), by=by, now=now)
    return len(found)
