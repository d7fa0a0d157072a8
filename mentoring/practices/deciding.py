"""A coordinator's word on a card: into the library, or back to the author with a question."""

from datetime import datetime

from mentoring.access import Member
from mentoring.practices.looking import one
from mentoring.practices.model import Card
from mentoring.practices.telling import tell_author
from mentoring.rules.text import clean_line
from storage import journal, practices
from storage.tx import Tx
from storage.vocabulary.practices import CardState


async def accept(tx: Tx, member: Member, card_id: int, version: int, now: datetime) -> bool:
    """False when it is not what this coordinator has read: it was reworded, taken back or decided about meanwhile."""
    found = await one(tx, member, card_id)
    if found is None or not found.decides:
        return False
    if found.row.state is CardState.ACCEPTED and found.row.version == version + 1:
        return True  # just this, by a second tap
    return await _decide(tx, member, found, version, CardState.ACCEPTED, "", now)


async def give_back(tx: Tx, member: Member, card_id: int, version: int, note: str, now: datetime) -> bool:
    """With a question; an accepted card leaves the library until it comes again."""
    found = await one(tx, member, card_id)
    if found is None or not found.may_return:
        return False
    return await _decide(tx, member, found, version, CardState.RETURNED, clean_line(note), now)


async def _decide(tx: Tx, member: Member, of: Card, version: int, after: CardState, note: str, now: datetime) -> bool:
    before = of.row.state
    done = await practices.decide(tx, of.row.id, version, before, after, note=note, by=member.person_id, now=now)
    if not done or before is after:
        return bool(done)
    act = "accept" if after is CardState.ACCEPTED else "return"
    await journal.note(
        tx,
        f"practice.{act}",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=of.row.author_id,
        now=now,
    )
    if not of.is_own:
        await tell_author(tx, of.row, act, now)
    return True
