"""Meetings that were: noted in two taps, seen by the other side, confirmed with one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring import calendars, forms, pairs
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.pair_life import LOOKED_BACK, note_days
from storage import contact_notes, fit_answers, journal, meetings
from storage import pairs as rows
from storage.contact_notes import Note
from storage.pairs import Pairing
from storage.tx import Tx
from storage.vocabulary.pairs import Contact, MeetingState, NoteAnswer, PairState, Side

UNDO = timedelta(minutes=10)
MOST_TOPICS = 5


class Noted(StrEnum):
    """What came of a press."""

    KEPT = "kept"
    KNOWN = "known"  # the same person has noted this day before
    OTHERS = "others"  # another member has: it waits for a word
    BEFORE = "before"  # the pair was not made yet
    AHEAD = "ahead"
    LONG_AGO = "long_ago"


@dataclass(frozen=True, slots=True)
class NoteSeen:
    """A note as one member of the pair may see it."""

    note: Note
    pair: Pair
    mine: bool
    may_answer: bool
    may_undo: bool
    asks_fit: bool  # the person has not said yet whether the pair suits


@dataclass(frozen=True, slots=True)
class Result:
    noted: Noted
    seen: NoteSeen | None = None  # the note that there is


def areas() -> tuple[str, ...]:
    """The keys of what may be talked of."""
    return tuple(each.key for each in forms.load().dictionary("areas"))


def began(calendar: SchoolCalendar, pairing: Pairing) -> date:
    """The first day on which the pair can have met; one that was brought in may be older than its row."""
    made = calendar.local_day(pairing.made_at)
    return min(made, pairing.starts_on) if pairing.starts_on else made


async def days(tx: Tx, member: Member, pair: Pair, now: datetime) -> tuple[date, ...]:
    """For which a meeting may be noted, today first."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    return note_days(calendar, began(calendar, pair.pairing), calendar.local_day(now))


async def note(tx: Tx, member: Member, pairing_id: int, day: date, area: str, now: datetime) -> Result | None:
    """A meeting of that day; None when it is no pair of theirs now, or there is no such topic."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None or area not in areas():
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    refused = _refusal(day, began(calendar, pair.pairing), calendar.local_day(now))
    if refused is not None:
        return Result(refused)
    there = next((each for each in await _visible(tx, member, pair) if each.held_on == day), None)
    if there is not None:
        mine = there.author_id == member.person_id
        return Result(Noted.KNOWN if mine else Noted.OTHERS, await _seen(tx, member, pair, there, now))
    note_id = await contact_notes.add(tx, pairing_id, author_id=member.person_id, held_on=day, topics=(area,), now=now)
    await _after(tx, member, pair, day, now)
    return Result(Noted.KEPT, await look(tx, member, note_id, now))


def _refusal(day: date, first: date, today: date) -> Noted | None:
    if day > today:
        return Noted.AHEAD
    if day < first:
        return Noted.BEFORE
    return Noted.LONG_AGO if day <= today - timedelta(days=LOOKED_BACK) else None


async def _after(tx: Tx, member: Member, pair: Pair, day: date, now: datetime) -> None:
    """The first meeting is the beginning of the work; what was to be on that day has been."""
    if pair.pairing.state is PairState.ORDERED:
        await pairs.move(tx, pair.pairing, PairState.ACTIVE, by=member.person_id, now=now)
    planned = await meetings.open_of(tx, pair.pairing.id)
    if planned is not None and planned.day <= day:
        await meetings.close(tx, planned.id, MeetingState.HELD)
    await journal.note(tx, "meeting.note", school_id=member.school_id, actor_id=member.person_id, now=now)


async def look(tx: Tx, member: Member, note_id: int, now: datetime) -> NoteSeen | None:
    """A note of one's own pair that stands; None of anybody else's."""
    found = await contact_notes.get(tx, note_id, member.school_id)
    pair = await pairs.own_one(tx, member, found.pairing_id) if found and found.taken_back_at is None else None
    if found is None or pair is None or not _may_see(pair, member.person_id, found):
        return None
    return await _seen(tx, member, pair, found, now)


async def last(tx: Tx, member: Member, pair: Pair, now: datetime) -> NoteSeen | None:
    """The newest meeting that this member may see."""
    found = await _visible(tx, member, pair)
    return await _seen(tx, member, pair, found[0], now) if found else None


async def _visible(tx: Tx, member: Member, pair: Pair) -> list[Note]:
    notes = await contact_notes.of_pair(tx, pair.pairing.id)
    return [each for each in notes if _may_see(pair, member.person_id, each)]


def _may_see(pair: Pair, person_id: int, of: Note) -> bool:
    """Mentors see all; a mentee of a group sees nothing of what the other mentees have noted."""
    own = of.author_id == person_id or pair.side_of(person_id) is Side.MENTOR
    return own or side_of_anybody(pair, of.author_id) is Side.MENTOR


def side_of_anybody(pair: Pair, person_id: int) -> Side | None:
    """Also of whoever has left."""
    return next((each.side for each in (*pair.members, *pair.gone) if each.person_id == person_id), None)


async def _seen(tx: Tx, member: Member, pair: Pair, of: Note, now: datetime) -> NoteSeen:
    mine = of.author_id == member.person_id
    return NoteSeen(
        of,
        pair,
        mine,
        may_answer=not mine and of.answer is NoteAnswer.NONE,
        may_undo=mine and now - of.noted_at <= UNDO,
        asks_fit=await fit_answers.said(tx, pair.pairing.id, member.person_id) is None,
    )


async def answer(tx: Tx, member: Member, note_id: int, said: NoteAnswer, now: datetime) -> NoteSeen | None:
    """Another member's word, once; None when there is nothing to answer. Silence is no word."""
    seen = await look(tx, member, note_id, now)
    if seen is None or not seen.may_answer:
        return None
    await contact_notes.answer(tx, note_id, said, by=member.person_id)
    return await look(tx, member, note_id, now)


async def set_how(tx: Tx, member: Member, note_id: int, how: Contact, now: datetime) -> bool:
    mine = await _mine(tx, member, note_id, now)
    return mine is not None and bool(await contact_notes.set_how(tx, note_id, how))


async def add_topic(tx: Tx, member: Member, note_id: int, area: str, now: datetime) -> bool:
    mine = await _mine(tx, member, note_id, now)
    if mine is None or area not in areas() or area in mine.note.topics or len(mine.note.topics) >= MOST_TOPICS:
        return False
    return bool(await contact_notes.set_topics(tx, note_id, (*mine.note.topics, area)))


async def take_back(tx: Tx, member: Member, note_id: int, now: datetime) -> bool:
    """Its author, for ten minutes; a pair that was at work by this note alone is not any more."""
    mine = await _mine(tx, member, note_id, now)
    if mine is None or not mine.may_undo or not await contact_notes.take_back(tx, note_id, now):
        return False
    pairing = mine.pair.pairing
    if not await contact_notes.of_pair(tx, pairing.id) and pairing.state is PairState.ACTIVE:
        moved = await rows.moves(tx, pairing.id)
        if len(moved) > 1 and (moved[-2].state, moved[-1].state) == (PairState.ORDERED, PairState.ACTIVE):
            await pairs.move(tx, pairing, PairState.ORDERED, by=member.person_id, now=now)
    await journal.note(tx, "meeting.back", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def _mine(tx: Tx, member: Member, note_id: int, now: datetime) -> NoteSeen | None:
    seen = await look(tx, member, note_id, now)
    return seen if seen and seen.mine else None


__all__ = [
    "MOST_TOPICS",
    "Note",
    "NoteSeen",
    "Noted",
    "Result",
    "add_topic",
    "answer",
    "areas",
    "began",
    "days",
    "last",
    "look",
    "note",
    "set_how",
    "side_of_anybody",
    "take_back",
]
