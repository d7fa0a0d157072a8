"""The proposal for the whole school: made by the worker, changed by pins and bans, published by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mentoring import calendars, jobs, matching, offers, pairs, proposals, proposing, schools
from mentoring.access import Member
from mentoring.jobs import Gather, Task, Work
from mentoring.matching import Seeking
from mentoring.pairs import Beginning
from mentoring.rules.matching import (
    Cost,
    GroupIdea,
    Line,
    Pair,
    Proposal,
    Ranked,
    WhyNot,
    compare,
    ranking,
)
from storage import journal, pair_drafts
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.pairs import Format, Origin, PairState


@dataclass(frozen=True, slots=True)
class Draft:
    """`fresh`: nothing has changed since it was made that it hangs on.

    `ideas` are the groups by their place in the draft as it was made: one that is gone moves no other.
    """

    number: int
    made_at: datetime
    proposal: Proposal
    seeking: Seeking
    fresh: bool
    ideas: Mapping[int, GroupIdea]

    def line_of(self, mentee_id: int) -> Line | None:
        return next((each for each in self.proposal.lines if each.mentee_id == mentee_id), None)

    def members_of(self, idea: GroupIdea) -> tuple[int, ...]:
        """With those of the pair that it makes wider."""
        helped = [each.mentee_id for each in self.proposal.lines if each.mentor_id == idea.widens]
        return (*helped, *idea.mentee_ids)


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that has come; `cost` against the one before it, when there was one."""

    draft: Draft
    cost: Cost | None


class Publishing(StrEnum):
    """What came of «Опубликовать»."""

    PUBLISHED = "published"
    CHANGED = "changed"  # it is made anew first
    GONE = "gone"  # somebody was quicker
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Published:
    of: Publishing
    pairs: int = 0
    mentors: int = 0
    answer_by: date | None = None


async def order(tx: Tx, member: Member, chat_id: int, now: datetime) -> None:
    """The result comes as a screen: a school of sixty takes a moment, one of thousands two seconds."""
    await jobs.order(tx, member, chat_id, Work.MATCHING, now)


async def order_why_not(tx: Tx, member: Member, chat_id: int, of: Pair, now: datetime) -> bool:
    """False when one of the two is not looked at any more."""
    seeking = await matching.seek(tx, member.school_id, now)
    if of.mentee_id not in seeking.waiting or of.mentor_id not in seeking.mentors:
        return False
    await jobs.order(tx, member, chat_id, Work.WHY_NOT, now, mentee=of.mentee_id, mentor=of.mentor_id)
    return True


async def propose(tx: Tx, job: Job, now: datetime) -> Task:
    seeking = await matching.seek(tx, job.school_id, now)
    before = await pair_drafts.get(tx, job.school_id)
    draft = frozenset(line.pair for line in proposals.read(before.content).lines) if before else frozenset[Pair]()
    return Task("mentoring.solver.worker:made", (seeking.stamp, replace(seeking.problem, draft=draft)))


async def explain(tx: Tx, job: Job, now: datetime) -> Task:
    seeking = await matching.seek(tx, job.school_id, now)
    mentee_id, mentor_id = int(job.task["mentee"]), int(job.task["mentor"])
    return Task("mentoring.solver.worker:why_not", (seeking.problem, mentee_id, mentor_id))


async def received(tx: Tx, member: Member, made: Mapping[str, Any], now: datetime) -> Made:
    """What the worker has made of the school as it was when it was asked."""
    before = await pair_drafts.get(tx, member.school_id)
    found = proposals.proposal(made["proposal"])
    await pair_drafts.put(
        tx,
        school_id=member.school_id,
        school_year=await schools.year_of(tx, member.school_id),
        content=proposals.written(found),
        stamp=made["stamp"],
        by=member.person_id,
        now=now,
    )
    await journal.note(tx, "pair.draft", school_id=member.school_id, actor_id=member.person_id, now=now)
    draft = await look(tx, member, now)
    if draft is None:
        raise LookupError("a draft vanished inside its own transaction")
    return Made(draft, compare(proposals.read(before.content), found) if before else None)


def explained(raw: Mapping[str, Any]) -> WhyNot:
    return proposals.why_not(raw)


async def look(tx: Tx, member: Member, now: datetime) -> Draft | None:
    """None when there is none. Of people who are not looked for any more nothing is shown."""
    kept = await pair_drafts.get(tx, member.school_id)
    if kept is None:
        return None
    seeking = await matching.seek(tx, member.school_id, now)
    found = proposals.read(kept.content)
    ideas = {at: each for at, each in enumerate(found.groups) if _is_here(each, seeking)}
    here = replace(
        found,
        lines=tuple(
            each for each in found.lines if each.mentee_id in seeking.waiting and each.mentor_id in seeking.mentors
        ),
        left=tuple(each for each in found.left if each.mentee_id in seeking.waiting),
        groups=tuple(ideas.values()),
    )
    return Draft(kept.number, kept.made_at, here, seeking, kept.stamp == seeking.stamp, ideas)


def _is_here(of: GroupIdea, seeking: Seeking) -> bool:
    has_guide = all(each is None or each in seeking.mentors for each in (of.mentor_id, of.widens))
    return has_guide and all(each in seeking.waiting for each in of.mentee_ids)


async def rank(tx: Tx, member: Member, mentee_id: int, now: datetime) -> tuple[Seeking, tuple[Ranked, ...]] | None:
    """«Кто подходит»: every mentor for one mentee; None when nobody is looked for in their name."""
    seeking = await matching.seek(tx, member.school_id, now)
    if mentee_id not in seeking.waiting:
        return None
    return seeking, ranking(seeking.problem, mentee_id)


async def drop(tx: Tx, member: Member, number: int) -> bool:
    """The draft is not wanted; pins and bans stay."""
    return bool(await pair_drafts.take(tx, member.school_id, number))


async def publish(tx: Tx, member: Member, number: int, now: datetime) -> Published:
    """Every pair of the draft is proposed to its mentor, once: the statement that takes the draft lets one through."""
    draft = await look(tx, member, now)
    if draft is None or draft.number != number:
        return Published(Publishing.GONE)
    if not draft.fresh:
        return Published(Publishing.CHANGED)
    if not draft.proposal.lines:
        return Published(Publishing.EMPTY)
    if not await pair_drafts.take(tx, member.school_id, number):
        return Published(Publishing.GONE)
    for line in draft.proposal.lines:
        await proposing.pair(tx, member, draft.seeking, line.pair, now)
    lines = draft.proposal.lines
    calendar = await calendars.of_school(tx, member.school_id, now)
    until = calendar.add_working_days(calendar.local_day(now), offers.ANSWERED_WITHIN)
    return Published(Publishing.PUBLISHED, len(lines), len({line.mentor_id for line in lines}), until)


async def propose_group(tx: Tx, member: Member, number: int, at: int, now: datetime) -> int | None:
    """An idea of the draft becomes a proposed group; None when it is not there any more, or has no mentor."""
    draft = await look(tx, member, now)
    idea = draft.ideas.get(at) if draft and draft.number == number else None
    if draft is None or idea is None:
        return None
    mentor_id = idea.mentor_id or idea.widens
    if mentor_id is None or draft.seeking.problem.mentor(mentor_id).places < 1:
        return None
    pairing_id = await pairs.begin(
        tx,
        member,
        Beginning((mentor_id,), draft.members_of(idea), Format.GROUP, PairState.PROPOSED, Origin.MATCHED),
        now,
    )
    await proposing.ask_mentors(tx, member, pairing_id, now)
    return pairing_id


KINDS: Mapping[str, Gather] = {Work.MATCHING: propose, Work.WHY_NOT: explain}
