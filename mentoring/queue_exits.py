"""How one leaves the queue of those who wait for a mentor, and comes back: by one's own wish, or by a decision.

Time puts nobody out.
"""

from datetime import datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.rules.text import clean_line
from storage import journal, people, queue
from storage.queue import Left
from storage.tx import Tx
from storage.vocabulary.pairs import LeftQueue

FORM = "queue_out"  # asks a coordinator for the reason of a decision


class Search(StrEnum):
    """Whether a mentor is looked for in somebody's name."""

    GOES_ON = "goes_on"
    RESTS = "rests"  # while they do not want to be written to
    LEFT = "left"  # by their own wish
    STOPPED = "stopped"  # by a coordinator's decision


async def of_member(tx: Tx, member: Member, now: datetime) -> Search | None:
    """None of whoever has not asked for a mentor, has a pair, or has not consented."""
    standing = await queue.standing(tx, member.person_id) if member.consented else None
    if standing is None or standing.paired:
        return None
    if standing.left_why is not None:
        return Search.LEFT if standing.left_why is LeftQueue.OWN_WISH else Search.STOPPED
    today = now.astimezone(member.zone).date()
    return Search.RESTS if member.paused_until and member.paused_until > today else Search.GOES_ON


async def waits(tx: Tx, member: Member, person_id: int) -> bool:
    """Is this person of the coordinator's school in the queue? One who is not to be written to is, too."""
    person = await people.of_school(tx, person_id, member.school_id)
    standing = await queue.standing(tx, person_id) if person and person.erase_by is None else None
    return standing is not None and not standing.paired and standing.left_why is None


async def leave(tx: Tx, member: Member, now: datetime) -> bool:
    """«Не искать»; False when nobody is looked for in their name."""
    if await of_member(tx, member, now) not in (Search.GOES_ON, Search.RESTS):
        return False
    return await _leave(tx, member, member.person_id, LeftQueue.OWN_WISH, "", now)


async def take_out(tx: Tx, member: Member, person_id: int, reason: str, now: datetime) -> bool:
    """A coordinator's decision, never without a reason; False when the person is not in the queue."""
    reason = clean_line(reason)
    if not reason or not await waits(tx, member, person_id):
        return False
    return await _leave(tx, member, person_id, LeftQueue.DECISION, reason, now)


async def _leave(tx: Tx, member: Member, person_id: int, why: LeftQueue, reason: str, now: datetime) -> bool:
    left = await queue.leave(
        tx,
        school_id=member.school_id,
        person_id=person_id,
        left_by_whose=why,
        reason=reason,
        by=member.person_id,
        now=now,
    )
    if left:
        await _note(tx, member, person_id, f"queue.{why}", now)
    return bool(left)


async def search_again(tx: Tx, member: Member, now: datetime) -> bool:
    """«Искать наставника снова»: back by one's own wish, if it was one's own to leave."""
    if await of_member(tx, member, now) is not Search.LEFT:
        return False
    return await _come_back(tx, member, member.person_id, now)


async def bring_back(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """A coordinator takes a decision back, and brings in who cannot press themselves; others come back themselves."""
    left = await queue.left_of(tx, member.school_id, person_id)
    if left is None or not await may_be_brought_back(tx, member, left):
        return False
    return await _come_back(tx, member, person_id, now)


async def may_be_brought_back(tx: Tx, member: Member, left: Left) -> bool:
    if left.why is LeftQueue.DECISION:
        return True
    person = await people.of_school(tx, left.person_id, member.school_id)
    return person is not None and person.account_id is None


async def _come_back(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    came = await queue.come_back(tx, person_id, now)
    if came:
        await _note(tx, member, person_id, "queue.back", now)
    return bool(came)


async def _note(tx: Tx, member: Member, person_id: int, act: str, now: datetime) -> None:
    await journal.note(tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now)


__all__ = [
    "FORM",
    "Left",
    "Search",
    "bring_back",
    "leave",
    "may_be_brought_back",
    "of_member",
    "search_again",
    "take_out",
    "waits",
]
