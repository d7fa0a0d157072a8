"""What somebody who is invited sees and says: comes or not, a talk they would give."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.access import Member
from mentoring.notices import Notice, tell, tell_news
from mentoring.rules import gatherings as rules
from mentoring.rules.text import clean_line
from storage import gatherings, journal
from storage.gatherings import Gathering, Own
from storage.tx import Tx
from storage.vocabulary.gatherings import Coming, GatheringState, Talk

FORM = "gathering_talk"


class Said(StrEnum):
    """What became of an answer."""

    DONE = "done"
    FULL = "full"  # no place is left
    LATE = "late"  # it has begun


@dataclass(frozen=True, slots=True)
class Mine:
    """An event that the person is invited to; `free` places are left besides their own, None is as many as come."""

    gathering: Gathering
    own: Own
    begun: bool
    free: int | None

    @property
    def is_cancelled(self) -> bool:
        return self.gathering.state is GatheringState.CANCELLED

    @property
    def may_answer(self) -> bool:
        return not self.begun and not self.is_cancelled

    @property
    def may_talk(self) -> bool:
        return self.may_answer and self.gathering.calls and self.own.talk_state in (Talk.NONE, Talk.OFFERED)


async def mine(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Mine | None:
    """None when they are not invited to it: neither that it is nor what it is leaks."""
    of = await gatherings.get(tx, gathering_id, member.school_id)
    own = await gatherings.own(tx, gathering_id, member.person_id) if of else None
    if of is None or own is None:
        return None
    return Mine(of, own, _begun(of, member.zone, now), await _free(tx, of, own))


async def is_invited(tx: Tx, member: Member, gathering_id: int) -> bool:
    of = await gatherings.get(tx, gathering_id, member.school_id)
    return of is not None and await gatherings.own(tx, gathering_id, member.person_id) is not None


def _begun(of: Gathering, zone: ZoneInfo, now: datetime) -> bool:
    return rules.begins(of.day, of.starts, zone) <= now


async def _free(tx: Tx, of: Gathering, own: Own) -> int | None:
    if of.places is None:
        return None
    taken = (await gatherings.numbers(tx, of.id)).comes - (own.answer is Coming.COMES)
    return max(of.places - taken, 0)


async def every(tx: Tx, member: Member, now: datetime) -> tuple[Mine, ...]:
    """Those that are to be, the nearest first."""
    today = now.astimezone(member.zone).date()
    ids = await gatherings.own_to_come(tx, member.person_id, today)
    found = [await mine(tx, member, each, now) for each in ids]
    return tuple(each for each in found if each is not None)


async def been(tx: Tx, member: Member) -> tuple[gatherings.Attended, ...]:
    """Where they were, for their own story."""
    return tuple(await gatherings.attended_by(tx, member.person_id))


async def answer(tx: Tx, member: Member, gathering_id: int, coming: Coming, now: datetime) -> Said | None:
    """As often as they like until it begins; None for what they are not invited to."""
    of = await mine(tx, member, gathering_id, now)
    if of is None or coming is Coming.SILENT:
        return None
    if not of.may_answer:
        return Said.LATE
    if coming is Coming.COMES and of.free == 0:
        return Said.FULL
    await gatherings.answer(tx, gathering_id, member.person_id, coming)
    return Said.DONE


async def offer_talk(tx: Tx, member: Member, gathering_id: int, title: str, now: datetime) -> bool:
    """Whoever speaks comes, if there is a place. False when talks are not called for any more."""
    of = await mine(tx, member, gathering_id, now)
    said = clean_line(title)
    if of is None or not of.may_talk or not said:
        return False
    await gatherings.offer_talk(tx, gathering_id, member.person_id, said)
    await answer(tx, member, gathering_id, Coming.COMES, now)
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return True


async def decide_talk(
    tx: Tx, member: Member, gathering_id: int, person_id: int, now: datetime, *, accepted: bool
) -> bool:
    """A coordinator's word; its author is told. False when it was said before."""
    of = await gatherings.get(tx, gathering_id, member.school_id)
    talk = Talk.ACCEPTED if accepted else Talk.THANKED
    if of is None or not await gatherings.decide_talk(tx, of.id, person_id, talk):
        return False
    await tell(
        tx,
        Notice.TALK,
        person_id,
        key=f"talk:{of.id}:{person_id}",
        due_at=now,
        now=now,
        about={"gathering": of.id},
    )
    await journal.note(tx, f"talk.{talk}", school_id=of.school_id, actor_id=member.person_id, now=now)
    return True
