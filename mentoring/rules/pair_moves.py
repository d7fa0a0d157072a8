"""Which way a pair may go: every move there is stands in this one table."""

from collections.abc import Mapping

from storage.vocabulary.pairs import PairState

MOVES: Mapping[PairState, frozenset[PairState]] = {
    PairState.PROPOSED: frozenset({PairState.AGREED, PairState.ENDED}),
    # Without an order there is nothing to stop for a while.
    PairState.AGREED: frozenset({PairState.ORDERED, PairState.ENDED}),
    PairState.ORDERED: frozenset({PairState.ACTIVE, PairState.PAUSED, PairState.ENDED}),
    # Back: the only meeting that was noted did not take place.
    PairState.ACTIVE: frozenset({PairState.ORDERED, PairState.PAUSED, PairState.ENDED}),
    PairState.PAUSED: frozenset({PairState.ACTIVE, PairState.ENDED}),
    PairState.ENDED: frozenset(),
}

OPEN = frozenset(PairState) - {PairState.ENDED}
# Both have said yes: they see each other, and may meet.
TOGETHER = OPEN - {PairState.PROPOSED}
AT_WORK = frozenset({PairState.ORDERED, PairState.ACTIVE})
# A pair begins so: proposed to its members, agreed on by word of mouth, or brought from before the bot.
BEGINNINGS = frozenset({PairState.PROPOSED, PairState.AGREED, PairState.ACTIVE})


def may_move(before: PairState, after: PairState) -> bool:
    """Is there such a move?"""
    return after in MOVES[before]
