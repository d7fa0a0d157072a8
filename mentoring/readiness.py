"""One's own readiness to be a mentor: for how many colleagues, a pause, taking the questionnaire back.

Nothing here touches a pair at work: that is talked over with the coordinator.
"""

from dataclasses import dataclass
from datetime import datetime

from mentoring import answer_values, answered
from mentoring.access import Member
from mentoring.answered import Answered
from mentoring.notices import tell_news
from mentoring.rules.readiness import CAPACITIES, FORM, REFUSALS, Ready, capacity_of, ready_of
from storage import journal, readiness, runs
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import Source
from storage.vocabulary.year_end import Carried


@dataclass(frozen=True, slots=True)
class Own:
    """What the person has handed in, as it holds now."""

    run: Run
    ready: Ready | None
    capacity: int | None  # None of whoever is not asked for how many
    paused_since: datetime | None

    @property
    def offers(self) -> bool:
        return self.ready is not None and self.ready not in REFUSALS


async def questionnaire(tx: Tx, member: Member) -> Answered | None:
    """The person's own, handed in or begun."""
    return await answered.own(tx, member, FORM)


async def own(tx: Tx, member: Member) -> Own | None:
    """None before it was handed in."""
    found = await questionnaire(tx, member)
    if found is None or not found.sent or found.run.carried is not Carried.NO:
        return None
    since = await readiness.paused_since(tx, member.person_id)
    return Own(found.run, ready_of(found.answers), capacity_of(found.answers), since)


async def take_on(tx: Tx, member: Member, capacity: str, now: datetime) -> bool:
    """For how many colleagues from now on: an answer of what was handed in. False when nothing has changed by it."""
    mine = await own(tx, member)
    wanted = CAPACITIES.get(capacity)
    if mine is None or mine.capacity is None or wanted in (None, mine.capacity):
        return False
    value = answer_values.written(capacity)
    await runs.put(tx, run_id=mine.run.id, question="capacity", value=value, source=Source.TAP, now=now)
    await _tell(tx, member, mine.run, "mentor.capacity", now)
    return True


async def pause(tx: Tx, member: Member, now: datetime) -> bool:
    """No new colleagues for a while; False when nothing was offered, or it is so already."""
    mine = await own(tx, member)
    if mine is None or not mine.offers:
        return False
    if not await readiness.pause(tx, school_id=member.school_id, person_id=member.person_id, now=now):
        return False
    await _tell(tx, member, mine.run, "mentor.pause", now)
    return True


async def resume(tx: Tx, member: Member, now: datetime) -> bool:
    mine = await own(tx, member)
    if mine is None or not await readiness.resume(tx, member.person_id, now):
        return False
    await _tell(tx, member, mine.run, "mentor.resume", now)
    return True


async def withdraw(tx: Tx, member: Member, now: datetime) -> bool:
    """The author takes the questionnaire back: it leaves the bank."""
    await readiness.resume(tx, member.person_id, now)
    return await answered.withdraw(tx, member, FORM, now, act="mentor.withdraw")


async def _tell(tx: Tx, member: Member, run: Run, act: str, now: datetime) -> None:
    """Coordinators are to look at it again."""
    await runs.unsee(tx, run.id, now)
    by = member.person_id
    await journal.note(tx, act, school_id=member.school_id, actor_id=by, person_id=by, now=now)
    await tell_news(tx, member.school_id, now, by=by)


__all__ = ["FORM", "Own", "own", "pause", "questionnaire", "resume", "take_on", "withdraw"]
