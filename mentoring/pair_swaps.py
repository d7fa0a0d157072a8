"""Another mentor for one line of the draft: the choices there are, and the one that a coordinator keeps."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import pair_drafts, pair_ties, proposals
from mentoring.access import Member
from mentoring.pair_drafts import Draft
from mentoring.rules.matching import Pair, Swap, swaps
from storage import journal
from storage import pair_drafts as drafts
from storage.tx import Tx
from storage.vocabulary.pairs import Tie


@dataclass(frozen=True, slots=True)
class Choices:
    """Of the draft that is there; none when it is another one than was asked about."""

    draft: Draft | None
    swaps: tuple[Swap, ...] | None = None

    def of(self, key: tuple[int, ...]) -> Swap | None:
        return next((each for each in self.swaps or () if each.key == key), None)


class Swapping(StrEnum):
    """What came of «Поменять»."""

    KEPT = "kept"
    CHANGED = "changed"  # it is made anew first
    GONE = "gone"  # another draft is there, or the choice is none any more


async def number_of(tx: Tx, member: Member, of: Pair) -> int | None:
    """Of the draft that this pair is a line of."""
    kept = await drafts.get(tx, member.school_id)
    has_line = kept is not None and any(line.pair == of for line in proposals.read(kept.content).lines)
    return kept.number if kept and has_line else None


async def look(tx: Tx, member: Member, number: int, mentee_id: int, now: datetime) -> Choices:
    draft = await pair_drafts.look(tx, member, now)
    if draft is None or draft.number != number or draft.line_of(mentee_id) is None:
        return Choices(draft)
    return Choices(draft, swaps(draft.seeking.problem, draft.proposal.lines, mentee_id))


async def keep(tx: Tx, member: Member, number: int, key: tuple[int, ...], now: datetime) -> Swapping:
    """The new pairs are pinned, so that matching anew keeps them; each is unpinned like any other."""
    found = await look(tx, member, number, key[0], now)
    if found.draft is None or found.swaps is None:
        return Swapping.GONE
    if not found.draft.fresh:
        return Swapping.CHANGED
    swap = found.of(key)
    if swap is None:
        return Swapping.GONE
    year = found.draft.seeking.school_year
    for pin in swap.gives_way:
        await pair_ties.drop(tx, member, year, pin, Tie.PINNED)
    for pair in swap.pairs:
        await pair_ties.pin(tx, member, year, pair, now)
    await journal.note(tx, "pair.swap", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Swapping.KEPT
