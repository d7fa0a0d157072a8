"""A group of the draft that is not wanted as it is: somebody is taken out of it, or it is split into single mentees."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import pair_drafts, schools
from mentoring.access import Member
from mentoring.pair_drafts import Draft
from mentoring.rules.matching import GroupIdea, Split, split
from storage import group_exits as rows
from storage import journal
from storage.tx import Tx

ALL = 0  # instead of a person


@dataclass(frozen=True, slots=True)
class Parting:
    """Of the draft that is there; nothing else when it is another one than was asked about."""

    draft: Draft | None
    idea: GroupIdea | None = None
    split: Split | None = None


class Parted(StrEnum):
    """What came of «Убрать из группы» or «Разделить группу»."""

    KEPT = "kept"
    CHANGED = "changed"  # the draft is made anew first
    GONE = "gone"  # another draft is there, or the group is none any more


async def look(tx: Tx, member: Member, number: int, at: int, whom: int, now: datetime) -> Parting:
    """`at` is the place of the group in the draft of this number."""
    draft = await pair_drafts.look(tx, member, now)
    idea = draft.ideas.get(at) if draft and draft.number == number else None
    if draft is None or idea is None:
        return Parting(draft)
    members = draft.members_of(idea)
    if whom != ALL and whom not in members:
        return Parting(draft)
    out = members if whom == ALL else (whom,)
    return Parting(draft, idea, split(draft.seeking.problem, draft.proposal, members, out))


async def part(tx: Tx, member: Member, number: int, at: int, whom: int, now: datetime) -> Parted:
    """Whoever is out stays so when the school is matched anew, until the coordinator allows groups again."""
    found = await look(tx, member, number, at, whom, now)
    if found.draft is not None and found.draft.number == number and not found.draft.fresh:
        return Parted.CHANGED  # the places of its groups may be others'
    if found.draft is None or found.split is None:
        return Parted.GONE
    for person_id in found.split.out:
        await rows.put(
            tx,
            school_id=member.school_id,
            school_year=found.draft.seeking.school_year,
            person_id=person_id,
            by=member.person_id,
            now=now,
        )
        await _note(tx, member, "pair.alone", person_id, now)
    return Parted.KEPT


async def allow(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """False when nobody has taken them out."""
    year = await schools.year_of(tx, member.school_id)
    if not await rows.drop(tx, member.school_id, year, person_id):
        return False
    await _note(tx, member, "pair.alone.not", person_id, now)
    return True


async def _note(tx: Tx, member: Member, act: str, person_id: int, now: datetime) -> None:
    await journal.note(tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now)
