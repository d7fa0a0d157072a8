"""Somebody out of a proposed group, or all of it back into single mentees: what becomes of its people."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from mentoring.rules.matching.groups import GroupIdea
from mentoring.rules.matching.model import Problem
from mentoring.rules.matching.proposal import Proposal, proposal_of


@dataclass(frozen=True, slots=True)
class Split:
    """The proposal's pairs stay as they are: only groups are made anew, without those who are `out`."""

    out: tuple[int, ...]
    stay: tuple[int, ...]  # of them all, who are in a pair
    wait: tuple[int, ...]  # who are in no pair and in no group then
    instead: tuple[GroupIdea, ...]  # groups that were not proposed before
    lost: int  # so many fewer would have a mentor in a group


def split(problem: Problem, proposal: Proposal, members: Collection[int], out: Collection[int]) -> Split:
    """`members` are of one group, with those of the pair that it makes wider."""
    mentees = tuple(replace(each, alone=each.alone or each.id in out) for each in problem.mentees)
    after = proposal_of(replace(problem, mentees=mentees), (line.pair for line in proposal.lines))
    paired = {line.mentee_id for line in after.lines}
    grouped = {mentee_id for each in after.groups for mentee_id in each.mentee_ids}
    return Split(
        out=tuple(each for each in members if each in out),
        stay=tuple(each for each in members if each in paired),
        wait=tuple(each for each in members if each not in paired | grouped),
        instead=tuple(each for each in after.groups if each not in proposal.groups),
        lost=proposal.grouped - after.grouped,
    )
