"""Another mentor for a mentee of a proposal: two lines change places, or a free place is taken; what each changes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from mentoring.rules.matching.model import Mentee, Mentor, Pair, Problem, Ties
from mentoring.rules.matching.proposal import Line, line_of
from mentoring.rules.matching.verdict import UNBEATEN, Bar, Caution, evaluate

_Moved: TypeAlias = tuple[Pair, Pair]  # before and after

# What a coordinator should know before anything else: the others are told when one choice is looked at.
GRAVE = frozenset({Caution.RELATIVE, Caution.SUPERIOR, *(Caution(bar.value) for bar in Bar if bar not in UNBEATEN)})


@dataclass(frozen=True, slots=True)
class Move:
    """A mentee whose mentor would be another one; both lines by what is known now."""

    before: Line
    after: Line

    @property
    def gain(self) -> int:
        return self.after.total - self.before.total


@dataclass(frozen=True, slots=True)
class Swap:
    """`own` is of the mentee who was asked about; without another one a free place is taken.

    `gives_way` are pins that had no place: they would take it from the new pairs, or the one that is left, and what
    was told of the cost would not hold.
    """

    own: Move
    other: Move | None
    gives_way: tuple[Pair, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        return (self.own, self.other) if self.other else (self.own,)

    @property
    def gain(self) -> int:
        return sum(each.gain for each in self.moves)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(each.after.pair for each in self.moves)

    @property
    def key(self) -> tuple[int, ...]:
        """Tells it from the others of a proposal: a mentee, the mentor, and who gives up the place, if anybody."""
        return *self.own.after.pair, *([self.other.after.mentee_id] if self.other else [])

    @property
    def worse(self) -> tuple[int, ...]:
        """Mentees who would have fewer points."""
        return tuple(each.after.mentee_id for each in self.moves if each.gain < 0)

    @property
    def grave(self) -> tuple[Caution, ...]:
        found = {caution for each in self.moves for caution in each.after.warnings if caution in GRAVE}
        return tuple(each for each in Caution if each in found)

    def ties(self, before: Ties) -> Ties:
        """With this choice kept: nobody has two pins, a pin ends a ban."""
        return replace(
            before,
            pinned=_without(before, self.pairs) - {*self.gives_way} | {*self.pairs},
            forbidden=before.forbidden - {*self.pairs},
        )


def swaps(problem: Problem, lines: Sequence[Line], mentee_id: int) -> tuple[Swap, ...]:
    """What costs least comes first, what a bar speaks against last; nothing but arithmetic hides a choice."""
    own = next((each for each in lines if each.mentee_id == mentee_id), None)
    if own is None:
        return ()
    known = _Known(problem, lines)
    found = [made for moved in _choices(problem, lines, own) if (made := known.swap(moved))]
    return tuple(sorted(found, key=lambda each: (_is_barred(each), -each.gain, -len(each.moves), each.pairs)))


def _choices(problem: Problem, lines: Sequence[Line], own: Line) -> Iterator[tuple[_Moved, ...]]:
    for other in lines:
        if other.mentor_id != own.mentor_id:
            yield (
                (own.pair, Pair(own.mentee_id, other.mentor_id)),
                (other.pair, Pair(other.mentee_id, own.mentor_id)),
            )
    taken = Counter(each.mentor_id for each in lines)
    for mentor in problem.mentors:
        if mentor.id != own.mentor_id and mentor.places > taken[mentor.id]:
            yield ((own.pair, Pair(own.mentee_id, mentor.id)),)


class _Known:
    """The people by their ids, and the pins that had no place: looked up once for all choices."""

    def __init__(self, problem: Problem, lines: Sequence[Line]) -> None:
        self._mentees = {each.id: each for each in problem.mentees}
        self._mentors = {each.id: each for each in problem.mentors}
        self._ties = problem.ties
        kept = {each.pair for each in lines}
        self._idle = sorted(each for each in problem.ties.pinned - kept if each.mentee_id in self._mentees)

    def swap(self, moved: Sequence[_Moved]) -> Swap | None:
        """None when somebody would be their own mentor, or has no place any more."""
        new = tuple(after for _, after in moved)
        ties = replace(self._ties, pinned=_without(self._ties, new) | {*new})
        if any(evaluate(*self._two(each), ties).bar for each in new):
            return None
        own, *other = (
            Move(line_of(*self._two(before), self._ties), line_of(*self._two(after), ties)) for before, after in moved
        )
        wanted, mentees = {each.mentor_id for pair in moved for each in pair}, {each.mentee_id for each in new}
        in_the_way = (each for each in self._idle if each.mentor_id in wanted and each.mentee_id not in mentees)
        return Swap(own, other[0] if other else None, tuple(in_the_way))

    def _two(self, of: Pair) -> tuple[Mentee, Mentor]:
        return self._mentees[of.mentee_id], self._mentors[of.mentor_id]


def _without(ties: Ties, new: Sequence[Pair]) -> frozenset[Pair]:
    """The pins of everybody else."""
    moved = {each.mentee_id for each in new}
    return frozenset(each for each in ties.pinned if each.mentee_id not in moved)


def _is_barred(of: Swap) -> bool:
    return bool({*of.grave} - {Caution.RELATIVE, Caution.SUPERIOR})
