"""Meetings that are to be: a common free lesson that one chooses and another agrees to, or another day by word."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, free_lessons, pairs
from mentoring.access import Member
from mentoring.pairs import Pair, PairMember
from mentoring.rules.lessons import MOST_SLOTS, Slot, propose
from mentoring.rules.pair_life import move_days
from storage import journal, meetings
from storage.meetings import Meeting
from storage.tx import Tx
from storage.vocabulary.pairs import MeetingState

ANY_TIME = -1  # instead of a lesson: they have agreed on the day by themselves
MOVED_TO = 8  # days that are offered


@dataclass(frozen=True, slots=True)
class Offered:
    """Three slots of the pair, and who has not marked when they are free."""

    pair: Pair
    slots: tuple[Slot, ...]
    page: int
    further: bool
    mine: bool  # the person has marked their own
    unmarked: tuple[PairMember, ...]  # the others who have not


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting that is to be, as one member sees it."""

    meeting: Meeting
    pair: Pair
    may_answer: bool
    over: bool  # its day has passed without a word


async def offer(tx: Tx, member: Member, pairing_id: int, page: int, now: datetime) -> Offered | None:
    """None when it is no pair of theirs now."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None:
        return None
    of_pages = await _pages(tx, member, pair, page + 1, now)
    marked = await free_lessons.marked(tx, pair)
    number = min(page, max(len(of_pages) - 1, 0))
    unmarked = [each for each in pair.members if each.person_id not in marked]
    return Offered(
        pair,
        of_pages[number] if of_pages else (),
        number,
        further=len(of_pages) > number + 1,
        mine=member.person_id in marked,
        unmarked=tuple(each for each in unmarked if each.person_id != member.person_id),
    )


async def _pages(tx: Tx, member: Member, pair: Pair, most: int, now: datetime) -> list[tuple[Slot, ...]]:
    """By three, each without those before it; one more than `most` tells that there is one."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    free = await free_lessons.of_pair(tx, pair)
    taken = await _taken(tx, pair, today)
    found: list[tuple[Slot, ...]] = []
    while len(found) <= most and (slots := propose(free, calendar, today, frozenset(taken))):
        found.append(slots)
        taken |= set(slots)
    return found


async def _taken(tx: Tx, pair: Pair, today: date) -> set[Slot]:
    """What did not suit this pair, and whatever its members are to do in others."""
    busy = await meetings.refused_of(tx, pair.pairing.id, today)
    for each in pair.members:
        busy += await meetings.taken_of(tx, each.person_id, today)
    return {Slot(each.day, each.lesson) for each in busy if each.lesson >= 0}


async def choose(tx: Tx, member: Member, pairing_id: int, slot: Slot, now: datetime) -> Planned | None:
    """The others are asked; None when the slot is not free any more, or it is no pair of theirs."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None:
        return None
    before = await meetings.open_of(tx, pairing_id)
    if before is not None and (before.day, before.lesson) == (slot.day, slot.number):
        return await planned(tx, member, pair, now)
    every = await _pages(tx, member, pair, _WHOLE, now)
    if not any(slot in page for page in every):
        return None
    if before is not None:
        await meetings.close(tx, before.id, MeetingState.MOVED)
    await meetings.choose(tx, pairing_id, day=slot.day, lesson=slot.number, by=member.person_id, now=now)
    made = await meetings.open_of(tx, pairing_id)
    if made is not None and not _can_be_asked(pair, member):
        await meetings.agree(tx, made.id, by=member.person_id, now=now)
    await journal.note(tx, "meeting.choose", school_id=member.school_id, actor_id=member.person_id, now=now)
    return await planned(tx, member, pair, now)


def _can_be_asked(pair: Pair, member: Member) -> bool:
    """Is there anybody of the other side with Telegram? If not, they agree in person."""
    side = pair.side_of(member.person_id)
    return any(each.account_id is not None for each in pair.members if each.side is not side)


_WHOLE = 14 * 11 // MOST_SLOTS  # pages: every lesson of two weeks


async def planned(tx: Tx, member: Member, pair: Pair, now: datetime) -> Planned | None:
    found = await meetings.open_of(tx, pair.pairing.id)
    return await _planned(tx, member, pair, found, now) if found else None


async def look(tx: Tx, member: Member, meeting_id: int, now: datetime) -> Planned | None:
    """A meeting of one's own pair that is still to be."""
    found = await meetings.get(tx, meeting_id, member.school_id)
    open_ = found is not None and found.state in (MeetingState.CHOSEN, MeetingState.AGREED)
    pair = await pairs.own_one(tx, member, found.pairing_id) if found and open_ else None
    return await _planned(tx, member, pair, found, now) if found and pair else None


async def _planned(tx: Tx, member: Member, pair: Pair, of: Meeting, now: datetime) -> Planned:
    today = now.astimezone(member.zone).date()
    asked = of.state is MeetingState.CHOSEN and of.day >= today
    other = pair.side_of(member.person_id) is not pair.side_of(of.chosen_by)
    return Planned(of, pair, may_answer=asked and other, over=of.day < today)


async def agree(tx: Tx, member: Member, meeting_id: int, now: datetime) -> Planned | None:
    """The other side's word; None when there is nothing to agree to."""
    found = await look(tx, member, meeting_id, now)
    if found is None or not found.may_answer:
        return None
    await meetings.agree(tx, meeting_id, by=member.person_id, now=now)
    return await look(tx, member, meeting_id, now)


async def refuse(tx: Tx, member: Member, meeting_id: int, now: datetime) -> Pair | None:
    """It does not suit: the pair, to be offered the next ones."""
    found = await look(tx, member, meeting_id, now)
    if found is None or not found.may_answer:
        return None
    await meetings.close(tx, meeting_id, MeetingState.DROPPED)
    return found.pair


async def days_to_move(tx: Tx, member: Member, now: datetime) -> tuple[date, ...]:
    calendar = await calendars.of_school(tx, member.school_id, now)
    return move_days(calendar, calendar.local_day(now), MOVED_TO)


async def move(tx: Tx, member: Member, pairing_id: int, day: date, now: datetime) -> Planned | None:
    """They have moved it by word: nobody is asked again. None of a day that is not offered."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None or day not in await days_to_move(tx, member, now):
        return None
    before = await meetings.open_of(tx, pairing_id)
    if before is None or (before.day, before.lesson) != (day, ANY_TIME):
        if before is not None:
            await meetings.close(tx, before.id, MeetingState.MOVED)
        await meetings.choose(tx, pairing_id, day=day, lesson=ANY_TIME, by=member.person_id, now=now)
        made = await meetings.open_of(tx, pairing_id)
        if made is not None:
            await meetings.agree(tx, made.id, by=member.person_id, now=now)
        await journal.note(tx, "meeting.move", school_id=member.school_id, actor_id=member.person_id, now=now)
    return await planned(tx, member, pair, now)


__all__ = [
    "ANY_TIME",
    "Meeting",
    "Offered",
    "Planned",
    "agree",
    "choose",
    "days_to_move",
    "look",
    "move",
    "offer",
    "planned",
    "refuse",
]
