"""A proposal for a whole school: each pair with its reasons, each mentee who is left with theirs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.matching.groups import GroupIdea, group_ideas
from mentoring.rules.matching.model import Mentee, Mentor, Pair, Problem, Ties
from mentoring.rules.matching.objective import kept_pins
from mentoring.rules.matching.terms import Counted
from mentoring.rules.matching.verdict import Bar, Caution, bars, evaluate, has_something


class WhyLeft(StrEnum):
    """Why a mentee has no mentor in a proposal."""

    NO_MENTORS = "no_mentors"  # nobody has said that they are ready
    NOBODY_IN_AREAS = "nobody_in_areas"
    ALL_BARRED = "all_barred"  # somebody helps in these areas, and may not for another reason
    PLACES_TAKEN = "places_taken"


@dataclass(frozen=True, slots=True)
class Line:
    """A pair; the terms sum up to the total."""

    mentee_id: int
    mentor_id: int
    terms: tuple[Counted, ...]
    total: int
    warnings: tuple[Caution, ...]
    pinned: bool

    @property
    def pair(self) -> Pair:
        return Pair(self.mentee_id, self.mentor_id)


@dataclass(frozen=True, slots=True)
class Left:
    """`alone`: a coordinator wants them in no group."""

    mentee_id: int
    why: WhyLeft
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Lines by the mentee's id; who has waited longest is the first of those left."""

    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    groups: tuple[GroupIdea, ...]
    total: int

    @property
    def grouped(self) -> int:
        """Who have no mentor in a pair, and would have one in a group."""
        return sum(len(each.mentee_ids) for each in self.groups if each.mentor_id or each.widens)


@dataclass(frozen=True, slots=True)
class StampedProposal:
    """With the mark of the school that it was made of."""

    stamp: str
    proposal: Proposal


def proposal_of(problem: Problem, chosen: Iterable[Pair]) -> Proposal:
    """What an assignment comes to, with every reason."""
    of_mentee = {pair.mentee_id: pair.mentor_id for pair in chosen}
    mentors = {mentor.id: mentor for mentor in problem.mentors}
    lines, alone, led = [], list[Mentee](), defaultdict[int, list[Mentee]](list)
    for mentee in problem.mentees:
        if mentor := mentors.get(of_mentee.get(mentee.id, 0)):
            led[mentor.id].append(mentee)
            lines.append(line_of(mentee, mentor, problem.ties))
        else:
            alone.append(mentee)
    alone.sort(key=lambda each: (-each.waiting, each.id))
    left = tuple(Left(mentee.id, why_left(problem, mentee), mentee.alone) for mentee in alone)
    return Proposal(tuple(lines), left, group_ideas(problem, alone, led), sum(line.total for line in lines))


def why_left(problem: Problem, mentee: Mentee) -> WhyLeft:
    """Of a mentee whom no assignment has given a mentor."""
    why = WhyLeft.NO_MENTORS
    for mentor in problem.mentors:
        if mentor.id == mentee.id:
            continue
        if has_something(mentee, mentor):
            if set(bars(mentee, mentor, problem.ties)) <= {Bar.NO_PLACE}:
                return WhyLeft.PLACES_TAKEN
            why = WhyLeft.ALL_BARRED
        elif why is WhyLeft.NO_MENTORS:
            why = WhyLeft.NOBODY_IN_AREAS
    return why


def pins_not_kept(problem: Problem) -> tuple[Pair, ...]:
    """Pins that contradict others, or have nobody to hold them."""
    return tuple(sorted(problem.ties.pinned - set(kept_pins(problem))))


def line_of(mentee: Mentee, mentor: Mentor, ties: Ties) -> Line:
    """One pair as a proposal shows it."""
    found, pair = evaluate(mentee, mentor, ties), Pair(mentee.id, mentor.id)
    return Line(*pair, found.terms, found.total, found.warnings, pinned=pair in ties.pinned)
