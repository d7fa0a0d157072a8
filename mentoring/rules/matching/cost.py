"""What a coordinator's own choice costs, in points and in people, and whom it moves."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.rules.matching.model import Pair
from mentoring.rules.matching.proposal import Proposal
from mentoring.rules.matching.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """A mentee whose mentor is another one; None is nobody."""

    mentee_id: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Cost:
    """Less than nothing when the later proposal is the better one."""

    points: int
    mentees: int  # who have a mentor in the earlier proposal, and in the later one so many fewer
    changes: tuple[Change, ...]
    grouped: int = 0  # so many fewer would have a mentor in a group


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The pair that a coordinator asks about, and the school with it. What cannot be forced has None."""

    verdict: Verdict
    total_now: int
    total_forced: int | None
    matched_now: int
    matched_forced: int | None
    who_changes: tuple[Change, ...]

    @property
    def loss(self) -> int | None:
        return None if self.total_forced is None else self.total_now - self.total_forced


def compare(before: Proposal, after: Proposal) -> Cost:
    """Two proposals for the same people: what lies between them may be a pin, a ban, a place, a mentor."""
    changes = changes_between((line.pair for line in before.lines), (line.pair for line in after.lines))
    return Cost(
        before.total - after.total, len(before.lines) - len(after.lines), changes, before.grouped - after.grouped
    )


def changes_between(before: Iterable[Pair], after: Iterable[Pair]) -> tuple[Change, ...]:
    """By the mentee's id."""
    earlier = {pair.mentee_id: pair.mentor_id for pair in before}
    later = {pair.mentee_id: pair.mentor_id for pair in after}
    return tuple(
        Change(each, earlier.get(each), later.get(each))
        for each in sorted({*earlier, *later})
        if earlier.get(each) != later.get(each)
    )
