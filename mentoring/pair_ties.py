"""What a coordinator decides or knows of two people before they are matched: a pin, a ban, a warning."""

from datetime import datetime

from mentoring import matching, schools
from mentoring.access import Member
from mentoring.rules.matching import (
    Pair,
)
from storage import journal
from storage import pair_ties as rows
from storage.tx import Tx
from storage.vocabulary.pairs import Tie


async def put(tx: Tx, member: Member, of: Pair, kind: Tie, now: datetime) -> bool:
    """A pin ends a ban and another pin, a ban ends a pin; False when it is so already, or is no pair of this school."""
    seeking = await matching.seek(tx, member.school_id, now)
    if of.mentee_id not in seeking.waiting or of.mentor_id not in seeking.mentors:
        return False
    return await _put(tx, member, seeking.school_year, of, kind, now)


async def pin(tx: Tx, member: Member, year: int, of: Pair, now: datetime) -> bool:
    """Of two people who are looked at already."""
    return await _put(tx, member, year, of, Tie.PINNED, now)


async def untie(tx: Tx, member: Member, of: Pair, kind: Tie, now: datetime) -> bool:
    year = await schools.year_of(tx, member.school_id)
    await journal.note(tx, f"pair.{kind}.not", school_id=member.school_id, actor_id=member.person_id, now=now)
    return await drop(tx, member, year, of, kind)


async def drop(tx: Tx, member: Member, year: int, of: Pair, kind: Tie) -> bool:
    return bool(
        await rows.drop(
            tx,
            school_id=member.school_id,
            school_year=year,
            mentee_id=of.mentee_id,
            mentor_id=of.mentor_id,
            kind=kind,
        )
    )


async def _put(tx: Tx, member: Member, year: int, of: Pair, kind: Tie, now: datetime) -> bool:
    if kind is Tie.PINNED:
        await rows.drop_pins(tx, member.school_id, year, of.mentee_id)
    opposite = {Tie.PINNED: Tie.FORBIDDEN, Tie.FORBIDDEN: Tie.PINNED}.get(kind)
    if opposite:
        await drop(tx, member, year, of, opposite)
    put = await rows.put(
        tx,
        school_id=member.school_id,
        school_year=year,
        mentee_id=of.mentee_id,
        mentor_id=of.mentor_id,
        kind=kind,
        by=member.person_id,
        now=now,
    )
    await journal.note(tx, f"pair.{kind}", school_id=member.school_id, actor_id=member.person_id, now=now)
    return bool(put)
