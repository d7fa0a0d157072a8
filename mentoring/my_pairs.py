"""«Моя пара»: with whom, since when, what was last and what is next."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import answered, fits, materials, meeting_plans, meetings, pairs
from mentoring.access import Member
from mentoring.meeting_plans import Planned
from mentoring.meetings import NoteSeen
from mentoring.pairs import Pair, PairMember
from mentoring.requests import FORM as REQUEST
from storage import programmes
from storage.programmes import StepRow
from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState, Side


@dataclass(frozen=True, slots=True)
class MyPair:
    pair: Pair
    side: Side
    since: date
    last: NoteSeen | None
    planned: Planned | None
    asks_fit: bool
    step: StepRow | None  # of the approved programme, the next one that is not done
    materials: bool = False  # is there anything to read of the areas of this pair


async def one(tx: Tx, member: Member, pairing_id: int, now: datetime) -> MyPair | None:
    """One's own pair, as it is now; None when it is over, was left, or is another's."""
    pair = await pairs.own_one(tx, member, pairing_id)
    side = pair.side_of(member.person_id) if pair else None
    if pair is None or side is None:
        return None
    return MyPair(
        pair,
        side,
        pair.pairing.starts_on or pair.pairing.made_at.astimezone(member.zone).date(),
        await meetings.last(tx, member, pair, now),
        await meeting_plans.planned(tx, member, pair, now),
        await fits.waits(tx, member, pairing_id),
        await _next_step(tx, pairing_id),
        bool(materials.in_areas(await materials.visible(tx, member), await wanted(tx, member, pair))),
    )


async def _next_step(tx: Tx, pairing_id: int) -> StepRow | None:
    programme = await programmes.get(tx, pairing_id)
    if programme is None or programme.state is not ProgrammeState.APPROVED:
        return None
    return next((each for each in await programmes.steps(tx, pairing_id) if each.done_on is None), None)


def partners(of: Pair, person_id: int) -> tuple[PairMember, ...]:
    """The other side of a pair."""
    return of.mentees if of.side_of(person_id) is Side.MENTOR else of.mentors


async def topics(tx: Tx, member: Member, pair: Pair) -> tuple[str, ...]:
    """Areas, those of the request first."""
    first = await wanted(tx, member, pair)
    return tuple(sorted(meetings.areas(), key=lambda key: key not in first))


async def wanted(tx: Tx, member: Member, pair: Pair) -> frozenset[str]:
    """The areas of the requests; nobody learns what another mentee has asked for."""
    areas: set[str] = set()
    for each in pair.mentees:
        if pair.side_of(member.person_id) is Side.MENTOR or each.person_id == member.person_id:
            found = await answered.of_person(tx, member, REQUEST, each.person_id)
            said = found.answers.get("areas") if found else None
            areas |= set(said) if isinstance(said, tuple) else set()
    return frozenset(areas)
